extension ScenarioReader {
  /// How reading ends, with the language's defaults where nothing is written.
  mutating func verify(_ scenario: Fields) -> Verify? {
    var verify = Verify(mode: .tail, within: 30_000_000_000, atMost: nil)
    guard let pair = scenario["verify"] else { return verify }
    guard let fields = fields(of: pair.value, named: "verify", in: " in verify", as: .verify) else { return nil }
    let mode = fields.setting("mode") { word($0, of: .mode) }
    let within = fields.setting("within") { duration($0) }
    let atMost = fields.setting("at_most") { duration($0) }
    verify.mode = mode.value.flatMap(Verify.Mode.init) ?? verify.mode
    verify.within = within.value ?? verify.within
    verify.atMost = atMost.value
    return verify
  }
}
