internal import Diagnostics
internal import Scenarios

/// Keys of a stage's `start`: `with` or `after`.
enum StartKeys {
  static let with = Key(
    "with", .reference(.stage), "Begins together with this stage, which must be above.", examples: ["spike"]
  ) { $0.name($1) }
  static let after = Key(
    "after", .reference(.stage), "Begins when this stage, which must be above, has ended.", examples: ["spike"]
  ) {
    $0.name($1)
  }
  static let delay = Key(
    "delay", .duration, "Delay after that.", default: .described("none"), examples: ["5s"]
  ) {
    $0.duration($1)
  }
  static let table = KeyTable(
    name: "start", title: "A start", summary: "The beginning of a stage: `with` or `after` another.",
    rows: [with.row, after.row, delay.row],
    rules: [.oneOf(["with", "after"])], isReplacedWhole: true,
    example: MappingExample(in: "stage", "start: {with: spike, delay: 5s}"))
}

extension ValueReader {
  mutating func start(_ pair: YAMLPair) -> StageStart? {
    guard let fields = fields(of: pair.value, named: "start", in: " in start", as: StartKeys.table) else { return nil }
    let with = setting(StartKeys.with, fields)
    let after = setting(StartKeys.after, fields)
    let delay = setting(StartKeys.delay, fields)
    guard only(["with", "after"], of: fields, in: " in start") != nil else { return nil }
    let reference: StageStart.Reference? = with.value != nil ? .with : after.value != nil ? .after : nil
    guard let reference, let name = with.value ?? after.value else { return nil }
    return StageStart(
      reference: reference, name: name, range: with.range ?? after.range ?? pair.value.range,
      delay: delay.value ?? .zero)
  }
}

/// The stage or pause that another begins with or after.
struct StageStart {
  enum Reference {
    case with, after
  }

  var reference: Reference
  var name: String
  var range: SourceRange
  var delay: Nanoseconds
}
