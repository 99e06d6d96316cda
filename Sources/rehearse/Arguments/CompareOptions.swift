internal import Diagnostics
internal import Language
internal import Rehearsal
internal import Scenarios

/// The options of `rehearse compare`.
struct CompareOptions: Equatable {
  enum Format: String, CaseIterable {
    case table, markdown, json, csv, junit
  }

  var sides: ComparedSides
  /// The metrics to compare; empty for all.
  var metrics: [String] = []
  /// Those of `--tolerance` and `--gate METRIC`.
  var settings: [ComparisonSetting] = []
  var gatesSuspicions = false
  var showsAll = false
  var allowsDrift = false
  /// The scenario whose `compare:` applies.
  var scenario: String?
  var format = Format.table
  /// The file to write instead of standard output.
  var output: String?
  var overrides = OverrideOptions()
}

/// The texts of `--metric`, `--tolerance` and `--gate` as values.
enum ComparisonArguments {
  /// The word of `--gate` that is no metric.
  static let suspect = "suspect"

  /// The names that a pattern means: a metric's, or one with `*`.
  static func metrics(_ pattern: String, of option: CommandOption, in command: Command.Name) throws(UsageError)
    -> [String]
  {
    let names = ComparedMetric.all.map(\.name)
    let matching = names.filter { matches($0[...], pattern[...]) }
    guard matching.isEmpty else { return matching }
    throw .invalidValue(pattern, of: option, in: command, reason: unknown(pattern))
  }

  /// `ack_latency_p99=20%,5ms`: the parts in any order, one of them enough.
  static func tolerance(_ text: String) throws(UsageError) -> ComparisonSetting {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let (option, command) = (CommandOption.tolerance, Command.Name.compare)
    guard parts.count == 2 else {
      throw .invalidValue(
        text, of: option, in: command, reason: "it must be METRIC=PERCENT,AMOUNT, such as ack_latency_p99=20%,5ms")
    }
    guard let index = ComparedMetric.index(of: parts[0]) else {
      throw .invalidValue(text, of: option, in: command, reason: unknown(parts[0]))
    }
    let metric = ComparedMetric.all[index]
    var setting = ComparisonSetting(metric: parts[0])
    for part in parts[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
      // The amount of a ratio is a percentage as well: the second one.
      let isShare = part.hasSuffix("%") && setting.relative == nil && (metric.unit != .share || parts[1].contains(","))
      guard isShare || setting.absolute == nil else {
        throw .invalidValue(text, of: option, in: command, reason: "\"\(part)\" is one amount too many")
      }
      do throws(ComparedAmount.Mistake) {
        if isShare {
          setting.relative = try ComparedAmount.relative(part)
        } else {
          setting.absolute = try ComparedAmount.absolute(part, of: metric)
        }
      } catch {
        throw .invalidValue(
          text, of: option, in: command,
          reason: "\"\(part)\" \(error.reason); write \(parts[0])=10%,\(ComparedAmount.example(for: metric))")
      }
    }
    return setting
  }

  /// `suspect` is nil.
  static func gate(_ text: String) throws(UsageError) -> ComparisonSetting? {
    if text == suspect { return nil }
    guard let index = ComparedMetric.index(of: text) else {
      throw .invalidValue(text, of: .gate, in: .compare, reason: unknown(text))
    }
    guard ComparedMetric.all[index].better != nil else {
      throw .invalidValue(
        text, of: .gate, in: .compare, reason: "neither more nor less of it is better, so it cannot fail a comparison")
    }
    return ComparisonSetting(metric: text, gates: true)
  }

  private static func unknown(_ name: String) -> String {
    let column = ComparedMetric.all.first { $0.source == .column(name) }?.name
    let names = ComparedMetric.all.map(\.name) + [suspect]
    if let nearest = column ?? Suggestion.nearest(to: name, in: names) { return "did you mean \"\(nearest)\"?" }
    return "it must be a metric, such as ack_latency_p99; rehearse why lists them"
  }

  /// `*` is any text.
  private static func matches(_ name: Substring, _ pattern: Substring) -> Bool {
    guard let first = pattern.first else { return name.isEmpty }
    if first == "*" {
      return matches(name, pattern.dropFirst()) || (!name.isEmpty && matches(name.dropFirst(), pattern))
    }
    return name.first == first && matches(name.dropFirst(), pattern.dropFirst())
  }
}
