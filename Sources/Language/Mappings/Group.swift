internal import Diagnostics
internal import Scenarios

/// Keys of a group.
enum GroupKeys {
  static let name = Key(
    "name", .text, "The group's id in the cluster.", default: .described("the key"),
    examples: ["orders-${CI_JOB_ID:-local}"]
  ) { $0.text($1) }

  static let topics = Key(
    "topics", .list(.reference(.topic)), "The topics whose lag counts.", examples: ["[orders]"], required: true
  ) { $0.names($1) }

  static let every = Key("every", .duration, "Time between two questions.", examples: ["5s"]) {
    $0.duration($1)
  }.defaulting(to: .seconds(1))

  static let expect = Key(
    "expect", CheckKeys.kind, "Conditions that the group must meet.", examples: ["[caught_up < 30s]"]
  ) { $0.expectations($1, in: .place(.group)) }

  static let table = KeyTable(
    name: "group", title: "A group",
    summary: "A consumer group of the system under test. Its lag is watched, and it is not joined.",
    rows: [name.row, topics.row, every.row, expect.row],
    example: MappingExample(
      in: "scenario", "groups:\n  order-consumers: {topics: [orders], expect: [caught_up < 30s]}"))
}

extension ValueReader {
  /// The groups that are declared.
  mutating func groups(_ scenario: Fields, _ topics: Declarations<Topic>?) -> Declarations<WatchedGroup>? {
    guard scenario.has("groups") else { return scenario.mayMean("groups") ? nil : Declarations() }
    return declarations("groups", of: scenario, example: "groups: {order-consumers: {topics: [orders]}}") {
      reader, pair in reader.group(pair, topics)
    }
  }

  private mutating func group(_ pair: YAMLPair, _ topics: Declarations<Topic>?) -> (WatchedGroup?, Fields?) {
    let context = " in group \(quoted(pair.key.text))"
    guard
      let fields = fields(
        of: pair.value, named: pair.key.text, in: context, as: GroupKeys.table, headRange: pair.key.range)
    else { return (nil, nil) }
    let name = setting(GroupKeys.name, fields)
    let written = required(GroupKeys.topics, fields, in: context)
    let every = value(GroupKeys.every, fields)
    let expected = setting(GroupKeys.expect, fields).value
    let indices = written.flatMap { names in
      self.every(names) { reader, name in
        reader.reference(.given(name.text, at: name.range), "topic", in: topics).value
      }
    }
    if case .faulty = name { return (nil, fields) }
    guard let indices else { return (nil, fields) }
    var unique: [Int] = []
    for index in indices where !unique.contains(index) { unique.append(index) }
    return (
      WatchedGroup(
        name: pair.key.text, range: pair.key.range, group: name.value ?? pair.key.text, topics: unique, every: every,
        expectations: expected?.expectations ?? []), fields
    )
  }
}
