internal import Diagnostics

/// Why a rendered value may not be sent: where in it, and what is wrong there.
package struct ValueFault: Sendable, Equatable {
  /// In JSON a pointer (`/age`, RFC 6901), in XML the element (`/order/item[2]`); empty for the value as a whole.
  package var place: String
  /// What it cites of the value is cut, and escaped.
  package var reason: String

  package init(place: String, reason: String) {
    self.place = place
    self.reason = reason
  }

  /// `template "login" at /age: 17 is less than 18`
  package func sentence(template: String) -> String {
    "template \(quoted(template))\(place.isEmpty ? "" : " at \(place)"): \(reason)"
  }

  /// `/age: 17 is less than 18`
  package var text: String { place.isEmpty ? reason : "\(place): \(reason)" }
}
