internal import Rehearsal
internal import Reporting
internal import Verification

/// The comparison of the two sides of repeated runs.
enum RunComparison {
  /// Prints it behind the summaries, and notes its part of the exit code.
  static func show(_ runs: ComparedRuns, _ options: RunOptions, _ ending: RunEnding) {
    guard runs.hasBoth else {
      Terminal.errors.write("rehearse: nothing is compared: \(absence(runs))\n")
      return ending.note(comparison: .notComparable)
    }
    let sides = ComparedSides.runs(
      base: runs.base, new: runs.new, baseName: options.againstLabel ?? ReportPlaces.against,
      newName: options.label ?? "this side")
    do throws(ComparisonError) {
      let comparisons = try BuildComparison(sides: sides, allowsDrift: options.hasSameFiles).run()
      ending.noteContinuation()
      ending.note(Terminal.output.write("\n" + ComparisonText.tables(comparisons, showsAll: false) + "\n"))
      let exit = Comparison.exit(of: comparisons)
      if exit != .passed { ending.note(comparison: exit) }
    } catch {
      Terminal.errors.write(error.text + "\n")
      ending.note(comparison: .notComparable)
    }
  }

  private static func absence(_ runs: ComparedRuns) -> String {
    if runs.base.isEmpty {
      return runs.leftOut > 0
        ? "all runs of the other side failed, \(runs.leftOut) in all" : "there is no run of the other side"
    }
    return "there is no run of this side"
  }
}

extension RunOptions {
  /// Both builds read the same files, and were asked for the same brokers: a hash of the scenario that differs is one that they compute
  /// in different ways. Other brokers may be the embedded one, which is not compared with a cluster.
  fileprivate var hasSameFiles: Bool {
    switch against {
    case .binary: true
    case .brokers, nil: false
    }
  }
}
