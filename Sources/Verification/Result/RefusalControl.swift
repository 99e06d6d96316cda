/// The proof that a refusal is the cluster's and not the client's own fault: in the same run another client got through.
package enum RefusalControl: Sendable, Equatable, Codable {
  case present
  /// The control that is missing.
  case missing(String)
}
