/// Data files of mutated scenarios: valid ones for generated templates, and for others valid ones with some bytes replaced by
/// special characters of CSV or JSON.
enum FuzzData {
  private static let csv = """
    a,b,a b,n,x
    plain,"q""u,o
    te",1,12,<
    é\u{2028},]]>,-2.5e3,0,&
    \u{1},"",null,7,\\

    """

  private static let ndjson = """
    {"a": "p\\u0041\\n", "b": [1, {"c": "}"}], "a b": null, "o": {"x": 1.50}, "n": 12}

    {"a": 5, "b": {}, "a b": true, "o": {"x": "\\ud83d\\ude00"}, "n": -0}

    """

  static func file(_ path: String, of text: [UInt8]) -> [UInt8] {
    if path == "rows.csv" { return Array(csv.utf8) }
    if path == "rows.ndjson" { return Array(ndjson.utf8) }
    var chance = Chance(seed: UInt64(text.count))
    let base = Array((chance.below(2) == 0 ? csv : ndjson).utf8)
    let marks = Array("\",\n\r{}[]:\\0a \u{0}".utf8) + [0xc3, 0xff]
    return base.map { chance.below(60) == 0 ? marks[chance.below(marks.count)] : $0 }
  }
}
