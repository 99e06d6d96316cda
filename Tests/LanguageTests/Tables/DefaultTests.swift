import Diagnostics
import Scenarios
import Templates
import Testing

@testable import Language

/// The default of a key, as the reference shows it, is read as the value of a key that is not written.
@Suite struct DefaultTests {
  @Test func ofVerifying() throws {
    try check(VerifyKeys.mode)
    try check(VerifyKeys.within)
    try check(CheckKeys.level)
  }

  @Test func ofStages() throws {
    try check(StageKeys.rate)
    try check(StageKeys.measure)
    try check(ClientKeys.idempotent)
    try check(ReplayKeys.speed)
  }

  @Test func ofTemplates() throws {
    try check(TemplateKeys.format)
    try check(TemplateKeys.locale)
    try check(DataKeys.order)
    try check(SequenceKeys.start)
  }

  @Test func ofTheCluster() throws {
    try check(TopicKeys.create)
    try check(TLSKeys.verify)
  }

  private func check<Value: Equatable>(_ key: DefaultKey<Value>) throws {
    guard case .value(let text) = key.row.fallback else {
      Issue.record("\(key.row.name) has no default")
      return
    }
    let source = SourceText([], path: "a.yaml")
    let scalar = YAMLNode(content: .scalar(YAMLScalar(text: text, isPlain: true)), range: source.beginning)
    let name = YAMLKey(text: key.row.name, isPlain: true, range: source.beginning)
    var reader = ValueReader(reports: Reports(source), environment: .none, keyLocations: [])
    #expect(key.key.read(&reader, YAMLPair(key: name, value: scalar)) == key.standard, "\(key.row.name): \(text)")
  }
}
