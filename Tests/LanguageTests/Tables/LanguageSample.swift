import Testing

@testable import Language

/// Something that the tables of the language show, in a sound scenario.
struct LanguageSample: Sendable, CustomTestStringConvertible {
  /// What the reader is to make of it.
  enum Verdict: String {
    case accepted
    /// Refused as not supported yet, and for nothing else.
    case later
    /// One or the other: an example shows more than its key.
    case either
    case refused
  }

  var name: String
  var place: MappingName
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
  static let rows: [LanguageSample] = MappingName.allCases.flatMap { place in
    place.table.rows.flatMap { row in
      var values = row.examples
      if case .value(let fallback) = row.fallback { values.append(fallback) }
      return values.enumerated().map { index, value in
        let verdict: Verdict = row.isLater || place.isLater ? .later : index == 0 ? .accepted : .either
        return LanguageSample(
          name: "\(place.rawValue).\(row.name).\(index + 1)", place: place, text: "\(row.name): \(value)",
          verdict: verdict)
      }
    }
  }

  /// The examples of the reference.
  static let mappings: [LanguageSample] = MappingName.allCases.compactMap { name in
    name.example.map { example in
      LanguageSample(
        name: "\(name.rawValue).example", place: example.place, text: example.text,
        verdict: name.isLater ? .later : .accepted)
    }
  }

  /// Good and refused spellings, where the reader reads them.
  static let spellings: [LanguageSample] = [
    of(.name, .stage, "name"), of(.text, .scenario, "description"), of(.template, .template, "key"),
    of(.boolean, .stage, "measure"), of(.wholeNumber, .topic, "partitions"), of(.count, .stage, "count"),
    of(.duration, .stage, "duration"), of(.rate, .stage, "rate"), of(.constantRate, .rate, "poisson"),
    of(.rateOrNone, .ramp, "from"), of(.brokers, .cluster, "brokers"), of(.path, .template, "file"),
    of(.version, .scenario, "version"),
  ].flatMap { $0 }

  private static func of(_ spelling: Spelling, _ place: MappingName, _ key: String) -> [LanguageSample] {
    let isLater = place.isLater || place.table.row(key)?.isLater == true
    let samples =
      spelling.good.map { ($0, isLater ? Verdict.later : .accepted) }
      + spelling.refused.map { ($0.text, .refused) }
    return samples.enumerated().map { index, sample in
      LanguageSample(
        name: "spelling.\(place.rawValue).\(key).\(index + 1)", place: place, text: "\(key): \(sample.0)",
        verdict: sample.1)
    }
  }
}
