extension ScenarioReader {
  /// How reading ends, with the language's defaults where nothing is written.
  mutating func verify(_ scenario: Fields, _ identities: Declarations<String>?) -> Verify? {
    var verify = Verify(mode: .tail, within: 30_000_000_000, atMost: nil)
    guard let pair = scenario["verify"] else { return verify }
    guard let fields = fields(of: pair.value, named: "verify", in: " in verify", as: .verify) else { return nil }
    verify.mode = setting(VerifyKeys.mode, fields).value ?? verify.mode
    verify.within = setting(VerifyKeys.within, fields).value ?? verify.within
    verify.atMost = setting(VerifyKeys.atMost, fields).value
    _ = setting(VerifyKeys.order, fields)
    _ = setting(VerifyKeys.isolation, fields)
    hold(setting(VerifyKeys.auth, fields), against: identities)
    _ = setting(VerifyKeys.identity, fields)
    _ = setting(VerifyKeys.expect, fields)
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
    guard let fields = fields(of: pair.value, named: "identity", in: context, as: .messageIdentity) else { return nil }
    switch only(["json", "xml", "regex"], of: fields, in: context) {
    case "json": return setting(MessageIdentityKeys.json, fields).value
    case "xml": return setting(MessageIdentityKeys.xml, fields).value
    case "regex": return setting(MessageIdentityKeys.regex, fields).value
    default: return nil
    }
  }
}
