internal import Diagnostics
internal import Payloads

/// An object of a request, with the attributes that it has.
struct RequestObject {
  /// The place at which what it lacks is reported: its name, or the brace that opens the request.
  var head: Range<Int>
  /// The first of an attribute that is written twice.
  private var values: [PostAttribute: JSONNode] = [:]

  init(head: Range<Int>) { self.head = head }

  fileprivate(set) subscript(attribute: PostAttribute) -> JSONNode? {
    get { values[attribute] }
    set { values[attribute] = newValue }
  }

  fileprivate(set) var heads: [PostAttribute: Range<Int>] = [:]
}

extension RequestReader {
  /// The object that is an attribute's value; nil where it is absent, or was reported.
  mutating func object(_ attribute: PostAttribute, in outer: RequestObject) -> RequestObject? {
    guard let value = value(attribute, in: outer), let head = outer.heads[attribute] else { return nil }
    guard case .object(let members) = value.content else {
      wrongKind(attribute, value, expected: "an object", remedy: objectRemedy(attribute, value))
      return nil
    }
    return object(members, of: attribute, at: head)
  }

  private func objectRemedy(_ attribute: PostAttribute, _ value: JSONNode) -> String {
    if attribute == .truststore, case .string(let location) = value.content {
      return "write {\"\(PostAttribute.location.name)\": \(quoted(location))}"
    }
    return "for example \(RequestExample.value(of: attribute))"
  }

  /// The members of the request itself or of an attribute; unknown ones are reported.
  mutating func object(
    _ members: [JSONNode.Member], of parent: PostAttribute?, at head: Range<Int>
  ) -> RequestObject {
    var object = RequestObject(head: head)
    var unknown: [JSONNode.Member] = []
    for member in members {
      guard let attribute = PostAttribute.named(member.name, in: parent) else {
        unknown.append(member)
        continue
      }
      if object[attribute] == nil {
        object[attribute] = member.value
        object.heads[attribute] = member.nameRange
      }
    }
    for member in unknown.prefix(Self.mostReported) { reportUnknown(member, in: parent) }
    if let next = unknown.dropFirst(Self.mostReported).first {
      let count = unknown.count - Self.mostReported
      report(
        .unknownAttribute, "\(Plural.count(count, "more unknown attribute"))\(parent.map { " in \($0.path)" } ?? "")",
        at: next.nameRange)
    }
    return object
  }

  private mutating func reportUnknown(_ member: JSONNode.Member, in parent: PostAttribute?) {
    let siblings = PostAttribute.allCases.filter { $0.parent == parent }
    let others = PostAttribute.allCases.filter { $0.parent != parent }
    let path = parent.map { "\($0.path).\(member.name)" } ?? member.name
    let remedy: String
    if let same = siblings.first(where: { $0.otherNames.contains(member.name.lowercased()) }) {
      mean(same)
      remedy = "did you mean \"\(same.name)\"?"
    } else if let exact = others.first(where: { $0.name == member.name }) {
      mean(exact)
      remedy = exact.parent.map { "it belongs in \($0.path)" } ?? "it belongs in the request itself"
    } else if let near = nearest(to: member.name, among: siblings) {
      mean(near)
      remedy = "did you mean \"\(near.name)\"?"
    } else if let near = nearest(to: member.name, among: others) {
      mean(near)
      remedy =
        "did you mean \"\(near.name)\"? it belongs in \(near.parent.map(\.path) ?? "the request itself")"
    } else {
      remedy = "allowed: \(Diagnostic.list(siblings.map(\.name)))"
    }
    report(.unknownAttribute, "unknown attribute \(quoted(path))", at: member.nameRange, remedy: remedy)
  }

  private func nearest(to name: String, among attributes: [PostAttribute]) -> PostAttribute? {
    Suggestion.nearest(to: name, in: attributes.map(\.name)).flatMap { near in attributes.first { $0.name == near } }
  }
}

extension PostAttribute {
  /// Its names in other utilities, in small letters.
  fileprivate var otherNames: Set<String> {
    switch self {
    case .brokers: ["bootstrap.servers", "bootstrapservers", "bootstrap_servers", "servers", "brokerlist"]
    case .location: ["path", "file"]
    case .account: ["username", "user", "name", "account", "serviceaccount", "serviceaccountname"]
    case .password: ["password", "passwd", "pwd", "pass", "secret", "serviceaccountpassword"]
    case .content: ["value", "payload", "template", "body", "text"]
    case .count: ["count", "messages", "noofmessages", "numberofmessages"]
    case .processes: ["threads", "processes", "noofthreads", "producers"]
    case .format: ["format", "validate"]
    case .kafka, .topic, .partitions, .truststore, .truststorePassword, .authentication, .message, .names, .partition:
      []
    }
  }
}
