internal import Diagnostics
internal import Scenarios

/// Diagnostics of what comes from other files, the environment and the command line.
enum SharingDiagnostics {
  static let include = Explanation(
    "an included file that cannot be included",
    """
    It does not exist or cannot be read, it includes itself, or it has keys that only the including file may have: name, \
    seed and stages.
    """,
    do:
      "Paths are relative to the file in which they are written. A shared file holds version and, say, cluster and topics.",
    example: .init(
      faulty: "include: [comon.yaml]",
      fixed: "include: [common.yaml]"))

  static let extends = Explanation(
    "extends names nothing, or extends itself",
    "extends names a sibling (a stage another stage, a template another template) or a block x-NAME at the top.",
    do: "Fix the name; break the circle by putting what is shared into a block x-NAME.",
    example: .init(
      faulty: "stages: [{name: steady, count: 10}, {name: more, extends: stedy}]",
      fixed: "stages: [{name: steady, count: 10}, {name: more, extends: steady}]"))

  static let interpolation = Explanation(
    "a malformed variable",
    """
    The forms are ${NAME}, ${NAME:-default} and ${NAME:?message}; they cannot be nested. A name has letters, digits and _, \
    and does not begin with a digit.
    """,
    do: "Close the brace and fix the name. For a literal ${ write $${.",
    example: .init(
      faulty: "cluster: {brokers: \"${KAFKA_BROKERS\"}",
      fixed: "cluster: {brokers: \"${KAFKA_BROKERS:-localhost:9092}\"}"))

  static let unsetVariable = Explanation(
    "a variable of the environment that is not set",
    """
    The scenario uses ${NAME}, and the environment has no NAME, or an empty one, which counts as unset. It is not \
    replaced by an empty text: a run against an empty address, or with an empty password, tests something else.
    """,
    do:
      "Set it, give it in a file with --env-file, or write a default: ${NAME:-localhost:9092}. All of them are listed.",
    unseen: "Variables that a shell has, but does not export.",
    example: .init(
      faulty: "cluster: {brokers: \"${REHEARSE_EXAMPLE_UNSET}\"}",
      fixed: "cluster: {brokers: \"${REHEARSE_EXAMPLE_UNSET:-localhost:9092}\"}"))

  static let setting = Explanation(
    "a --set that cannot be applied",
    """
    --set PATH=VALUE: nothing is at the path, its parent is not in the file, or the value is not YAML. Stages are addressed \
    by name, and a key with dots in it must be quoted.
    """,
    do: """
      Write it like --set stages.peak.rate=10k/s or --set 'topics.orders.config."retention.ms"=1000'. The key may be new, \
      its parent may not.
      """)
}
