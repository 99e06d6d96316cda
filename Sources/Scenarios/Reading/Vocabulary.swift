/// Every key that the language has in one mapping, whether it is read already or not; the reader knows no others.
struct Vocabulary {
  var read: [String]
  /// Of the language, but refused as not supported yet. The names beside a key are those that it may stand in for: they
  /// are not missed where it is written.
  var later: [String: [String]] = [:]
  /// Keys that have their place elsewhere, and what to do instead.
  var misplaced: [String: String] = [:]
  /// Keys that begin with `x-` are blocks of the writer's own.
  var takesOwnBlocks = false

  static let scenario = Vocabulary(
    read: ["version", "name", "seed", "cluster", "topics", "templates", "defaults", "stages", "verify", "expect"],
    later: [
      "description": [], "vars": [], "identities": [], "at_most": [],
      "include": ["cluster", "topics", "templates", "defaults", "verify"],
    ],
    takesOwnBlocks: true)

  static let cluster = Vocabulary(read: ["brokers", "librdkafka"], later: ["auth": ["brokers"], "tls": []])

  static let topic = Vocabulary(
    read: ["name", "partitions", "replication", "create"], later: ["delete": [], "config": []])

  static let template = Vocabulary(
    read: ["format", "key", "value"],
    later: [
      "schema": [], "locale": [], "let": ["let"], "headers": [], "fields": [], "size": [], "file": ["value"],
      "data": [],
      "extends": ["format", "key", "value", "let"],
    ])

  static let defaults = Vocabulary(
    read: ["rate", "template", "topic", "partition", "measure"],
    later: [
      "producers": [], "mix": ["template"], "on_full": [], "client": [], "librdkafka": [], "abort_when": [], "auth": [],
      "at_most": [],
    ],
    misplaced: [
      "name": inEachStage, "count": inEachStage, "duration": inEachStage, "start": inEachStage, "pause": inEachStage,
      "extends": inEachStage, "expect": inEachStage,
    ])

  static let stage = Vocabulary(
    read: ["name", "rate", "duration", "count", "template", "topic", "partition", "measure", "expect"],
    later: [
      "producers": [], "mix": ["template"], "on_full": [], "client": [], "librdkafka": [], "abort_when": [], "auth": [],
      "at_most": [], "start": [], "pause": ["rate", "duration", "count", "template", "topic"],
      "extends": ["rate", "duration", "count", "template", "topic", "partition"],
    ])

  static let verify = Vocabulary(
    read: ["mode", "within", "at_most"],
    later: ["order": [], "isolation": [], "auth": [], "identity": [], "expect": []])

  static let rate = Vocabulary(
    read: [], later: ["ramp": [], "steps": [], "sine": [], "burst": [], "poisson": [], "replay": []])

  static let partition = Vocabulary(read: [], later: ["weights": []])

  private static let inEachStage = "write it in each stage"
}

/// The words that one key takes.
struct Words {
  var read: [String]
  var later: [String] = []

  static let format = Words(read: ["json", "string"], later: ["xml", "bytes"])
  static let creation = Words(read: ["if-missing", "never", "by-broker"], later: ["always"])
  static let mode = Words(read: ["tail", "after"], later: ["later"])
  static let partition = Words(read: ["by-key", "sticky", "round-robin"], later: ["random"])
}

extension Diagnostic {
  /// A word of the language that is not built yet.
  static func notSupported(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(code: .notSupported, "\(quoted(word)) is not supported yet", at: range)
  }

  /// The first of many words.
  static func list(_ words: [String]) -> String {
    let most = 12
    return words.prefix(most).joined(separator: ", ") + (words.count > most ? ", …" : "")
  }

  /// A word that the language does not have. `what` is what it would have been: "key", "topic".
  static func unknown(
    _ what: String, _ word: String, in context: String, code: DiagnosticCode, at range: SourceRange, read: [String],
    later: some Sequence<String>, listed: String
  ) -> Diagnostic {
    let remedy: String?
    if let nearest = Suggestion.nearest(to: word, in: read + later.sorted()) {
      remedy = "did you mean \"\(nearest)\"?" + (read.contains(nearest) ? "" : " it is not supported yet")
    } else {
      remedy = read.isEmpty ? nil : "\(listed): \(list(read))"
    }
    return Diagnostic(code: code, "unknown \(what) \(quoted(word))\(context)", at: range, remedy: remedy)
  }
}
