import Testing
import Verification

@testable import Reporting

@Suite struct ConsoleSummaryTests {
  @Test func aPassedRun() {
    #expect(
      ConsoleSummary.text(SampleRun.passed, files: files)
        == #"""
        orders, run 01k9x3v8zq, label nightly, "main", 3 brokers

        stage      verdict     sent    found           rate kept  throughput  ack p50  ack p99  e2e p50  e2e p99  late p99
        warm-up    passed     5,000    5,000
        steady     passed   120,000  120,000  100.00% of 2,000/s    524 kB/s   2.10ms   9.00ms   3.10ms  1,234ms    0.90ms
        whole run  passed   125,000  125,000                                   2.10ms   9.00ms
        (ack: from due to acknowledged, e2e: from due to read back, late: from due to sent)

        3 expectations: 3 held

        note: acks is 1: what only the leader had is not called lost

        wrote Reports/orders/01k9x3v8zq/junit.xml
        wrote Reports/orders/01k9x3v8zq/stages.csv

        result: PASSED verification=0 expectations=0 stages=2 messages=125000 duration=75.4s exit=0

        """#)
  }

  @Test func aFailedRun() {
    #expect(
      ConsoleSummary.text(SampleRun.failed, files: files)
        == #"""
        orders, run 01k9x3v8zq, label nightly, "main", 3 brokers

        stage      verdict     sent    found          rate kept  throughput  ack p50  ack p99  e2e p50  e2e p99  late p99
        warm-up    passed     5,000    5,000
        steady     failed   120,000  119,994  99.00% of 2,000/s    524 kB/s   2.10ms   9.00ms   3.10ms  1,234ms    0.90ms
        whole run  failed   125,000  124,994                                  2.10ms   9.00ms
        (ack: from due to acknowledged, e2e: from due to read back, late: from due to sent)

        7 expectations: 1 held, 3 broken, 2 inconclusive, 1 not evaluated

        note: steady was limited by the cluster
        note: not evaluated: invalid == 0 (the template has no format)

        broken: steady, lost == 0
            3 of 119,999 acknowledged messages are lost
            expected  0
            actual    3
            #4711 acknowledged at orders[2]@1180, while 2@1195 was read
            #4712 acknowledged at orders[2]@1180, while 2@1195 was read
            #4713 acknowledged at orders[2]@1180, while 2@1195 was read
            at Scenarios/orders.yaml:42:9

        broken: steady, rejected == 0
            1 of 120,000 sent messages was rejected
            expected  0
            actual    1
            1 MSG_SIZE_TOO_LARGE: Broker: Message size too large
            at Scenarios/orders.yaml:42:9

        broken: steady, rate_kept >= 99%
            the rate was kept to 98.999%, expected at least 99%
            at Scenarios/orders.yaml:42:9

        inconclusive: steady, unseen == 0
            2 of 119,999 acknowledged messages are neither found nor provably gone
            expected  0
            actual    2
            #119990 acknowledged at orders[2]@40001, and neither found nor provably gone: reading ended at 2@40000
            and 1 more
            at Scenarios/orders.yaml:42:9

        inconclusive: steady, duplicated == 0
            partition orders[1] could not be read again
            expected  0
            at Scenarios/orders.yaml:42:9

        wrote Reports/orders/01k9x3v8zq/junit.xml
        wrote Reports/orders/01k9x3v8zq/stages.csv

        result: FAILED verification=1 expectations=2 inconclusive=2 stages=2 messages=125000 duration=75.4s exit=10 also=11,22

        """#)
  }

  @Test func anAbortedRun() {
    #expect(
      ConsoleSummary.text(SampleRun.aborted, files: files)
        == #"""
        orders, run 01k9x3v8zq, label nightly, "main", on the embedded broker
        It is part of this process and not a real Kafka: no disk, no replication, no network.
        These numbers do not predict the performance of a real cluster.

        stage      verdict    sent  found           rate kept  throughput  ack p50  ack p99  late p99
        warm-up    passed    5,000  5,000
        steady     aborted  60,000         100.00% of 2,000/s    524 kB/s   2.10ms   9.00ms    0.90ms
        whole run  aborted  65,000                                          2.10ms   9.00ms
        (ack: from due to acknowledged, late: from due to sent)

        3 expectations: 1 held, 2 inconclusive

        problem: signal.interrupt
            interrupted by SIGINT

        inconclusive: steady, 2 expectations
            the run was interrupted before the topic was read to its end
            lost == 0, trimmed == 0

        wrote Reports/orders/01k9x3v8zq/junit.xml
        wrote Reports/orders/01k9x3v8zq/stages.csv

        result: ABORTED verification=0 expectations=0 inconclusive=2 stages=2 messages=65000 duration=75.4s exit=130 also=22

        """#)
  }

  @Test func aRunThatCouldNotStart() {
    #expect(
      ConsoleSummary.text(SampleRun.unreachable, files: files)
        == #"""
        orders, run 01k9x3v8zq, label nightly, "main"

        stage      verdict
        warm-up    skipped
        steady     skipped
        whole run  inconclusive

        2 expectations: 2 not evaluated

        problem: infrastructure.unreachable
            no broker of kafka.example:9092 answered within 30s; is it running?
            at Scenarios/orders.yaml:3:12

        wrote Reports/orders/01k9x3v8zq/junit.xml
        wrote Reports/orders/01k9x3v8zq/stages.csv

        result: INCONCLUSIVE verification=0 expectations=0 stages=0 messages=0 duration=75.4s exit=20

        """#)
  }

  /// At max nothing is due at a time.
  @Test(
    arguments: [
      ("no stage at max", [2000, 500], "e2e: from due to read back"),
      ("some", [2000, nil], "e2e: from due, at max from sent, to read back"),
      ("all", [nil, nil], "e2e: from sent to read back"),
    ] as [(String, [Double?], String)])
  func theLegendSaysFromWhenOnTimesCount(_ name: String, _ rates: [Double?], _ legend: String) {
    let stages = rates.map { rate in
      var stage = SampleRun.steady
      stage.targetRate = rate
      return stage
    }
    let result = SampleRun.run(stages: stages, verdict: .passed, exits: [.passed], notes: [])
    #expect(ConsoleTable(result).legend.contains(legend))
  }

  /// But the last, which is for grep: it has its fields whole, however long that makes it.
  @Test func noLineIsWiderThanATerminal() {
    let lines = ConsoleSummary.text(HostileRun.run, files: []).split(separator: "\n")
    #expect(lines.last?.hasPrefix("result: ") == true)
    for line in lines.dropLast() { #expect(line.count <= 120, "\(line)") }
  }

  @Test func oneLineForSeveralRuns() {
    #expect(
      ConsoleSummary.resultLine([SampleRun.failed, SampleRun.unreachable])
        == "result: FAILED verification=1 expectations=2 inconclusive=2 stages=2 messages=125000 duration=150.8s exit=10 "
        + "also=11,20,22")
    #expect(
      ConsoleSummary.resultLine([])
        == "result: INCONCLUSIVE verification=0 expectations=0 stages=0 messages=0 duration=0.0s exit=12")
  }

  /// Files that were not run never hide what the others prove, and are never hidden themselves.
  @Test(
    arguments: [
      ([], [.invalidInput], "INCONCLUSIVE", "refused=1", "exit=65"),
      ([], [.missingFile, .invalidInput], "INCONCLUSIVE", "refused=2", "exit=65 also=66"),
      ([SampleRun.passed], [.invalidInput], "INCONCLUSIVE", "refused=1", "exit=65"),
      ([SampleRun.failed], [.missingFile], "FAILED", "refused=1", "exit=10 also=11,66,22"),
      ([SampleRun.passed], [.interrupted], "ABORTED", "refused=1", "exit=130"),
    ] as [([RunResult], [ExitCode], String, String, String)]
  ) func filesThatWereNotRun(
    _ runs: [RunResult], _ refusals: [ExitCode], _ verdict: String, _ refused: String, _ exits: String
  ) {
    let line = ConsoleSummary.resultLine(runs, refusals: refusals)
    #expect(line.hasPrefix("result: \(verdict) "))
    #expect(line.contains(" \(refused) "))
    #expect(line.hasSuffix(" \(exits)"))
    #expect(ConsoleSummary.exits(runs, refusals: refusals)[0].verdict.rawValue.uppercased() == verdict)
  }

  /// A comparison comes behind what the runs themselves show.
  @Test(
    arguments: [
      ([SampleRun.passed], [], "PASSED", "exit=0"),
      ([SampleRun.passed], [.regressed], "FAILED", "exit=13"),
      ([SampleRun.passed], [.notComparable], "INCONCLUSIVE", "exit=14"),
      ([SampleRun.failed], [.regressed], "FAILED", "exit=10 also=11,22,13"),
      ([SampleRun.unreachable], [.regressed], "INCONCLUSIVE", "exit=20 also=13"),
      ([], [.notComparable], "INCONCLUSIVE", "exit=14"),
    ] as [([RunResult], [ExitCode], String, String)]
  ) func comparedRuns(_ runs: [RunResult], _ comparison: [ExitCode], _ verdict: String, _ exits: String) {
    let line = ConsoleSummary.resultLine(runs, comparison: comparison)
    #expect(line.hasPrefix("result: \(verdict) "))
    #expect(line.hasSuffix(" \(exits)"))
  }

  private let files = ["Reports/orders/01k9x3v8zq/junit.xml", "Reports/orders/01k9x3v8zq/stages.csv"]
}
