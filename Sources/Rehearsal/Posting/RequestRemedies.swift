/// Remedies that a scenario's author is given, in the words of a request.
enum RequestRemedies {
  /// Each part of a remedy that is only right in a scenario, and what a request has in its place; nil where a request has nothing like it.
  static let table: [(scenario: String, request: String?)] = [
    ("it is relative to the scenario's file", "it is relative to the request's file"),
    (
      "name the file with its authority: tls: {truststore: ca.pem}",
      "name a file with its authority in kafka.truststore.location"
    ),
    (
      "create it, or have the run create it: \"create: if-missing\" in its scenario",
      "create it, or let the brokers create topics"
    ),
    ("a variable is written ${", nil),
    ("rehearse render --stage post", nil),
  ]

  static func remedy(_ text: String) -> String? {
    for (scenario, request) in table where text.contains(scenario) {
      return request.map { text.replacing(scenario, with: $0) }
    }
    return text
  }
}
