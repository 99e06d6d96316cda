internal import Diagnostics
package import Scenarios

/// A stage at one moment of its run.
package struct ProgressFigures: Sendable, Equatable {
  package var stage: String
  package var elapsed: Nanoseconds
  /// Nil where only a count ends the stage.
  package var target: Nanoseconds?
  package var sent: UInt64
  /// The messages that the whole stage is due to send; nil where only its end in time is known.
  package var due: UInt64?
  package var acknowledged: UInt64
  /// Nil where the topic is not read back.
  package var read: UInt64?
  /// Messages a second since the line before.
  package var rate: Double
  package var latenessMax: Nanoseconds?
  /// Records that are there and not yet read.
  package var lag: UInt64?
  package var rejected: UInt64
  /// Not sent because of what is in it.
  package var withheld: UInt64

  package init(
    stage: String, elapsed: Nanoseconds, target: Nanoseconds?, sent: UInt64, due: UInt64?, acknowledged: UInt64,
    read: UInt64?,
    rate: Double, latenessMax: Nanoseconds?, lag: UInt64?, rejected: UInt64, withheld: UInt64 = 0
  ) {
    self.stage = stage
    self.elapsed = elapsed
    self.target = target
    self.sent = sent
    self.due = due
    self.acknowledged = acknowledged
    self.read = read
    self.rate = rate
    self.latenessMax = latenessMax
    self.lag = lag
    self.rejected = rejected
    self.withheld = withheld
  }
}

/// One plain line about a stage that runs, for standard error.
package enum ProgressLine {
  /// Without a line end. `width` is that of the longest stage's name:
  ///
  ///     steady        12.0s of 60.0s  240,112 of 1,200,000 sent  20,009/s  lag 1,204  late at most 1.20ms
  ///
  /// When everything is sent, it says how far reading has come instead.
  package static func text(_ figures: ProgressFigures, width: Int = 12) -> String {
    let name = figures.stage.visible
    let padding = String(repeating: " ", count: max(width - name.count, 0))
    let fields: [String?] = [
      name + padding,
      HumanNumber.seconds(nanoseconds: figures.elapsed)
        + (figures.target.map { " of \(HumanNumber.seconds(nanoseconds: $0))" } ?? ""),
      HumanNumber.grouped(figures.sent)
        + (figures.due.map { $0 == figures.sent ? "" : " of \(HumanNumber.grouped($0))" } ?? "") + " sent",
    ]
    return (fields + (figures.isSent ? closing(figures) : sending(figures))).compactMap { $0 }.joined(separator: "  ")
  }

  private static func sending(_ figures: ProgressFigures) -> [String?] {
    [
      HumanNumber.rate(figures.rate),
      figures.lag.map { "lag \(HumanNumber.grouped($0))" },
      figures.latenessMax.map { "late at most \(HumanNumber.milliseconds(Double($0.count) / 1e6))" },
      rejected(figures), withheld(figures),
    ]
  }

  private static func closing(_ figures: ProgressFigures) -> [String?] {
    let answered = figures.acknowledged + figures.rejected
    return [
      answered < figures.sent ? "\(HumanNumber.grouped(figures.sent - answered)) not answered" : nil,
      figures.read.map { "\(HumanNumber.grouped($0)) read back" },
      rejected(figures), withheld(figures),
    ]
  }

  private static func rejected(_ figures: ProgressFigures) -> String? {
    figures.rejected > 0 ? "\(HumanNumber.grouped(figures.rejected)) rejected" : nil
  }

  private static func withheld(_ figures: ProgressFigures) -> String? {
    figures.withheld > 0 ? "\(HumanNumber.grouped(figures.withheld)) withheld" : nil
  }
}

extension ProgressFigures {
  fileprivate var isSent: Bool { due == sent + withheld }
}
