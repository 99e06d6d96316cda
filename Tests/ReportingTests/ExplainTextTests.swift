import Diagnostics
import Scenarios
import Testing

@testable import Reporting

@Suite struct ExplainTextTests {
  private static func entry(
    _ path: String, _ value: String, _ origin: ExplainedValue.Origin, _ notes: ExplainedValue.Note...
  ) -> ExplainedValue {
    .init(keys: path.split(separator: "/").map(String.init), value: value, origin: origin, notes: notes)
  }

  private static let entries = [
    entry("version", "1", at(1)),
    entry("seed", "", .computed("derived from the name")),
    entry("cluster/brokers", "localhost:9092", at(3), .variable("KAFKA_BROKERS")),
    entry("cluster/librdkafka/linger.ms", "5", at(4)),
    entry("cluster/librdkafka/sasl.password", "***", at(5), .plainSecret),
    entry("stages/a/rate", "10/s", at(6)),
    entry("stages/a/measure", "true", .byLanguage),
    entry("stages/a/template", "", .computed("`the only` one")),
    entry("stages/b/rate", "max", .byLanguage),
    entry("stages/b/count", "1\u{1b}[2J", at(8), .unset("N"), .secretVariable("A_TOKEN")),
    entry("stages/b/measure", "true", .byLanguage),
    entry("verify/within", "30s", .byLanguage),
  ]

  private static func at(_ line: Int) -> ExplainedValue.Origin { .written(SourcePosition(line: line, column: 7)) }

  private static func text(at path: String? = nil) -> String {
    ExplainText.text(entries, at: path) { "a.yaml:\($0.line):\($0.column)" }
  }

  @Test func allOfIt() {
    #expect(
      Self.text() == #"""
        version                             1               a.yaml:1:7
        seed                                                default: derived from the name

        cluster.brokers                     localhost:9092  a.yaml:3:7, from ${KAFKA_BROKERS}
        cluster.librdkafka."linger.ms"      5               a.yaml:4:7
        cluster.librdkafka."sasl.password"  ***             a.yaml:5:7, a secret, not shown

        stages.a.rate                       10/s            a.yaml:6:7

        stages.b.count                      1\u{1B}[2J      a.yaml:8:7, ${N} is not set, ${A_TOKEN} is named like a secret and not shown

        stages.*.measure                    true            default, where nothing else is written
        stages.*.template                                   default: the only one
        stages.*.rate                       max             default, where nothing else is written

        verify.within                       30s             default

        """#)
  }

  @Test func onePathWithEverythingOfIts() {
    #expect(
      Self.text(at: "stages.b") == #"""
        stages.b.rate     max         default
        stages.b.count    1\u{1B}[2J  a.yaml:8:7, ${N} is not set, ${A_TOKEN} is named like a secret and not shown
        stages.b.measure  true        default

        """#)
    #expect(Self.text(at: "stages.b.rate") == "stages.b.rate  max  default\n")
    #expect(Self.text(at: "stages.c") == "")
  }
}
