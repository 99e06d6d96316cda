import Testing

/// An entry of a cluster's access control list: what a user may do, or may not.
struct KafkaACL: Sendable {
  enum Resource: Sendable {
    case topic(String)
    /// For creating topics.
    case cluster

    fileprivate var number: Int8 {
      switch self {
      case .topic: 2
      case .cluster: 4
      }
    }

    fileprivate var name: String {
      switch self {
      case .topic(let name): name
      case .cluster: "kafka-cluster"
      }
    }
  }

  /// With the protocol's numbers.
  enum Operation: Int8, Sendable {
    case read = 3
    case write, create, delete, alter, describe
    case describeConfigs = 10
  }

  enum Permission: Int8, Sendable {
    case deny = 2
    case allow
  }

  /// As in `User:loader`, and in `User:CN=client` for a certificate.
  var user: String
  var operation: Operation
  var resource: Resource
  var permission = Permission.allow

  /// Resource, pattern, user, host, operation and permission, as entries and filters are written.
  fileprivate func append(to body: inout WireBytes) {
    body.append(resource.number)
    body.append(resource.name)
    // The name itself, not its beginning.
    body.append(Int8(3))
    body.append(user)
    body.append("*")
    body.append(operation.rawValue)
    body.append(permission.rawValue)
  }
}

extension KafkaCluster {
  func allow(_ user: String, _ operations: [KafkaACL.Operation], on resource: KafkaACL.Resource) throws {
    try add(operations.map { KafkaACL(user: user, operation: $0, resource: resource) })
  }

  func deny(_ user: String, _ operations: [KafkaACL.Operation], on resource: KafkaACL.Resource) throws {
    try add(operations.map { KafkaACL(user: user, operation: $0, resource: resource, permission: .deny) })
  }

  /// Takes back what `allow` gave.
  func forbid(_ user: String, _ operations: [KafkaACL.Operation], on resource: KafkaACL.Resource) throws {
    var body = WireBytes()
    body.append(operations) { KafkaACL(user: user, operation: $1, resource: resource).append(to: &$0) }
    var answer = try ask(.deleteACLs, version: 1, body)
    try answer.skip(4)
    let results = try answer.int32()
    for _ in 0..<results {
      try accept(answer.int16(), "remove an ACL of \(user)")
      _ = try answer.text()
      let removed = try answer.int32()
      try #require(removed == 1, "\(removed) ACLs of \(user) were removed")
      try Self.skipEntry(&answer)
    }
  }

  /// An entry that was removed: its own code and text, then what it was.
  private static func skipEntry(_ answer: inout WireReader) throws {
    try answer.skip(2)
    _ = try answer.text()
    try answer.skip(1)
    _ = try answer.text()
    try answer.skip(1)
    _ = try answer.text()
    _ = try answer.text()
    try answer.skip(2)
  }

  private func add(_ entries: [KafkaACL]) throws {
    var body = WireBytes()
    body.append(entries) { $1.append(to: &$0) }
    var answer = try ask(.createACLs, version: 1, body)
    try answer.skip(4)
    let results = try answer.int32()
    for _ in 0..<results {
      try accept(answer.int16(), "add an ACL")
      _ = try answer.text()
    }
  }
}
