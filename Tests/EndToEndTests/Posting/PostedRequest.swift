import FoundationEssentials
import Testing

/// The posting utility's request bodies, character for character as its users have them, and what a test changes in one.
struct PostedRequest {
  static let phase1 = """
    { "kafka":   { "brokers": "localhost:9092", "topic": "useractivity", "noOfPartitions": 3 },
      "message": { "content": "<event><user>Username6</user><id>{id}</id><action>Login</action></event>",
                   "dynamicAttributeName": { "d1": "id" },
                   "noOfMsgToBeGen": 10, "noOfProcesses": 1, "partitionNo": 1 } }

    """

  static let phase2 = """
    { "kafka":   { "brokers": "localhost:9092", "topic": "useractivity",
                   "truststore": { "location": "client.truststore.jks" },
                   "authentication": { "serviceAcntNm": "svc", "serviceAcntPswd": "…" } },
      "message": { "content": "<person><id>{{faker.uuid4()}}</id><first_name>{{faker.first_name()}}</first_name><last_name>{{faker.last_name()}}</last_name><address>{{faker.address()}}</address><phone_number>{{faker.phone_number()}}</phone_number><random_age>{{faker.random_int(min=20, max=50)}}</random_age><status>{{random.choice(['Y','N'])}}</status></person>",
                   "noOfMsgToBeGen": 10, "noOfProcesses": 1, "partitionNo": 1, "validateAs": "xml" } }

    """

  /// The answer's attributes that do not depend on the run, and its exit code.
  struct Answer: Decodable, Equatable {
    var status: String
    var messages_sent: Int
    var messages_failed: Int
    var errorDesc: String
    var exit: Int32
  }

  struct Ended {
    var answer: Answer
    var executionTime: Double
    var program: Program.Ended
  }

  private struct Timing: Decodable {
    var execution_time: Double
  }

  /// Posts a request from a folder of its own, in which it is called `request.json`.
  static func post(
    _ text: String, in folder: Folder, _ options: [String], location: SourceLocation = #_sourceLocation
  ) throws -> Ended {
    let file = try folder.write(text, to: "request.json")
    let ended = try Program.run(
      ["post", file, "--report-dir", folder.path("Reports")] + options, in: folder, deadline: 30)
    // Standard output has the answer alone.
    let output = Data(ended.output.utf8)
    let answer = try JSONDecoder().decode(Answer.self, from: output)
    let timing = try JSONDecoder().decode(Timing.self, from: output)
    #expect(answer.exit == ended.code, "\(ended.output)\(ended.errors)", sourceLocation: location)
    return Ended(answer: answer, executionTime: timing.execution_time, program: ended)
  }

  /// Posts an array of requests; the answers in its order.
  static func post(
    all requests: [String], in folder: Folder, location: SourceLocation = #_sourceLocation
  ) throws -> [Answer] {
    let file = try folder.write("[\(requests.joined(separator: ", "))]", to: "request.json")
    let ended = try Program.run(["post", file, "--report-dir", folder.path("Reports")], in: folder, deadline: 30)
    let answers = try JSONDecoder().decode([Answer].self, from: Data(ended.output.utf8))
    #expect(
      answers.contains { $0.exit == ended.code }, "\(ended.output)\(ended.errors)", sourceLocation: location)
    return answers
  }
}
