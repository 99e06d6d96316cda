internal import Scenarios

/// Diagnostics of the file as YAML.
enum FileDiagnostics {
  static let yaml = Explanation(
    "the file is not valid YAML",
    """
    The file is not valid YAML from the line shown on; the rest was not read. Usual causes: a bracket or a quote \
    that is not closed, a tab for indentation, a key indented by one blank too many, or text with ": ", " #" or braces in \
    it that needs quotes.
    """,
    do: "Check the line shown and the one above it: some mistakes in YAML are only found where the next line begins.",
    example: .init(
      faulty: "stages: [{name: steady, count: 10]",
      fixed: "stages: [{name: steady, count: 10}]"))

  static let encoding = Explanation(
    "the file is not UTF-8",
    "It was saved in another encoding, such as Latin-1 or UTF-16, or it is not text at all. The message names UTF-16 and UTF-32.",
    do: "Save it as UTF-8: iconv -f utf-16 -t utf-8 OLD > NEW, or iconv -f latin1. A byte order mark does no harm.")

  static let environmentFile = Explanation(
    "a line of an --env-file cannot be read",
    """
    A line is NAME=VALUE, as for Docker Compose and dotenv: with export before it, blanks around the sign, and a comment behind \
    " #" if need be. In single quotes a value is as written; in double quotes \\n is a line feed, and \\" and \\\\ are the \
    characters themselves. A value in quotes can have several lines. A dollar sign is only that. Of two lines with one name the last \
    counts. Names that no ${NAME} can ask for, such as a.b, are passed over, and so are names without a value. Lines may hold \
    secrets, so of each only the name is shown.
    """,
    do: "Close each quote, and put quotes around a value of several lines.")

  static let empty = Explanation(
    "the file is empty",
    "It has no bytes, or only comments and blank lines.",
    do: "A scenario begins with version: 1; start from Scenarios/quickstart.yaml.",
    example: .init(
      faulty: "# version: 1\n# name: orders",
      fixed: """
        version: 1
        name: orders
        cluster: {brokers: embedded}
        topics: {orders: {}}
        templates: {order: {value: hello}}
        stages: [{name: steady, count: 10}]
        """))

  static let documents = Explanation(
    "a second document in one file",
    "A line of three dashes begins another YAML document. A file holds one scenario.",
    do: "Put each scenario into a file of its own; run takes many files.",
    example: .init(
      faulty: "stages: [{name: steady, count: 10}]\n---\nname: another",
      fixed: "stages: [{name: steady, count: 10}]"))

  static let duplicateKey = Explanation(
    "a key is written twice in one mapping",
    """
    YAML parsers differ in which of the two they use, so this is an error. Often a block was copied, and one key was not \
    changed.
    """,
    do: "Remove one of them.",
    example: .init(
      faulty: "stages:\n  - name: steady\n    count: 10\n    count: 20",
      fixed: "stages:\n  - name: steady\n    count: 20"))

  static let needsQuotes = Explanation(
    "text that YAML reads as something else",
    """
    Without quotes, no, on, yes and ~ are not text in YAML, 1:30 is a number to base 60, and what begins with a brace is a \
    mapping. YAML parsers differ here, so it is refused.
    """,
    do: "Put the value into quotes.",
    example: .init(
      faulty: "templates: {order: {value: on}}",
      fixed: "templates: {order: {value: \"on\"}}"))

  static let tag = Explanation(
    "a YAML tag",
    "A word with an exclamation mark in front of it, such as !include or !!str. Scenarios do not use tags.",
    do: "Remove it. The key decides the type of its value; quotes make it text.",
    example: .init(
      faulty: "stages: [{name: !!str steady, count: 10}]",
      fixed: "stages: [{name: \"steady\", count: 10}]"))

  static let alias = Explanation(
    "an alias that cannot be followed",
    """
    *NAME repeats what is marked &NAME further up in the same file. There is no such mark above it, it contains itself, or \
    its expansion is too large.
    """,
    do: "Put the block with &NAME above its first use, in the same file: anchors end with their file.",
    example: .init(
      faulty: "stages: [{<<: *usual, name: steady}]",
      fixed: "x-usual: &usual {count: 10}\nstages: [{<<: *usual, name: steady}]"))

  static let tooLarge = Explanation(
    "the file is larger than a scenario can be",
    """
    A scenario has at most 4 MiB, and limits for the number and the nesting of its values. The limits keep a wrong file, \
    such as a data file, from using all memory.
    """,
    do: "Name the right file; put data for messages into a data file.")

  static let version = Explanation(
    "a version of the language that this program does not read",
    "version says in which version of the scenario language a file is written, not which version your scenario has.",
    do: "Write version: 1. If the file is meant for a newer language, use a newer rehearse.",
    example: .init(faulty: "version: 3", fixed: "version: 1"))
}
