internal import Scenarios

/// Diagnostics of keys, names and values.
enum ValueDiagnostics {
  static let unknownKey = Explanation(
    "an unknown key",
    """
    It is misspelt, or it is in the wrong mapping: a stage's key at the top, a topic's key in a stage. Unknown keys are \
    refused: if they were ignored, a scenario could test something other than it says.
    """,
    do: "Use the suggestion beside the caret, or one of the allowed keys that are listed there.",
    example: .init(
      faulty: "stages: [{name: steady, durtion: 30s, rate: 5/s}]",
      fixed: "stages: [{name: steady, duration: 30s, rate: 5/s}]"))

  static let missingKey = Explanation(
    "a required key is missing",
    "A scenario needs version, name, cluster, topics, templates and stages; a stage its name and how much it sends.",
    do: "Add it. The message says where, and what to write.",
    example: .init(
      faulty: "stages: [{count: 10}]",
      fixed: "stages: [{name: steady, count: 10}]"))

  static let wrongKind = Explanation(
    "a value of the wrong kind: a list, a mapping or text in place of another",
    """
    Each key takes one kind of value. A key with nothing after the colon has no value at all; often the lines that belong to \
    it are not indented.
    """,
    do: "Write what the message asks for: text, a list with a dash for each item, or a mapping of keys.",
    example: .init(
      faulty: "stages: {name: steady, count: 10}",
      fixed: "stages: [{name: steady, count: 10}]"))

  static let badValue = Explanation(
    "a value that its key does not allow",
    """
    A unit is missing or unknown, a number is too large or too small, or a word is not one that the key allows. Values have \
    their unit: 30s, 5m, 20k/s, 100k. A bare number is refused, because it could be seconds or milliseconds.

    A seed above 2^53 is a warning only. The run uses it as it is, but many tools that read JSON and CSV keep a number in 53 \
    bits: they show another seed, and that one makes other messages.
    """,
    do: "Write it as shown beside the caret.",
    example: .init(
      faulty: "stages: [{name: steady, rate: 5/s, duration: 30}]",
      fixed: "stages: [{name: steady, rate: 5/s, duration: 30s}]"))

  static let badName = Explanation(
    "a name with a character that is not allowed",
    """
    Names of scenarios, stages, templates and topics' keys become folders, columns and suites of reports. They have letters, \
    digits, _ and -, and begin with a letter or digit. A topic's name in the cluster has Kafka's own rules: also dots, at \
    most 249 characters.
    """,
    do: "Replace the character, usually a space or a dot, by a dash.",
    example: .init(faulty: "name: login events", fixed: "name: login-events"))

  static let unknownName = Explanation(
    "an undefined name",
    "A stage or the defaults use a template or a topic that is not defined: it is misspelt, or was renamed.",
    do: "Use a name from templates or topics; the nearest is suggested.",
    example: .init(
      faulty: "stages: [{name: steady, count: 10, template: ordr}]",
      fixed: "stages: [{name: steady, count: 10, template: order}]"))

  static let duplicateName = Explanation(
    "two things of one kind have the same name",
    """
    Two stages, or two topics with the same name in the cluster. Reports could not distinguish them.
    """,
    do: "Rename one of them.",
    example: .init(
      faulty: "stages: [{name: steady, count: 10}, {name: steady, count: 20}]",
      fixed: "stages: [{name: steady, count: 10}, {name: more, count: 20}]"))

  static let conflict = Explanation(
    "two things that exclude each other",
    """
    Each is valid, but not together: a count and a duration at a constant rate, messages by key of a template that \
    has none, a partition that the topic does not have.
    """,
    do: "Remove one of them. At rate max a stage may have a count and a duration: whichever comes first ends it.",
    example: .init(
      faulty: "stages: [{name: steady, rate: 5/s, count: 10, duration: 2s}]",
      fixed: "stages: [{name: steady, rate: 5/s, duration: 2s}]"))

  static let notAllowed = Explanation(
    "a key that is not allowed here",
    "The key exists, but not in this mapping: defaults, say, cannot give every stage the same name or count.",
    do: "Move it as described beside the caret.",
    example: .init(
      faulty: "defaults: {count: 10}\nstages: [{name: steady, count: 10}]",
      fixed: "stages: [{name: steady, count: 10}]"))

  static let notSupported = Explanation(
    "not supported yet",
    """
    The key or word is planned, but this version does not support it. It is refused: if it were ignored, the scenario would \
    test something other than it says.
    """,
    do: "Leave it out, or use a newer rehearse. Scenarios/README.md lists what there is.",
    example: .init(
      faulty: "verify: {mode: after, identity: key}",
      fixed: "verify: {mode: after}"))
}
