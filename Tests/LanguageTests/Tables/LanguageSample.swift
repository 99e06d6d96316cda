import Testing

@testable import Language

/// A sample from the tables of the language, in a correct scenario.
struct LanguageSample: Sendable, CustomTestStringConvertible {
  /// The expected result of reading it.
  enum Verdict: String {
    case accepted
    /// Refused as not supported yet, and for no other reason.
    case later
    /// One or the other: an example shows more than its key.
    case either
    case refused
  }

  var name: String
  var place: KeyTable
  /// The text of the pairs that are put there.
  var text: String
  var verdict: Verdict
  /// The text is a whole file.
  var isWhole = false

  var testDescription: String { "\(name): \(text)" }
  var scenario: SoundScenario {
    isWhole ? SoundScenario(text) : SoundScenario(with: [YAMLTree.Pair](text), in: place)
  }

  static let all = rows + mappings + spellings + exclusions + sharing

  /// Each key's examples and default.
  static let rows: [LanguageSample] = LanguageTables.all.flatMap { place in
    place.rows.flatMap { row in
      var values = row.examples
      if case .value(let fallback) = row.fallback { values.append(fallback) }
      return values.enumerated().map { index, value in
        let verdict: Verdict = row.isLater || place.isLater ? .later : index == 0 ? .accepted : .either
        return LanguageSample(
          name: "\(place.name).\(row.name).\(index + 1)", place: place, text: "\(row.name): \(value)",
          verdict: verdict)
      }
    }
  }

  /// The examples of the reference.
  static let mappings: [LanguageSample] = LanguageTables.all.compactMap { table in
    guard let example = table.example, let place = LanguageTables.all.first(where: { $0.name == example.place }) else {
      return nil
    }
    return LanguageSample(
      name: "\(table.name).example", place: place, text: example.text, verdict: table.isLater ? .later : .accepted)
  }

  /// Good and refused spellings, where the reader reads them.
  static let spellings: [LanguageSample] = [
    of(.name, .stage, "name"), of(.text, .scenario, "description"), of(.template, .template, "key"),
    of(.boolean, .stage, "measure"), of(.wholeNumber, .topic, "partitions"), of(.count, .stage, "count"),
    of(.duration, .stage, "duration"), of(.rate, .stage, "rate"), of(.constantRate, .rate, "poisson"),
    of(.rateOrNone, .ramp, "from"), of(.brokers, .cluster, "brokers"), of(.path, .template, "file"),
    of(.version, .scenario, "version"), of(.repetition, .repeated, "repeat"), of(.url, .target, "url"),
  ].flatMap { $0 }

  private static func of(_ spelling: Spelling, _ place: KeyTable, _ key: String) -> [LanguageSample] {
    let isLater = place.isLater || place.row(key)?.isLater == true
    let samples =
      spelling.good.map { ($0, isLater ? Verdict.later : .accepted) }
      + spelling.refused.map { ($0.text, .refused) }
    return samples.enumerated().map { index, sample in
      LanguageSample(
        name: "spelling.\(place.name).\(key).\(index + 1)", place: place, text: "\(key): \(sample.0)",
        verdict: sample.1)
    }
  }
}

/// The tables that have samples.
extension KeyTable {
  static var scenario: KeyTable { ScenarioKeys.table }
  static var included: KeyTable { ScenarioKeys.included }
  static var cluster: KeyTable { ClusterKeys.table }
  static var tls: KeyTable { TLSKeys.table }
  static var identity: KeyTable { IdentityKeys.table }
  static var secret: KeyTable { SecretKeys.table }
  static var topic: KeyTable { TopicKeys.table }
  static var template: KeyTable { TemplateKeys.table }
  static var repeated: KeyTable { RepeatedTextKeys.table }
  static var field: KeyTable { FieldKeys.table }
  static var sequence: KeyTable { SequenceKeys.table }
  static var data: KeyTable { DataKeys.table }
  static var size: KeyTable { SizeKeys.table }
  static var defaults: KeyTable { StageKeys.defaults }
  static var stage: KeyTable { StageKeys.table }
  static var rate: KeyTable { RateKeys.table }
  static var ramp: KeyTable { RampKeys.table }
  static var step: KeyTable { StepKeys.table }
  static var sine: KeyTable { SineKeys.table }
  static var burst: KeyTable { BurstKeys.table }
  static var replay: KeyTable { ReplayKeys.table }
  static var partition: KeyTable { PartitionKeys.table }
  static var start: KeyTable { StartKeys.table }
  static var client: KeyTable { ClientKeys.table }
  static var transactional: KeyTable { TransactionalKeys.table }
  static var verify: KeyTable { VerifyKeys.table }
  static var messageIdentity: KeyTable { MessageIdentityKeys.table }
  static var check: KeyTable { CheckKeys.table }
  static var condition: KeyTable { CheckKeys.condition }
  static var target: KeyTable { TargetKeys.table }
  static var sink: KeyTable { SinkKeys.table }
  static var holds: KeyTable { HoldsKeys.table }
  static var group: KeyTable { GroupKeys.table }
  static var action: KeyTable { ActionKeys.table }
  static var actionStart: KeyTable { ActionStartKeys.table }
}
