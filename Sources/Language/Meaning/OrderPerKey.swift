internal import Diagnostics
internal import Templates

/// The check that templates have keys where messages must keep their order within each key.
enum OrderPerKey {
  /// One diagnostic for each template without a key that stages send.
  static func diagnostics(
    at range: SourceRange?, _ templates: Declarations<Template>?, used: Set<Int>
  ) -> [Diagnostic] {
    guard let range, let templates else { return [] }
    return used.sorted().compactMap { index in
      guard let fields = templates.entries[index].fields, fields.lacks("key") else { return nil }
      return Diagnostic(
        code: .conflict, "messages of template \(quoted(templates.entries[index].name)) have no key to be ordered by",
        at: range, remedy: "give the template a key, or write per-partition")
    }
  }
}
