/// Scenarios with templates of random words of the template language.
enum TemplateWords {
  private static let sources = [
    "seq", "stage.name", "run.id", "due", "due:ms", "vars.a", "a", "b", "'x'", #"'\n"'"#, "faker.name()",
    "faker.address()", "faker.text(max_nb_chars=40)", "faker.random_int(min=20, max=50)",
    #"random.choice(['Y', '"', None, 1])"#, "random.choices(['a', 'b'], weights=[1, 2.5])", "random.uniform(-1.5, 1e3)",
    "random.zipf(100, s=1.1)", "random.hex(9)", #"faker.bothify('??-##"')"#, "faker.date_between('-1y', 'today')",
    "faker.iban()", "faker.sentence(3)", "random.gauss(0, 1)", "faker.paragraph()", "faker.boolean()",
    "random.choice([1, None, True])", "random.randint(-5, 5)", "faker.date_time()", "faker.company()",
    "faker.numerify('!!@@%%')", "random.string(70)", "faker.user_agent()", "faker.ipv6()",
    "l", "l", "l.count", "index", "unique.random_int(0, 99)", "unique.name()", ##"unique.bothify('?"#')"##,
    "unique.choice(['a', '<'])", "unique.past_date()", "unique.email()",
    "data.a", "data.b", #"data["a b"]"#, "data.o.x", "data.n", "data.gone",
  ]
  private static let tails = [
    "", "", "", ".upper()", ".lower()", ".title()", ".capitalize()", ".strip()", #".strip('aeY"')"#,
    #".replace('a', '"""')"#, ".replace('e', '')", ".zfill(40)", "[:8]", "[-3:]", "[2:5]", "[5:2]",
  ]
  private static let formats = [
    "", "", "", "", ":>30", ":<8", ":^19", ":08d", ":.3f", ":%Y-%m-%d %A", ":12.1f", ":x", ":",
  ]
  private static let noise = [
    "{{", "}}", "(", ")", "'", "\"", ",", "=", "[", "]", ".", ":", "\\", " ", "raw ", "é", "日本", "9", "-",
  ]

  /// The schemas that such a scenario names.
  static let schemas = [
    "s.json":
      #"{"type": "array", "items": {"type": ["string", "integer"], "maxLength": 20, "minimum": 0}, "maxItems": 3}"#,
    "ss.xsd": #"""
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:complexType mixed="true">
    <xs:sequence><xs:any processContents="lax" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
    </xs:complexType></xs:element><xs:element name="b"><xs:complexType mixed="true"><xs:attribute name="c">
    <xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="20"/></xs:restriction></xs:simpleType>
    </xs:attribute><xs:anyAttribute processContents="lax"/></xs:complexType></xs:element></xs:schema>
    """#,
  ]

  static func scenario(_ chance: inout Chance) -> [UInt8] {
    let format = ["json", "json", "string", "xml"][chance.below(4)]
    let (isJSON, isXML) = (format == "json", format == "xml")
    var parts: [String] = []
    for _ in 0...chance.below(4) {
      let text = placeholder(&chance)
      parts.append(
        isJSON ? (chance.below(3) == 0 ? text : "\"a \(text)\"") : isXML ? element(around: text, &chance) : "<\(text)>")
    }
    let joined = parts.joined(separator: ", ")
    let value = isJSON ? "[\(joined)]" : isXML ? "<a>\(joined)</a>" : joined
    let inList = placeholder(&chance)
    let elements = isXML ? element(around: inList, &chance) : chance.below(3) == 0 ? inList : "\"\(inList)\""
    let schema = chance.below(4) == 0 && format != "string" ? "schema: \(isJSON ? "s.json" : "ss.xsd")" : "size: 8B"
    let text = """
      version: 1
      name: fuzz
      vars: {a: "x\\"\\\\y"}
      cluster: {brokers: embedded}
      topics: {t: {}}
      templates:
        t:
          format: \(format)
          \(schema)
          locale: \(["en_US", "de_DE", "ja_JP", "en_GB", "fr_FR", "es_ES", "it_IT", "pt_BR"][chance.below(8)])
          let:
            a: |-
              \(placeholder(&chance))
            b: |-
              \(placeholder(&chance))-{{a}}
            l:
              repeat: \(["0", "2", "0..3", "0..40"][chance.below(4)])
              value: |-
                \(elements)
          \(["data: {file: rows.csv}", "data: {file: rows.ndjson, order: shuffled}"][chance.below(2)])
          key: |-
            \(placeholder(&chance))
          value: |-
            \(value)
      stages: [{name: s, count: 10, rate: 10/s}]
      """
    return Array(text.utf8)
  }

  private static func element(around text: String, _ chance: inout Chance) -> String {
    switch chance.below(5) {
    case 0: "<b c=\"\(text)\" d='- \(text)'/>"
    case 1: "<![CDATA[]\(text)]]>"
    case 2: "<b><!-- c --> \(text)]\(text)</b>"
    case 3: "<b \(text)='c'/>"
    default: text
    }
  }

  private static func placeholder(_ chance: inout Chance) -> String {
    var text = sources[chance.below(sources.count)]
    for _ in 0..<chance.below(3) { text += tails[chance.below(tails.count)] }
    text += formats[chance.below(formats.count)]
    if chance.below(6) == 0 {
      let place = text.index(text.startIndex, offsetBy: chance.below(text.count + 1))
      text.insert(contentsOf: noise[chance.below(noise.count)], at: place)
    }
    return "{{\(chance.below(8) == 0 ? "raw " : "")\(text)}}"
  }
}
