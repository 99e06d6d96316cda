internal import Diagnostics
internal import Scenarios
internal import Templates

/// A plan as a person reads it, in at most 100 columns.
package enum PlanText {
  static let width = 100

  package static func text(_ plan: Plan) -> String {
    let sections = [
      heading(plan), TimeLine(bars(plan), width: width).text, stages(plan), sums(plan),
      topics(plan), systems(plan.systems), plan.identities.isEmpty ? nil : identities(plan.identities), messages(plan),
      settings(plan),
      memory(plan), files(plan),
    ].compactMap { $0 }
    return sections.joined(separator: "\n")
  }

  private static func heading(_ plan: Plan) -> String {
    let place = plan.brokers.map { $0.joined(separator: ",").cut(to: 60).visible } ?? "the embedded broker"
    let stages = HumanNumber.count(UInt64(plan.stages.count), "stage")
    return "\(plan.scenario.visible): \(messageCount(plan)) in \(stages), on \(place)\n"
      + "This is what a run would do. Nothing was sent, and no broker was asked.\n"
  }

  private static func messageCount(_ plan: Plan) -> String {
    let known = HumanNumber.count(plan.stages.reduce(0) { $0 + ($1.messages ?? 0) }, "message")
    return plan.stages.contains { $0.messages == nil } ? "\(known) and what goes at max" : known
  }

  // MARK: Stages

  private static func stages(_ plan: Plan) -> String {
    let rows = plan.stages
    let isSummed = rows.count > 1
    func column(_ title: String, isWords: Bool = false, _ sum: String = "", _ cell: (PlannedStage) -> String)
      -> TextTable.Column
    {
      TextTable.Column(title: title, cells: rows.map(cell) + (isSummed ? [sum] : []), isWords: isWords)
    }
    let messages = rows.reduce(UInt64(0)) { $0 + ($1.messages ?? 0) }
    let bytes = rows.reduce(0.0) { $0 + ($1.bytes ?? 0) }
    let more = rows.contains { $0.messages == nil } ? "+" : ""
    // Only where a rate is not the same all the time.
    let shape = [
      column("profile", isWords: true) { $0.schedule.profile.word },
      column("peak") { $0.schedule.peak.map(HumanNumber.rate) ?? "max" },
    ]
    let table = TextTable(
      columns: [
        column("stage", isWords: true, "all") { $0.name },
        column("rate") { $0.perSecond.map(HumanNumber.rate) ?? "max" },
      ] + (rows.contains { $0.schedule.profile.isVarying } ? shape : []) + begins(plan, isSummed)
        + (rows.contains { $0.producers > 1 } ? [column("producers") { String($0.producers) }] : []) + [
          column("lasts", length(plan)) { length($0.length) },
          column("messages", HumanNumber.grouped(messages) + more) { $0.messages.map(HumanNumber.grouped) ?? "?" },
          column("bytes", HumanNumber.bytes(bytes) + more) { $0.bytes.map { HumanNumber.bytes($0) } ?? "?" },
          column("each") { HumanNumber.bytes($0.size.mean) },
          column(plan.systems.targets.isEmpty ? "topic" : "to", isWords: true) { $0.topic.visible },
          column("template", isWords: true) { $0.template },
          column("partition", isWords: true) { $0.partition },
        ])
    return table.text(width: width) + "\n"
  }

  private static func length(_ length: PlannedLength) -> String {
    switch length {
    case .exactly(let time): time.shortDuration
    case .open: "?"
    }
  }

  private static func length(_ plan: Plan) -> String {
    plan.known.shortDuration + (plan.stages.contains { $0.length.isOpen } ? "+" : "")
  }

  private static func bars(_ plan: Plan) -> [TimeLine.Bar] {
    let starts = plan.starts
    return plan.stages.enumerated().map { TimeLine.Bar($1, start: starts?[$0]) }
  }

  /// The column that says when each stage begins, where not all follow one another.
  private static func begins(_ plan: Plan, _ isSummed: Bool) -> [TextTable.Column] {
    guard let timeline = plan.timeline else { return [] }
    let cells = plan.stages.indices.map { stage in
      timeline.ordinal(ofStage: stage).map { begin(of: $0, in: timeline) } ?? ""
    }
    return [TextTable.Column(title: "begins", cells: cells + (isSummed ? [""] : []), isWords: true)]
  }

  private static func begin(of entry: Int, in timeline: Timeline) -> String {
    func behind(_ delay: Nanoseconds) -> String { delay == .zero ? "" : " + \(delay.shortDuration)" }
    switch timeline.entries[entry].start {
    case .with(let other, let delay): return "with \(timeline.entries[other].name)\(behind(delay))"
    case .after(let other, let delay): return "after \(timeline.entries[other].name)\(behind(delay))"
    case .afterAllAbove:
      guard entry > 0 else { return "at once" }
      let before = timeline.entries[entry - 1]
      if case .pause(let length) = before.activity { return "after a pause of \(length.shortDuration)" }
      return "after all above"
    }
  }

  // MARK: What comes of them

  private static func sums(_ plan: Plan) -> String {
    let facts = [fact("time", time(plan)), fact("peak", peak(plan)), fact("bytes", bytes(plan)), padding(plan)]
    let more =
      plan.data.map { fact("data", data($0)) } + [looks(plan)]
      + (plan.stages.allSatisfy(\.isPosted) ? [] : [fact("reading", reading(plan.verify))])
    return (facts + more).joined()
  }

  private static func data(_ data: PlannedData) -> String {
    let order =
      switch data.order {
      case .inOrder: "in order, and again from the top"
      case .shuffled: "shuffled, each pass anew"
      case .once: "each once"
      }
    return "\(HumanNumber.count(data.rows, "row")) of \(data.path.cut(to: 50).visible) in template "
      + "\(data.template), \(order)"
  }

  private static func reading(_ verify: Verify) -> String {
    if let unread = verify.unread { return unread.sentence }
    let time = verify.mode == .after ? "after all messages are sent" : "while the load runs"
    let limit = verify.atMost.map { ", or \($0.shortDuration) after the last send" } ?? ""
    return "every message is read back \(time), until all is found, or for \(verify.within.shortDuration) without "
      + "progress\(limit)"
  }

  private static func time(_ plan: Plan) -> String {
    let open = plan.stages.filter(\.length.isOpen)
    let known = plan.known.shortDuration
    guard let first = open.first else { return "\(known) of sending, where the cluster keeps up" }
    let names = NameList.text(open.map(\.name))
    guard open.count == 1, case .open(let limit) = first.length else {
      return "at least \(known) of sending; \(names) go on until all of theirs is sent"
    }
    return "at least \(known) of sending; \(names) goes on until all of it is sent, \(limit.shortDuration) at most"
  }

  private static func peak(_ plan: Plan) -> String {
    let fastest = plan.stages.max { ($0.schedule.peak ?? 0) < ($1.schedule.peak ?? 0) }
    let flatOut = plan.stages.filter { !$0.schedule.isPaced }.map(\.name)
    let unbound = "as fast as the cluster takes it in \(NameList.text(flatOut))"
    guard let fastest, let rate = fastest.schedule.peak else { return unbound }
    let peak = "\(HumanNumber.rate(rate)), \(HumanNumber.bytes(perSecond: rate * fastest.size.mean)) in \(fastest.name)"
    return flatOut.isEmpty ? peak : "\(peak); \(unbound)"
  }

  private static func bytes(_ plan: Plan) -> String {
    let samples = plan.stages.compactMap(\.size.samples).max()
    let how =
      samples.map { "the mean of \(HumanNumber.count(UInt64($0), "sample")) of each stage, times its messages" }
      ?? "exact, from the messages themselves"
    let before = plan.compression == "none" ? "" : ", before compression by \(plan.compression.visible)"
    return "of keys and values\(before): \(how)"
  }

  static func fact(_ name: String, _ text: String) -> String {
    let indent = 11
    let lines = text.wrapped(at: width - indent)
    let label = name + String(repeating: " ", count: indent - name.count)
    return label + lines.joined(separator: "\n" + String(repeating: " ", count: indent)) + "\n"
  }
}

extension TimeLine.Bar {
  init(_ stage: PlannedStage, start: Nanoseconds?) {
    self.init(name: stage.name, length: stage.length, measured: stage.measured, start: start)
  }
}
