import Testing

/// A scenario for given brokers: one topic, and one JSON template with keys, whose values identify the message.
struct KafkaScenario {
  var brokers: String
  var topic: String
  /// The stages as a YAML list.
  var stages: String
  var partitions: Int?
  var create = "if-missing"
  /// librdkafka's properties.
  var client: [String: String] = [:]
  var key = "k{{seq}}"
  /// The template's headers as a YAML mapping.
  var headers = "{}"
  var mode = "tail"
  var within = "10s"

  var text: String {
    let client = client.map { "\($0.key): \($0.value)" }.sorted().joined(separator: ", ")
    let partitions = partitions.map { "partitions: \($0), " } ?? ""
    return """
      version: 1
      name: test
      cluster: {brokers: "\(brokers)", librdkafka: {\(client)}}
      topics: {\(topic): {\(partitions)create: \(create)}}
      templates:
        order: {format: json, key: "\(key)", headers: \(headers), value: '{"n": {{seq}}, "stage": "{{stage.name}}"}'}
      stages: \(stages)
      verify: {mode: \(mode), within: \(within)}

      """
  }

  /// Starts the built program, with its reports in `folder`.
  func start(in folder: Folder, name: String = "test.yaml") throws -> Program {
    try Program(["run", try folder.write(text, to: name), "--report-dir", folder.path("Reports")], in: folder)
  }

  func run(in folder: Folder, deadline: Double = 60) throws -> Program.Ended {
    try start(in: folder).wait(deadline: deadline)
  }
}

/// One row of `stages.csv`, by its columns' names.
struct ReportedStage {
  var cells: [String: String]

  subscript(_ column: String) -> String { cells[column] ?? "" }

  func count(_ column: String) throws -> Int64 {
    try #require(Int64(self[column]), "\(column) is \"\(self[column])\"")
  }

  /// These columns by name, so that an expectation shows all of them.
  func counts(_ columns: String...) throws -> [String: Int64] {
    try Dictionary(uniqueKeysWithValues: columns.map { ($0, try count($0)) })
  }
}

extension Folder {
  /// The rows of the newest run; the last is that of the whole run, `*`.
  func stages(_ scenario: String = "test") throws -> [ReportedStage] {
    let rows = try report(scenario, "stages.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return rows.dropFirst().map { row in
      ReportedStage(cells: Dictionary(zip(rows[0], row)) { first, _ in first })
    }
  }
}
