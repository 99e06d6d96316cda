/// The folders of the runs that are compared, and how many of the other side are not.
package struct ComparedRuns: Sendable, Equatable {
  package var base: [String] = []
  package var new: [String] = []
  /// Runs of the other side that failed.
  package var leftOut = 0

  package var hasBoth: Bool { !base.isEmpty && !new.isEmpty }

  package init() {}
}
