/// What a template takes of one column of its data.
package struct DataUse: Hashable {
  package var path: DataPath
  /// As text, or as a whole value of JSON, or both.
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
