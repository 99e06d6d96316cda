internal import Diagnostics

/// The reason why a rendered value must not be sent, and its position in the value.
package struct InvalidValue: Sendable, Equatable {
  /// The JSON pointer (`/age`, RFC 6901) or the XML element (`/order/item[2]`); empty for the whole value.
  package var place: String
  /// The reason; quotes from the value are cut and escaped.
  package var reason: String

  package init(place: String, reason: String) {
    self.place = place
    self.reason = reason
  }

  /// A sentence such as `template "login" at /age: 17 is less than 18`
  package func sentence(template: String) -> String {
    "template \(quoted(template))\(place.isEmpty ? "" : " at \(place)"): \(reason)"
  }

  /// A text such as `/age: 17 is less than 18`
  package var text: String { place.isEmpty ? reason : "\(place): \(reason)" }
}

extension InvalidValue {
  /// A unique placeholder has no value left for a message.
  static func usedUp(_ values: UInt64, message: UInt64) -> InvalidValue {
    let count = "\(values) value\(values == 1 ? "" : "s")"
    return InvalidValue(place: "", reason: "a unique placeholder has \(count), and #\(message) would repeat one")
  }
}
