package import Diagnostics

/// A property of librdkafka, passed through as it is written.
package struct ClientProperty: Sendable, Equatable {
  package var name: String
  package var value: String
  /// The position of its name.
  package var range: SourceRange
  package var valueRange: SourceRange
  /// The file itself holds the value: no variable is in it.
  package var isInFile: Bool
  /// The value must not be shown: its name or its text may be a secret's, or it comes from a variable that is named like one.
  package var isSecret: Bool

  /// Without a `valueRange` the value has the position of its name.
  package init(
    name: String, value: String, range: SourceRange, valueRange: SourceRange? = nil, isInFile: Bool = false,
    isSecret: Bool? = nil
  ) {
    self.name = name
    self.value = value
    self.range = range
    self.valueRange = valueRange ?? range
    self.isInFile = isInFile
    self.isSecret = isSecret ?? SecretName.matches(property: name, value: value)
  }
}
