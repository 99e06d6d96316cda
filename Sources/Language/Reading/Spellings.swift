/// Texts and names.
extension Spelling {
  static let version = Spelling(
    name: "version", summary: "Version of the scenario language: 1.", types: ["integer", "string"], pattern: "1",
    bounds: 1...1,
    good: ["1"], refused: [Refusal("2", "needs a newer release")])

  static let name = Spelling(
    name: "name", summary: "Letters, digits, `_` and `-`, beginning with a letter or digit.",
    types: ["string", "integer"], pattern: "[A-Za-z0-9][A-Za-z0-9_-]*", bounds: 0...UInt64.max,
    good: ["login-events", "peak_2", "2024"],
    refused: [Refusal("login events", "a space"), Refusal("-peak", "begins with `-`"), Refusal("orders.v1", "a dot")])

  static let text = Spelling(
    name: "text", summary: "Any text. Words that YAML reads as a boolean, a date or null need quotes.",
    types: ["string", "number"], good: ["on the busiest morning", "\"no\"", "42"],
    refused: [Refusal("true", "a boolean without quotes")])

  static let template = Spelling(
    name: "template", summary: "Text with placeholders such as `{{seq}}`; `${NAME}` in it is sent as is.",
    types: ["string", "number"], takesVariables: false, good: ["\"order {{seq}}\"", "plain"],
    refused: [Refusal("{{seq}}", "a mapping in YAML: quotes are missing")])

  static let boolean = Spelling(
    name: "boolean", summary: "`true` or `false`.", types: ["boolean", "string"], pattern: "true|false",
    good: ["true", "false"], refused: [Refusal("yes", "only `true` and `false`"), Refusal("1", "a number")])

  static let path = Spelling(
    name: "path", summary: "A file, relative to the one in which it is written.", types: ["string", "number"],
    good: ["payloads/order.json", "/run/secrets/loader"], refused: [])

  static let brokers = Spelling(
    name: "brokers", summary: "`host:port`, separated by commas, or the word `embedded`.",
    types: ["string"], pattern: "embedded|\(address)(?:,\(address))*",
    good: ["localhost:9092", "\"kafka-1:9092, kafka-2:9092\"", "\"[::1]:9092\"", "embedded"],
    refused: [
      Refusal("localhost", "no port"), Refusal("PLAINTEXT://kafka-1:9092", "a protocol"),
      Refusal("kafka-1:90920", "a port is at most 65535"),
    ])

  private static let address = #" *(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.%]{2,}\]):\#(port) *"#
  private static let port =
    "0*(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])"

  static let separator = Spelling(
    name: "separator", summary: "One character of ASCII: neither a quote nor a letter nor a digit.",
    types: ["string"], pattern: "[\\t !#-/:-@\\[-`{-~]", good: [#"";""#, #""|""#],
    refused: [Refusal("tab", "write `\"\\t\"`"), Refusal("\";;\"", "two characters")])

  static let expectation = Spelling(
    name: "expectation", summary: "A metric, one of `<` `<=` `>` `>=` `==`, and a value with its unit.",
    types: ["string"], pattern: #" *(?:(?:stage|sink|group)\([^)]*\)\.)?[a-z][a-z0-9_]* *(?:[<>]=?|==) *\S.*"#,
    good: ["ack_latency_p99 < 50ms", "stage(*).rate_kept >= 95%", "refused == authentication"],
    refused: [Refusal("lost = 0", "`==` is meant"), Refusal("lost", "no condition")])

  static let url = Spelling(
    name: "url", summary: "An address that begins with `http://` or `https://`, without a user and a fragment.",
    types: ["string"], pattern: #"https?://(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]{2,}\])(?::\#(port))?(?:[/?][^\s#]*)?"#,
    good: ["http://localhost:8080/orders", "https://api.example.com"],
    refused: [
      Refusal("localhost:8080", "no `http://`"),
      Refusal("http://loader:secret@api/", "credentials: write them in `auth`"),
    ])

  static let status = Spelling(
    name: "status", summary: "A status of HTTP, or a class of them.", types: ["integer", "string"],
    pattern: "[1-5](?:[0-9][0-9]|xx)", bounds: 100...599, good: ["201", "2xx"],
    refused: [Refusal("2**", "`2xx` is meant"), Refusal("600", "no status")])

  static let field = Spelling(
    name: "field", summary: "`key`, or a path in a JSON value: `$`, then names, `[0]` and `[*]`.", types: ["string"],
    pattern: #"key|\$(?:\.[^\s.\[\]"'*$]+|\[(?:\*|[0-9]+|"[^"]+"|'[^']+')\])*"#,
    good: ["key", "$.source.id", "$.ids[*]"], refused: [Refusal("source.id", "`$.source.id` is meant")])

  static let scalar = Spelling(
    name: "scalar", summary: "Any text, number or boolean.", types: ["string", "number", "boolean"],
    good: ["login", "7", "true"])
}

/// Quantities.
extension Spelling {
  static func wholeNumber(in bounds: ClosedRange<UInt64>) -> Spelling {
    var spelling = wholeNumber
    spelling.bounds = bounds
    let greatest = bounds.upperBound == .max ? "" : ", at most \(bounds.upperBound)"
    spelling.summary = "A whole number from \(bounds.lowerBound)\(greatest)."
    return spelling
  }

  static let wholeNumber = Spelling(
    name: "whole number", summary: "Digits only; the table of a key gives its bounds.",
    types: ["integer", "string"], pattern: integer, bounds: 0...UInt64.max, good: ["6", "42"],
    refused: [Refusal("-1", "negative"), Refusal("2.5", "a fraction")])

  static let count = Spelling(
    name: "count", summary: "A number: digits, with `k` for a thousand or `M` for a million; greater than 0.",
    types: ["integer", "string"], pattern: "\(notZero)\(decimal)[kM]?", bounds: 1...Quantity.greatestCount,
    good: ["100000", "100k", "1.5M"],
    refused: [
      Refusal("100K", "`k` is a small letter"), Refusal("1,000", "digits only"), Refusal("0", "must be greater than 0"),
    ])

  static let repetition = Spelling(
    name: "repetition", summary: "A number of elements, or the least and the most of them; at most 1000.",
    types: ["integer", "string"], pattern: #"\#(upToThousand)(?:\.\.\#(upToThousand))?"#, bounds: 0...1000,
    good: ["3", "1..5", "0..1000"],
    refused: [
      Refusal("1-5", "`1..5` is meant"), Refusal("1..", "no maximum"), Refusal("1..2000", "more than 1000"),
    ])

  static let duration = Spelling(
    name: "duration", summary: "A time with units: `us`, `ms`, `s`, `m`, `h`, `d`, the largest first; greater than 0.",
    types: ["string"],
    pattern: #"\#(notZero)(?!.*\.[0-9]+[a-z]+[0-9])(?!.*[a-z]0[0-9])"#
      + ["d", "h", "m", "s", "ms", "us"].map { "(?:\(decimal)\($0))?" }.joined(),
    good: ["200us", "250ms", "1.5s", "5m", "1h30m", "2d"],
    refused: [
      Refusal("30", "no unit"), Refusal("\"1:30\"", "`1m30s` is meant"), Refusal("30 s", "a space"),
      Refusal("30sec", "the unit is `s`"), Refusal("30m1h", "the largest unit is first"),
    ])

  static let rate = Spelling(
    name: "rate",
    summary:
      "Messages per time: a number, optionally with `k` or `M`, and `/s`, `/min` or `/h`; or `max`, as fast as possible.",
    types: ["string"], pattern: "max|\(perTime)", good: ["500/s", "20k/s", "10000/min", "0.5/s", "max"],
    refused: [
      Refusal("500", "no unit"), Refusal("500/sec", "the unit is `/s`"), Refusal("20K/s", "`k` is a small letter"),
      Refusal("0/s", "sends nothing; only allowed in profiles"),
    ])

  static let constantRate = Spelling(
    name: "rate", summary: "A rate with a number, such as `500/s`.", types: ["string"], pattern: perTime,
    good: ["500/s"], refused: [Refusal("max", "no number"), Refusal("0/s", "must be greater than 0")])

  static let rateOrNone = Spelling(
    name: "rate", summary: "A rate with a number, such as `500/s`, or `0/s`.", types: ["string"],
    pattern: "0/s|\(perTime)", good: ["500/s", "0/s"], refused: [Refusal("max", "no number")])

  static let size = Spelling(
    name: "size", summary: "Bytes with their unit: `B`, `kB`, `MB`, `GB`, or `KiB`, `MiB`, `GiB`.", types: ["string"],
    pattern: "\(decimal)(?:B|[kKMG]B|[KMG]iB)", good: ["512B", "64KiB", "1MB"], refused: [Refusal("512", "no unit")])

  static let ratio = Spelling(
    name: "ratio", summary: "A percentage.", types: ["string"], pattern: "\(decimal)%", good: ["99%", "0.1%"],
    refused: [Refusal("0.99", "no `%`")])

  private static let integer = "(?:0|[1-9][0-9]*)"
  private static let upToThousand = "(?:0|[1-9][0-9]{0,2}|1000)"
  private static let decimal = #"\#(integer)(?:\.[0-9]+)?"#
  private static let notZero = "(?=.*[1-9])"
  private static let perTime = #"(?=[0-9.]*[1-9])\#(decimal)[kM]?/(?:s|min|h)"#
}
