internal import Scenarios

extension ScenarioReader {
  /// How reading ends, with the language's defaults where nothing is written.
  mutating func verify(_ scenario: Fields, _ declared: Declared) -> Verify? {
    var verify = Verify(mode: .tail, within: .seconds(30), atMost: nil)
    guard let pair = scenario["verify"] else {
      controls.add(clusterWay, topic: nil, refusals: [])
      return verify
    }
    guard let fields = fields(of: pair.value, named: "verify", in: " in verify", as: VerifyKeys.table) else {
      return nil
    }
    verify.mode = setting(VerifyKeys.mode, fields).value ?? verify.mode
    verify.within = setting(VerifyKeys.within, fields).value ?? verify.within
    verify.atMost = setting(VerifyKeys.atMost, fields).value
    _ = setting(VerifyKeys.order, fields)
    holdOrderPerKey(fields, declared.templates, used: usedTemplates)
    _ = setting(VerifyKeys.isolation, fields)
    let auth = setting(VerifyKeys.auth, fields)
    hold(auth, against: declared.identities)
    _ = setting(VerifyKeys.identity, fields)
    refusals = []
    _ = setting(VerifyKeys.expect, fields)
    controls.add(way(auth, else: clusterWay, declared.identities), topic: nil, refusals: refusals)
    return verify
  }

  /// Where a message's identity stands: a word, or one path.
  mutating func messageIdentity(_ pair: YAMLPair) -> String? {
    guard case .mapping = pair.value.content else {
      guard case .either(let kinds) = VerifyKeys.identity.row.kind, case .words(let words)? = kinds.first else {
        return nil
      }
      return word(pair, words)
    }
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
