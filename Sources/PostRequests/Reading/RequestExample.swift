/// The text to write where an attribute is missing.
enum RequestExample {
  static let request =
    #"{"kafka": {"brokers": "localhost:9092", "topic": "useractivity"}, "message": {"content": "hello"}}"#

  /// A value, in JSON.
  static func value(of attribute: PostAttribute) -> String {
    switch attribute {
    case .kafka: #"{"brokers": "localhost:9092", "topic": "useractivity"}"#
    case .brokers: #""localhost:9092""#
    case .topic: #""useractivity""#
    case .partitions: "3"
    case .truststore: #"{"location": "client.truststore.jks"}"#
    case .location: #""client.truststore.jks""#
    case .authentication: #"{"serviceAcntNm": "…", "serviceAcntPswd": "…"}"#
    case .account, .password, .truststorePassword: #""…""#
    case .message: #"{"content": "hello"}"#
    case .content: #""<id>{{faker.uuid4()}}</id>""#
    case .names: #"{"d1": "id"}"#
    case .count: "10"
    case .processes, .partition: "1"
    case .format: #""json""#
    }
  }

  static func member(_ attribute: PostAttribute) -> String {
    "\"\(attribute.name)\": \(value(of: attribute))"
  }
}
