/// A scenario with everything in its place, as `explain` shows it: every value that is written, with where it stands.
package struct ResolvedTree: Sendable {
  /// One value and the place it comes from.
  package struct Entry: Sendable, Equatable {
    /// `stages.peak.rate`
    package var path: String
    package var value: String
    /// Nil for what holds by the language.
    package var position: SourcePosition?
  }

  let root: YAMLNode

  init(_ root: YAMLNode) { self.root = root }
}
