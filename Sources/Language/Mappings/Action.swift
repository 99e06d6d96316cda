internal import Diagnostics
internal import Scenarios

/// Keys of an action.
enum ActionKeys {
  static let name = Key("name", .name, "Name of the action in every report.", examples: ["restart"], required: true) {
    $0.name($1)
  }

  static let at = Key(
    "at", .either([.duration, .mapping(ActionStartKeys.table)]),
    "Time at which it begins: after the start of the first stage, or of a stage by its name.",
    examples: ["20s", "{with: peak, delay: 5s}"], required: true
  ) { $0.actionStart($1) }

  static let run = Key(
    "run", .list(.text), "A program and its arguments. No shell reads them.",
    examples: ["[docker, restart, orders]"], required: true
  ) { $0.actionWords($1) }

  static let within = Key("within", .duration, "The longest time that `run` may take, and `then`.", examples: ["2m"]) {
    $0.duration($1)
  }.defaulting(to: ScheduledAction.usualLimit)

  static let pause = Key(
    "for", .duration, "Time from the end of `run` to the start of `then`.", default: .described("none"),
    examples: ["5s"]
  ) { $0.duration($1) }

  static let then = Key(
    "then", .list(.text), "The command that takes it back. It runs in any case once `run` was started.",
    examples: ["[docker, start, orders]"]
  ) { $0.actionWords($1) }

  static let table = KeyTable(
    name: "action", title: "An action",
    summary:
      "A command on the time line. One that fails makes the run inconclusive: what it claims to survive did not happen.",
    rows: [name.row, at.row, run.row, within.row, pause.row, then.row],
    example: MappingExample(
      in: "scenario",
      """
      actions:
        - name: broker-down
          at: 5s
          run: [docker, stop, kafka-1]
          for: 10s
          then: [docker, start, kafka-1]
      """))
}

/// Keys of an action's `at`.
enum ActionStartKeys {
  static let with = Key(
    "with", .reference(.stage), "The stage with whose start it begins.", examples: ["peak"], required: true
  ) { $0.name($1) }

  static let delay = Key("delay", .duration, "Delay after that.", default: .described("none"), examples: ["5s"]) {
    $0.duration($1)
  }

  static let table = KeyTable(
    name: "action-start", title: "The start of an action", summary: "With a stage, or so long after its start.",
    rows: [with.row, delay.row], isReplacedWhole: true,
    example: MappingExample(in: "action", "at: {with: peak, delay: 5s}"))
}

/// The time at which an action begins, as it is written.
enum WrittenActionStart: Sendable, Equatable {
  case at(Nanoseconds)
  case with(WrittenName, delay: Nanoseconds)
}

/// An action as it is written.
struct WrittenAction: Sendable, Equatable {
  var name: String
  var range: SourceRange
  var start: WrittenActionStart
  var run: [String]
  var within: Nanoseconds
  var pause: Nanoseconds
  var then: [String]?
}

/// The actions of a scenario, as far as they could be read.
struct WrittenActions {
  var actions: [WrittenAction] = []
  /// False if something in them was reported.
  var isWhole: Bool
}

extension ValueReader {
  /// The actions that could be read.
  mutating func actions(_ scenario: Fields) -> WrittenActions {
    guard let pair = scenario["actions"] else { return WrittenActions(isWhole: !scenario.mayMean("actions")) }
    guard let items = sequence(pair.value, named: "actions") else { return WrittenActions(isWhole: false) }
    var lines: [String: Int] = [:]
    let actions = items.enumerated().compactMap { action($1, number: $0 + 1, &lines) }
    return WrittenActions(actions: actions, isWhole: actions.count == items.count)
  }

  private mutating func action(_ item: YAMLNode, number: Int, _ lines: inout [String: Int]) -> WrittenAction? {
    let named = item.mapping?["name"]?.value
    let title = named?.scalar.map { "action \(quoted($0.text))" } ?? "action \(number)"
    let context = " in \(title)"
    guard
      let fields = fields(
        of: item, named: "action \(number)", in: context, as: ActionKeys.table, headRange: named?.range)
    else { return nil }
    let name = required(ActionKeys.name, fields, in: context)
    let start = required(ActionKeys.at, fields, in: context)
    let run = required(ActionKeys.run, fields, in: context)
    let within = value(ActionKeys.within, fields)
    let pause = setting(ActionKeys.pause, fields)
    let then = setting(ActionKeys.then, fields)
    if let pair = fields["for"], fields.lacks("then") {
      missing("then", in: context, at: pair.key.range, remedy: "\"for\" is the time until it")
    }
    if let name, let pair = fields["name"] {
      if let line = lines[name] {
        report(
          Diagnostic(
            code: .duplicateName, "two actions are named \(quoted(name))", at: pair.value.range,
            remedy: "the first is in line \(line)"))
        return nil
      }
      lines[name] = pair.value.range.start.line
    }
    if case .faulty = then { return nil }
    guard let name, let start, let run else { return nil }
    return WrittenAction(
      name: name, range: fields["name"]?.value.range ?? fields.headRange, start: start, run: run, within: within,
      pause: pause.value ?? .zero, then: then.value)
  }

  /// A duration, or a stage with a delay.
  mutating func actionStart(_ pair: YAMLPair) -> WrittenActionStart? {
    guard case .mapping = pair.value.content else {
      return duration(pair).map(WrittenActionStart.at)
    }
    let context = " in at"
    guard let fields = fields(of: pair.value, named: "at", in: context, as: ActionStartKeys.table) else { return nil }
    let with = required(ActionStartKeys.with, fields, in: context)
    let delay = setting(ActionStartKeys.delay, fields)
    if case .faulty = delay { return nil }
    guard let with else { return nil }
    return .with(
      WrittenName(text: with, range: fields["with"]?.value.range ?? pair.value.range), delay: delay.value ?? .zero)
  }

  /// The words of a command, as they are: braces in them are the command's own.
  mutating func actionWords(_ pair: YAMLPair) -> [String]? {
    commandItems(pair).flatMap { items in
      every(items) { reader, item in
        reader.commandWord(YAMLPair(key: pair.key, value: item), isShell: false)
      }
    }
  }

  /// The actions with the places of their stages on the time line; nil if one names a stage that there is not.
  mutating func placed(
    _ written: WrittenActions, on timeline: Timeline?, stages names: [String]?
  ) -> [ScheduledAction]? {
    let placed = every(written.actions) { reader, action -> ScheduledAction? in
      let start: ScheduledAction.Start
      switch action.start {
      case .at(let time): start = .at(time)
      case .with(let name, let delay):
        if let names, !names.contains(name.text) {
          reader.report(
            .unknown(
              "stage", name.text, in: "", code: .unknownName, at: name.range, read: names, later: [],
              listed: "the stages are"))
          return nil
        }
        guard let entry = timeline?.entries.firstIndex(where: { $0.name == name.text }) else { return nil }
        start = .with(entry, delay: delay)
      }
      return ScheduledAction(
        name: action.name, range: action.range, start: start, run: action.run, within: action.within,
        pause: action.pause, then: action.then)
    }
    return written.isWhole ? placed : nil
  }
}
