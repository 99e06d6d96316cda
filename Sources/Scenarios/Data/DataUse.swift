/// What a template takes of one column of its data.
struct DataUse: Hashable {
  var path: DataPath
  /// As text, or as a whole value of JSON, or both.
  var asText = false
  var asJSON = false
}
