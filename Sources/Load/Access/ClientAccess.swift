package import TLS

/// Everything by which the clients of one identity reach their listener.
package struct ClientAccess: Sendable {
  package var settings: AccessSettings
  /// The terms of TLS for a handshake of our own; nil for plain text, and where the scenario's own properties say how.
  package var terms: Handshake.Terms?

  package init(_ settings: AccessSettings = AccessSettings(), terms: Handshake.Terms? = nil) {
    self.settings = settings
    self.terms = terms
  }
}
