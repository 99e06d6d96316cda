import Scenarios

/// Of the file as YAML.
enum FileDiagnostics {
  static let yaml = Explanation(
    "this is not YAML",
    """
    The file stops being YAML at the place shown; what stands behind it was not read. Usual causes: a bracket or a quote \
    that is not closed, a tab for indentation, a key indented by one blank too many, or text with ": ", " #" or braces in \
    it that needs quotes.
    """,
    do: "Look at the line shown and at the one above it: YAML notices some mistakes only where the next line begins.",
    example: .init(
      faulty: "stages: [{name: steady, count: 10]",
      mended: "stages: [{name: steady, count: 10}]"))

  static let encoding = Explanation(
    "the file is not UTF-8",
    "It was saved in another encoding, such as Latin-1 or UTF-16, or it is no text at all.",
    do: "Save it as UTF-8: iconv -f latin1 -t utf-8 OLD > NEW. A byte order mark does no harm.")

  static let empty = Explanation(
    "there is nothing in the file",
    "It has no bytes, or only comments and blank lines.",
    do: "A scenario begins with version: 1; Scenarios/quickstart.yaml is one to start from.",
    example: .init(
      faulty: "# version: 1\n# name: orders",
      mended: """
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
      mended: "stages: [{name: steady, count: 10}]"))

  static let duplicateKey = Explanation(
    "a key is written twice in one mapping",
    """
    YAML readers differ in which of the two they take, so neither is taken here. Often a block was copied, and one key of \
    it was forgotten.
    """,
    do: "Remove one of them.",
    example: .init(
      faulty: "stages:\n  - name: steady\n    count: 10\n    count: 20",
      mended: "stages:\n  - name: steady\n    count: 20"))

  static let needsQuotes = Explanation(
    "text that YAML takes for something else",
    """
    Without quotes, no, on, yes and ~ are no text to YAML, 1:30 is a number to base 60, and what begins with a brace is a \
    mapping. Readers of YAML differ here, so it is refused rather than guessed.
    """,
    do: "Put the value into quotes.",
    example: .init(
      faulty: "templates: {order: {value: on}}",
      mended: "templates: {order: {value: \"on\"}}"))

  static let tag = Explanation(
    "a tag of YAML",
    "A word with an exclamation mark in front of it, such as !include or !!str. A scenario has none.",
    do: "Remove it. What a value is, its key decides; quotes make text of it.",
    example: .init(
      faulty: "stages: [{name: !!str steady, count: 10}]",
      mended: "stages: [{name: \"steady\", count: 10}]"))

  static let alias = Explanation(
    "an alias that cannot be followed",
    """
    *NAME stands for what is marked &NAME further up in the same file. There is no such mark above it, it contains itself, \
    or what it brings grows beyond all measure.
    """,
    do: "Put the block with &NAME above its first use, in the same file: anchors end with their file.",
    example: .init(
      faulty: "stages: [{<<: *usual, name: steady}]",
      mended: "x-usual: &usual {count: 10}\nstages: [{<<: *usual, name: steady}]"))

  static let tooLarge = Explanation(
    "the file is larger than a scenario can be",
    """
    A scenario has at most 4 MiB, and its values are neither too many nor nested too deeply. The bound keeps a wrong file, \
    such as a data file, from taking all memory.
    """,
    do: "Name the right file; put data that messages are made of into a file of its own.")

  static let version = Explanation(
    "a version of the language that this program does not read",
    "version says in which version of the scenario language a file is written, not which version your scenario has.",
    do: "Write version: 1. If the file is meant for a newer language, use a newer rehearse.",
    example: .init(faulty: "version: 3", mended: "version: 1"))
}
