internal import Diagnostics
internal import Scenarios

/// What was read of `verify`.
struct VerifyReading {
  var verify: Verify
  var authentication = Setting<Authentication>.absent
  var refusals: [ExpectedRefusal] = []
  /// Where messages of each key must be found in the order in which they were sent, the place of that.
  var orderPerKey: SourceRange?
}

extension ValueReader {
  /// How reading ends, with the language's defaults where nothing is written; nil where that could not be read.
  mutating func verify(_ scenario: Fields, _ identities: Declarations<ClientIdentity>?) -> VerifyReading? {
    guard let pair = scenario["verify"] else {
      return VerifyReading(
        verify: Verify(mode: VerifyKeys.mode.standard, within: VerifyKeys.within.standard, atMost: nil))
    }
    guard let fields = fields(of: pair.value, named: "verify", in: " in verify", as: VerifyKeys.table) else {
      return nil
    }
    let mode = value(VerifyKeys.mode, fields)
    let within = value(VerifyKeys.within, fields)
    let atMost = setting(VerifyKeys.atMost, fields).value
    var reading = VerifyReading(verify: Verify(mode: mode, within: within, atMost: atMost))
    _ = setting(VerifyKeys.order, fields)
    if let order = fields["order"]?.value, order.scalar?.text == VerifyKeys.perKey { reading.orderPerKey = order.range }
    _ = setting(VerifyKeys.isolation, fields)
    reading.authentication = setting(VerifyKeys.auth, fields)
    hold(reading.authentication, against: identities)
    _ = setting(VerifyKeys.identity, fields)
    reading.refusals = setting(VerifyKeys.expect, fields).value?.refusals ?? []
    return reading
  }

  /// Where a message's identity stands: a word, or one path.
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
