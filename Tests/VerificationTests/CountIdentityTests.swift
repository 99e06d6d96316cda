import Scenarios
import Testing
import Verification

@Suite struct CountIdentityTests {
  private static func run() -> (SendCounts, ReadCounts) {
    var send = SendCounts()
    (send[.due], send[.sent], send[.withheld], send[.dropped], send[.unsent]) = (107, 100, 1, 2, 4)
    (send[.acknowledged], send[.rejected], send[.unknown], send[.aborted]) = (80, 5, 10, 5)
    var read = ReadCounts()
    (read[.found], read[.lost], read[.trimmed], read[.unseen]) = (70, 1, 2, 7)
    (read[.unknownFound], read[.unknownAbsent], read[.unknownUnseen]) = (4, 3, 3)
    (read[.abortedHidden], read[.abortedVisible], read[.phantom], read[.duplicated], read[.foreign]) = (4, 1, 1, 2, 9)
    read[.read] = 87
    return (send, read)
  }

  @Test func aRunThatAddsUp() {
    let (send, read) = Self.run()
    #expect(CountIdentity.violations(send: send, read: read) == [])
    #expect(CountIdentity.violations(send: send, read: nil) == [])
  }

  @Test(
    arguments: [
      ({ @Sendable in $0[.due] += 1 }, "due 108 = sent 100 + withheld 1 + dropped 2 + unsent 4"),
      ({ @Sendable in $0[.rejected] += 1 }, "sent 100 = acknowledged 80 + rejected 6 + unknown 10 + aborted 5"),
    ] as [(@Sendable (inout SendCounts) -> Void, String)])
  func oneTooManySent(damage: @Sendable (inout SendCounts) -> Void, told: String) {
    let counts = Self.run()
    var send = counts.0
    damage(&send)
    #expect(CountIdentity.violations(send: send, read: counts.1) == [told])
  }

  @Test(
    arguments: [
      ({ @Sendable in $0[.lost] += 1 }, "acknowledged 80 = found 70 + lost 2 + trimmed 2 + unseen 7"),
      ({ @Sendable in $0[.unknownAbsent] += 1 }, "unknown 10 = unknown_found 4 + unknown_absent 4 + unknown_unseen 3"),
      ({ @Sendable in $0[.abortedHidden] += 1 }, "aborted 5 = aborted_hidden 5 + aborted_visible 1"),
      (
        { @Sendable in $0[.foreign] += 1 },
        "read 87 = found 70 + unknown_found 4 + aborted_visible 1 + phantom 1 + duplicated 2 + foreign 10"
      ),
    ] as [(@Sendable (inout ReadCounts) -> Void, String)])
  func oneTooManyRead(damage: @Sendable (inout ReadCounts) -> Void, told: String) {
    let counts = Self.run()
    var read = counts.1
    damage(&read)
    #expect(CountIdentity.violations(send: counts.0, read: read) == [told])
  }
}
