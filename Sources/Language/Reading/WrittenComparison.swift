internal import Diagnostics
package import Scenarios

/// `compare:` of a scenario, under the name that its rows in reports have.
package struct WrittenComparison: Sendable, Equatable {
  package var scenario: String
  package var settings: [ComparisonSetting]
  /// From the key to the end of the value; nil where it is not written.
  var lines: ClosedRange<Int>?

  /// True if nothing of it is missing: builds are compared where the variables of a run need not be set.
  func isWhole(beside diagnostics: [Diagnostic]) -> Bool {
    diagnostics.allSatisfy { diagnostic in
      guard diagnostic.severity == .error else { return true }
      let places = [diagnostic.range] + diagnostic.notes.compactMap(\.range)
      return diagnostic.code == .unsetVariable && !places.contains { lines?.contains($0.start.line) ?? false }
    }
  }
}
