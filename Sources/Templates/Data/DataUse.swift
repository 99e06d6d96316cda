/// A template's use of one column of its data.
package struct DataUse: Hashable {
  package var path: DataPath
  /// Used as text, as a whole JSON value, or both.
  package var asText = false
  package var asJSON = false

  package init(
    path: DataPath, asText: Bool = false, asJSON: Bool = false
  ) {
    self.path = path
    self.asText = asText
    self.asJSON = asJSON
  }
}
