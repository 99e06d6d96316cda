internal import Diagnostics
import Scenarios

/// Of what comes from elsewhere: other files, the environment, the command line.
enum SharingDiagnostics {
  static let include = Explanation(
    "an included file that cannot be included",
    """
    It is not there or cannot be read, it includes itself in a circle, or it holds what only the including file may have: \
    name, seed and stages.
    """,
    do:
      "Paths are relative to the file in which they are written. A shared file holds version and, say, cluster and topics.",
    example: .init(
      faulty: "include: [comon.yaml]",
      mended: "include: [common.yaml]"))

  static let extends = Explanation(
    "what is to be extended is not there, or leads in a circle",
    "extends names a sibling (a stage another stage, a template another template) or a block x-NAME at the top.",
    do: "Mend the name; break the circle by putting what is shared into a block x-NAME of its own.",
    example: .init(
      faulty: "stages: [{name: steady, count: 10}, {name: more, extends: stedy}]",
      mended: "stages: [{name: steady, count: 10}, {name: more, extends: steady}]"))

  static let interpolation = Explanation(
    "a variable that is not written as one",
    """
    ${NAME}, ${NAME:-default} and ${NAME:?message} are what there is; they do not nest. A name has letters, digits and _, \
    and does not begin with a digit.
    """,
    do: "Close the brace and mend the name. For the two characters themselves write $${.",
    example: .init(
      faulty: "cluster: {brokers: \"${KAFKA_BROKERS\"}",
      mended: "cluster: {brokers: \"${KAFKA_BROKERS:-localhost:9092}\"}"))

  static let unsetVariable = Explanation(
    "a variable of the environment that is not set",
    """
    The scenario uses ${NAME}, and the environment has no NAME, or an empty one, which counts as unset. Nothing is put in \
    its place: a run against an empty address, or with an empty password, tests something else.
    """,
    do:
      "Set it, give it in a file with --env-file, or write a default: ${NAME:-localhost:9092}. All of them are listed.",
    unseen: "Variables that a shell has, but does not export.",
    example: .init(
      faulty: "cluster: {brokers: \"${REHEARSE_EXAMPLE_UNSET}\"}",
      mended: "cluster: {brokers: \"${REHEARSE_EXAMPLE_UNSET:-localhost:9092}\"}"))

  static let setting = Explanation(
    "a setting of the command line that cannot be made",
    """
    --set PATH=VALUE: the path leads to nothing, its parent is not in the file, or the value is not YAML. Stages are reached \
    by name, and a key with dots in it is quoted.
    """,
    do: """
      Write it like --set stages.peak.rate=10k/s or --set 'topics.orders.config."retention.ms"=1000'. The key may be new, \
      its parent may not.
      """)
}
