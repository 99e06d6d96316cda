internal import Diagnostics

/// Keys of `verify.identity`.
enum MessageIdentityKeys {
  /// A word, or a mapping.
  static let kind: Kind = .either([.words(words), .mapping(table)])

  fileprivate static let words = [Word("header", "in the header `rehearse`"), Word("key", "in the key")]

  static let json = Key("json", .text, "At this path of a JSON value.", examples: ["$.id"]) { $0.text($1) }

  static let xml = Key("xml", .text, "At this path of an XML value.", examples: ["//id"]) { $0.text($1) }

  static let regex = Key(
    "regex", .text, "In the first group of this regular expression.", examples: [#"'id=(\S+)'"#]
  ) { $0.text($1) }

  static let table = KeyTable(
    name: "message-identity", title: "A message's identity",
    summary: "The place of the identity in the value: one of these.",
    rows: [json.row, xml.row, regex.row],
    rules: [.oneKey], isReplacedWhole: true,
    example: MappingExample(in: "sink", "topic: orders\nidentity: {json: $.id}"))
}

extension ValueReader {
  /// The place of a message's identity: a word, or one path.
  mutating func messageIdentity(_ pair: YAMLPair) -> String? {
    guard case .mapping = pair.value.content else { return word(pair, MessageIdentityKeys.words) }
    let context = " in identity"
    guard let fields = fields(of: pair.value, named: "identity", in: context, as: MessageIdentityKeys.table) else {
      return nil
    }
    switch only(MessageIdentityKeys.table.rows.map(\.name), of: fields, in: context) {
    case "json": return setting(MessageIdentityKeys.json, fields).value
    case "xml": return setting(MessageIdentityKeys.xml, fields).value
    case "regex": return setting(MessageIdentityKeys.regex, fields).value
    default: return nil
    }
  }
}
