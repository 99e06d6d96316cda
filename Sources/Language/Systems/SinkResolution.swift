internal import Diagnostics
internal import Scenarios
internal import Templates

/// Makes sinks of what is written, once the stages are known: the messages that each holds, and where they come from.
struct SinkResolution {
  /// Messages of some stages; templates are nil for all of these.
  struct Held {
    var stages: [Int]
    var templates: [Int]?
  }

  let written: Declarations<WrittenSink>
  let topics: Declarations<Topic>
  let templates: Declarations<Template>
  let stages: [Stage]
  /// As written at the top.
  let expectations: [Expectation]
  private(set) var diagnostics: [Diagnostic] = []
  private var origins: [Sink.Origin?] = []
  private var sources: [Sink.Source?] = []
  private var held: [Held?] = []

  init(
    _ written: Declarations<WrittenSink>, topics: Declarations<Topic>, templates: Declarations<Template>,
    stages: [Stage], expectations: [Expectation]
  ) {
    self.written = written
    self.topics = topics
    self.templates = templates
    self.stages = stages
    self.expectations = expectations
  }

  /// The sinks in the order written; nil if something in them was reported. `reader` is the identity that reads one's topic.
  mutating func sinks(reader: (WrittenSink) -> Int) -> [Sink]? {
    origins = written.entries.map { entry in entry.value.flatMap { origin(of: $0) } }
    sources = written.entries.map { entry in entry.value.flatMap { source(of: $0) } }
    held = written.entries.map { _ in nil }
    guard let order else { return nil }
    for index in order { held[index] = written.entries[index].value.flatMap { heldMessages($0, index) } }
    for index in written.entries.indices {
      if let sink = written.entries[index].value, !holdIdentity(sink) { held[index] = nil }
    }
    let sinks = written.entries.indices.compactMap { index -> Sink? in
      guard let entry = written.entries[index].value, let origin = origins[index], let source = sources[index],
        let held = held[index]
      else { return nil }
      var sink = entry.sink
      (sink.origin, sink.source) = (origin, source)
      (sink.heldStages, sink.heldTemplates) = (held.stages, held.templates)
      // One member of any_of need not have what another has.
      sink.extent = entry.holds == .some || entry.holds == nil && isMember(index) ? .some : .all
      sink.reader = reader(entry)
      if let identity = entry.identity {
        sink.identity = identity
      } else if case .command = source {
        sink.identity = .line
      }
      return sink
    }
    return sinks.count == written.entries.count ? sinks : nil
  }

  /// True for a sink that another is made of.
  private func isMember(_ index: Int) -> Bool {
    sources.contains { if case .anyOf(let members)? = $0 { members.contains(index) } else { false } }
  }

  // MARK: Names

  private mutating func origin(of sink: WrittenSink) -> Sink.Origin? {
    guard let from = sink.from else { return .acknowledged }
    if let index = written.index(of: from.text) { return .sink(index) }
    let sentTo = topics.entries.indices.filter { index in stages.contains { $0.topic == index } }
    if let index = topics.index(of: from.text), sentTo.contains(index) { return .topic(index) }
    if topics.index(of: from.text) != nil {
      diagnostics.append(
        Diagnostic(
          code: .conflict, "no stage sends to topic \(quoted(from.text)), and it is no sink", at: from.range,
          remedy: "declare it under sinks"))
    } else {
      diagnostics.append(
        .unknown(
          "sink", from.text, in: "", code: .unknownName, at: from.range,
          read: written.entries.map(\.name).filter { $0 != sink.name } + sentTo.map { topics.entries[$0].name },
          later: [], listed: "it can be"))
    }
    return nil
  }

  private mutating func source(of sink: WrittenSink) -> Sink.Source? {
    switch sink.source {
    case .topic(let index): return .topic(index)
    case .command(let query): return .command(query)
    case .anyOf(let names):
      var indices: [Int] = []
      for name in names {
        guard let index = written.index(of: name.text) else {
          diagnostics.append(
            .unknown(
              "sink", name.text, in: "", code: .unknownName, at: name.range,
              read: written.entries.map(\.name).filter { $0 != sink.name }, later: [], listed: "declared"))
          continue
        }
        if !indices.contains(index) { indices.append(index) }
      }
      return indices.count == names.count || Set(names.map(\.text)).count == indices.count ? .anyOf(indices) : nil
    }
  }

  /// The sinks, each after those that it refers to; nil for a circle, which is reported.
  private var order: [Int]? {
    mutating get {
      var order: [Int] = []
      var state: [Int: Bool] = [:]
      for index in written.entries.indices {
        guard visit(index, [], &state, &order) else { return nil }
      }
      return order
    }
  }

  /// False for a circle. `state` is false while a sink's references are followed, true once they were.
  private mutating func visit(_ index: Int, _ chain: [Int], _ state: inout [Int: Bool], _ order: inout [Int]) -> Bool {
    switch state[index] {
    case true?: return true
    case false?:
      let circle = chain.drop { $0 != index } + [index]
      let last = written.entries[chain.last ?? index].value
      let named = written.entries[index].name
      let range = last?.from?.text == named ? last?.from?.range : last.flatMap { Self.member(named, of: $0) }
      diagnostics.append(
        Diagnostic(
          code: .conflict,
          "sink \(quoted(named)) refers to itself: \(circle.map { written.entries[$0].name }.joined(separator: " → "))",
          at: range ?? last?.range ?? SourceRange(start: .init(line: 1, column: 1), end: .init(line: 1, column: 1)),
          remedy: "remove one of them"))
      return false
    case nil: break
    }
    state[index] = false
    var next: [Int] = []
    if case .sink(let other)? = origins[index] { next.append(other) }
    if case .anyOf(let others)? = sources[index] { next += others }
    for other in next {
      guard visit(other, chain + [index], &state, &order) else { return false }
    }
    state[index] = true
    order.append(index)
    return true
  }

  private static func member(_ name: String, of sink: WrittenSink) -> SourceRange? {
    guard case .anyOf(let names) = sink.source else { return nil }
    return names.first { $0.text == name }?.range
  }

  // MARK: Messages

  /// The messages that a sink can hold: of `from`, or of every stage with a target; without stages that must be refused.
  private func possible(_ index: Int) -> Held? {
    switch origins[index] {
    case nil: nil
    case .sink(let other)?: held[other]
    case .topic(let topic)?: Held(stages: stages.indices.filter { stages[$0].topic == topic && !isRefused($0) })
    case .acknowledged?: Held(stages: stages.indices.filter { stages[$0].target != nil && !isRefused($0) })
    }
  }

  /// True where `refused == …` is expected of a stage.
  private func isRefused(_ index: Int) -> Bool {
    let stage = stages[index]
    return (stage.expectations + expectations.filter { $0.scope == .stage(stage.name) || $0.scope == .eachStage })
      .contains { $0.metric == .refused }
  }

  private mutating func heldMessages(_ sink: WrittenSink, _ index: Int) -> Held? {
    guard let possible = possible(index) else { return nil }
    let range = sink.holdsRange ?? sink.range
    switch sink.holds {
    case nil, .all?, .some?:
      if !possible.stages.isEmpty { return possible }
      diagnostics.append(
        Diagnostic(
          code: .conflict, "sink \(quoted(sink.name)) holds nothing: no stage posts to a target", at: range,
          remedy: "write from: and the topic that stages send to, or holds: {stages: [NAME]}"))
      return nil
    case .templates(let names)?: return ofTemplates(names, sink, among: possible)
    case .stages(let names)?: return ofStages(names, sink, among: sink.from == nil ? nil : possible)
    }
  }

  private mutating func ofTemplates(_ names: [WrittenName], _ sink: WrittenSink, among possible: Held) -> Held? {
    var indices: [Int] = []
    var isWhole = true
    for name in names {
      guard let index = templates.index(of: name.text) else {
        diagnostics.append(
          .unknown(
            "template", name.text, in: "", code: .unknownName, at: name.range, read: templates.entries.map(\.name),
            later: [], listed: "declared"))
        isWhole = false
        continue
      }
      let isSent = possible.stages.contains { stage in stages[stage].shares.contains { $0.template == index } }
      guard isSent, possible.templates?.contains(index) ?? true else {
        diagnostics.append(
          Diagnostic(
            code: .conflict,
            sink.from.map { "\(quoted($0.text)) holds no messages of template \(quoted(name.text))" }
              ?? "no stage posts messages of template \(quoted(name.text)) to a target", at: name.range,
            remedy: sink.from == nil ? "write from: and the topic that they are sent to" : "remove it"))
        isWhole = false
        continue
      }
      if !indices.contains(index) { indices.append(index) }
    }
    guard isWhole else { return nil }
    return Held(
      stages: possible.stages.filter { stage in
        stages[stage].shares.contains { indices.contains($0.template) }
      }, templates: indices)
  }

  private mutating func ofStages(_ names: [WrittenName], _ sink: WrittenSink, among possible: Held?) -> Held? {
    var indices: [Int] = []
    var isWhole = true
    for name in names {
      guard let index = stages.firstIndex(where: { $0.name == name.text }) else {
        diagnostics.append(
          .unknown(
            "stage", name.text, in: "", code: .unknownName, at: name.range, read: stages.map(\.name), later: [],
            listed: "the stages are"))
        isWhole = false
        continue
      }
      if let possible, !possible.stages.contains(index) {
        diagnostics.append(
          Diagnostic(
            code: .conflict, "\(quoted(sink.from?.text ?? "")) holds no messages of stage \(quoted(name.text))",
            at: name.range, remedy: "remove it"))
        isWhole = false
        continue
      }
      if !indices.contains(index) { indices.append(index) }
    }
    return isWhole ? Held(stages: indices.sorted(), templates: possible?.templates) : nil
  }

  // MARK: Topics that stages send to

  /// False for a topic whose sink must say where the id is, which is reported: it is in the header only where this program sends.
  private mutating func holdIdentity(_ sink: WrittenSink) -> Bool {
    guard case .topic(let topic) = sink.source else { return true }
    let isSentTo = stages.contains { $0.topic == topic }
    if isSentTo, sink.identity == nil || sink.identity == .header {
      diagnostics.append(
        Diagnostic(
          code: .conflict,
          "topic \(quoted(topics.entries[topic].name)) is verified without a sink: stages send to it",
          at: sink.identityRange ?? sink.range,
          remedy: "remove the sink, or write where requests put {{id}}: identity: {json: $.id}"))
      return false
    }
    if sink.identity == nil {
      diagnostics.append(
        Diagnostic(
          code: .missingKey, "\"identity\" is missing in sink \(quoted(sink.name))", at: sink.range,
          remedy: "write where {{id}} is in its records, for example identity: {json: $.id}"))
      return false
    }
    return true
  }
}
