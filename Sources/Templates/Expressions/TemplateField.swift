/// A name of `fields:` with its sequence.
package struct TemplateField: Sendable, Equatable {
  package var name: String
  package var start: UInt64
  package var prefix: String

  package init(name: String, start: UInt64, prefix: String) {
    self.name = name
    self.start = start
    self.prefix = prefix
  }
}
