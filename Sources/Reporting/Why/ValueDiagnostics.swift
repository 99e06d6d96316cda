import Scenarios

/// Of keys, names and values.
enum ValueDiagnostics {
  static let unknownKey = Explanation(
    "a key that the language does not have",
    """
    It is misspelt, or it stands in the wrong mapping: a stage's key at the top, a topic's key in a stage. Unknown keys are \
    refused, because one that was passed over in silence would make a scenario test something else than it says.
    """,
    do: "Take the suggestion beside the caret, or one of the allowed keys that are listed there.",
    example: .init(
      faulty: "stages: [{name: steady, durtion: 30s, rate: 5/s}]",
      mended: "stages: [{name: steady, duration: 30s, rate: 5/s}]"))

  static let missingKey = Explanation(
    "a key that must be there is not",
    "A scenario needs version, name, cluster, topics, templates and stages; a stage its name and how much it sends.",
    do: "Add it. The message says to which mapping, and what to write.",
    example: .init(
      faulty: "stages: [{count: 10}]",
      mended: "stages: [{name: steady, count: 10}]"))

  static let wrongKind = Explanation(
    "a list, a mapping or text where another of them is meant",
    """
    Each key takes one kind of value. A key with nothing behind it has no value at all; often the lines that belong to it \
    are not indented.
    """,
    do: "Write what the message asks for: text, a list with a dash for each item, or a mapping of keys.",
    example: .init(
      faulty: "stages: {name: steady, count: 10}",
      mended: "stages: [{name: steady, count: 10}]"))

  static let badValue = Explanation(
    "a value that its key does not take",
    """
    A unit is missing or not known, a number is too great or too small, or a word is none of those that the key takes. Units \
    stand in values: 30s, 5m, 20k/s, 100k. A bare number is refused, because it could be seconds or milliseconds.
    """,
    do: "Write it as the remedy beside the caret shows.",
    example: .init(
      faulty: "stages: [{name: steady, rate: 5/s, duration: 30}]",
      mended: "stages: [{name: steady, rate: 5/s, duration: 30s}]"))

  static let badName = Explanation(
    "a name with something in it that no name has",
    """
    Names of scenarios, stages, templates and topics' keys become folders, columns and suites of reports. They have letters, \
    digits, _ and -, and begin with a letter or digit. A topic's name in the cluster has Kafka's own rules: also dots, at \
    most 249 characters.
    """,
    do: "Replace what is not allowed, most often a blank or a dot, by a dash.",
    example: .init(faulty: "name: login events", mended: "name: login-events"))

  static let unknownName = Explanation(
    "a name that nothing in the scenario has",
    "A stage or the defaults name a template or a topic that is not declared: it is misspelt, or was renamed.",
    do: "Use a name from templates or topics; the nearest is suggested.",
    example: .init(
      faulty: "stages: [{name: steady, count: 10, template: ordr}]",
      mended: "stages: [{name: steady, count: 10, template: order}]"))

  static let duplicateName = Explanation(
    "two things of one kind have the same name",
    """
    Two stages, or two topics with the same name in the cluster. In reports nobody could tell them apart.
    """,
    do: "Rename one of them.",
    example: .init(
      faulty: "stages: [{name: steady, count: 10}, {name: steady, count: 20}]",
      mended: "stages: [{name: steady, count: 10}, {name: more, count: 20}]"))

  static let conflict = Explanation(
    "two things that exclude each other",
    """
    Each is valid, but not beside the other: a count and a duration at a constant rate, messages by key of a template that \
    has none, a partition that the topic does not have.
    """,
    do: "Decide for one of them. At rate max a stage may have a count and a duration: whichever comes first ends it.",
    example: .init(
      faulty: "stages: [{name: steady, rate: 5/s, count: 10, duration: 2s}]",
      mended: "stages: [{name: steady, rate: 5/s, duration: 2s}]"))

  static let notAllowed = Explanation(
    "a key of the language that has no place here",
    "The key exists, but not in this mapping: defaults, say, cannot give every stage the same name or count.",
    do: "Move it to where the remedy beside the caret says.",
    example: .init(
      faulty: "defaults: {count: 10}\nstages: [{name: steady, count: 10}]",
      mended: "stages: [{name: steady, count: 10}]"))

  static let notSupported = Explanation(
    "a part of the language that this release does not have yet",
    """
    The key or word is planned and has its meaning already, but this program does not do it. It is refused rather than \
    passed over, because the scenario would then test something else than it says.
    """,
    do: "Leave it out, or use a newer rehearse. Scenarios/README.md lists what there is.",
    example: .init(
      faulty: "stages: [{name: steady, count: 10, producers: 2}]",
      mended: "stages: [{name: steady, count: 10}]"))
}
