internal import Diagnostics
internal import Templates

/// An order within each key needs keys.
enum OrderPerKey {
  /// One for each template that stages send and that has no key.
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
