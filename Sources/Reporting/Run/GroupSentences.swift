internal import Diagnostics
internal import Scenarios
internal import Verification

/// The lag of a consumer group, in words.
struct GroupSentences {
  let group: GroupResult

  init(_ group: GroupResult) { self.group = group }

  /// `group event-consumers: lag at most 3,023, 0 at the end; caught up 9.0 s after the last send (97 samples, 1 failed)`
  var line: String {
    let name = "group \(group.name.visible)"
    guard let most = group.lagMax else {
      let failure = group.lastFailure.map { " (\($0.visible))" } ?? ""
      return "\(name): its lag is not known\(failure)"
    }
    let last = group.lagEnd.map { ", \(HumanNumber.grouped($0)) at the end" } ?? ""
    let caughtUp =
      group.caughtUp.map { "caught up \($0.inTenths) after the last send" }
      ?? group.behindAfter.map { "still behind \($0.inTenths) after the last send" }
      ?? "not known whether it caught up"
    let failed = group.samplesFailed > 0 ? ", \(HumanNumber.grouped(bytes: group.samplesFailed)) failed" : ""
    return "\(name): lag at most \(HumanNumber.grouped(most))\(last); \(caughtUp) "
      + "(\(HumanNumber.count(UInt64(clamping: group.samples), "sample"))\(failed))"
  }
}
