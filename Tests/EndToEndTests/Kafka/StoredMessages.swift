import Testing

/// The messages of stage `s` of `KafkaScenario` that are in a topic, counted from what Kafka's own consumer shows.
struct StoredMessages {
  /// By the number in the value, with the number of records that have it.
  let records: [Int: Int]
  /// Records of other writers.
  let foreign: Int

  var distinct: Int64 { Int64(records.count) }
  var duplicates: Int64 { Int64(records.values.reduce(0, +)) - distinct }

  init(in topic: String, of cluster: KafkaCluster, isCompacted: Bool = false) throws {
    let values = try cluster.dump(topic, isCompacted: isCompacted).map(\.value)
    let numbers = values.compactMap { value -> Int? in
      guard value.hasPrefix(#"{"n": "#), value.hasSuffix(#", "stage": "s"}"#) else { return nil }
      return Int(value.dropFirst(6).prefix { $0 != "," })
    }
    records = Dictionary(numbers.map { ($0, 1) }, uniquingKeysWith: +)
    foreign = values.count - numbers.count
  }

  /// Every message that is there is found, and every acknowledged one that is not there is lost: no more, and no fewer.
  func expectSame(in stage: ReportedStage, location: SourceLocation = #_sourceLocation) throws {
    let reported = try stage.counts("lost", "unseen", "corrupted", "foreign", "duplicated")
    let lost = try stage.count("acknowledged") + stage.count("unknown_found") - distinct
    let counted = [
      "lost": lost, "unseen": 0, "corrupted": 0, "foreign": Int64(foreign), "duplicated": duplicates,
    ]
    #expect(reported == counted, sourceLocation: location)
    let found = try stage.count("found") + stage.count("unknown_found")
    #expect(found == distinct, sourceLocation: location)
  }
}

extension Folder {
  /// Console, `junit.xml` and `run.json` each say `text`, wherever their lines end.
  func expectReports(_ ended: Program.Ended, say text: String, location: SourceLocation = #_sourceLocation) throws {
    for (name, report) in [
      ("the console", ended.output), ("junit.xml", try report("test", "junit.xml")),
      ("run.json", try report("test", "run.json")),
    ] {
      let prose = report.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(
        prose.contains(text), "\(name) does not say \"\(text)\":\n\(prose.prefix(6000))", sourceLocation: location)
    }
  }
}

extension KafkaCluster {
  /// True as soon as the topic's first partition has this many records.
  func has(_ count: Int64, in topic: String) -> Bool {
    eventually(within: 30, every: 0.1) { (try? end(of: topic, partition: 0)) ?? 0 >= count }
  }
}
