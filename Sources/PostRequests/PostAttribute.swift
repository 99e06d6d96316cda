/// The attributes of a posting request, by the path to each.
package enum PostAttribute: String, Sendable, CaseIterable {
  case kafka
  case brokers = "kafka.brokers"
  case topic = "kafka.topic"
  case partitions = "kafka.noOfPartitions"
  case truststore = "kafka.truststore"
  case location = "kafka.truststore.location"
  case truststorePassword = "kafka.truststore.password"
  case authentication = "kafka.authentication"
  case account = "kafka.authentication.serviceAcntNm"
  case password = "kafka.authentication.serviceAcntPswd"
  case message
  case content = "message.content"
  case names = "message.dynamicAttributeName"
  case count = "message.noOfMsgToBeGen"
  case processes = "message.noOfProcesses"
  case partition = "message.partitionNo"
  case format = "message.validateAs"

  /// The path from the request on: `message.content`.
  package var path: String { rawValue }

  /// The attribute that it is a member of; nil for those of the request itself.
  package var parent: PostAttribute? {
    rawValue.lastIndex(of: ".").flatMap { PostAttribute(rawValue: String(rawValue[..<$0])) }
  }

  /// The name within its parent: `content`.
  package var name: String {
    rawValue.lastIndex(of: ".").map { String(rawValue[rawValue.index(after: $0)...]) } ?? rawValue
  }

  /// The attribute with a name within another, or within the request.
  package static func named(_ name: String, in parent: PostAttribute?) -> PostAttribute? {
    PostAttribute(rawValue: parent.map { "\($0.path).\(name)" } ?? name).flatMap { $0.parent == parent ? $0 : nil }
  }

  /// The value must not be shown.
  package var isSecret: Bool { self == .password || self == .truststorePassword }
}
