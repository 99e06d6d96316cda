import Payloads
import SampleScenarios
import Scenarios
import Testing

@testable import Language
@testable import Templates

@Suite struct XMLTemplateTests {
  @Test(arguments: [
    ("<a>{{seq}}</a>", ""), ("<a b='{{seq}}' c=\"{{run.id}}\"/>", ""), ("<a><![CDATA[{{faker.name()}}]]></a>", ""),
    ("<a>{{seq}}>{{seq}}]]</a>", ""), ("<a><![CDATA[]{{seq}}>]]></a>", ""), ("<{{seq}}/>", "0 tag"),
    ("<a {{seq}}='1'/>", "0 tag"), ("<a b={{seq}}/>", "0 tag"), ("<a>{{seq}}<!--{{seq}}--></a>", "1 comment"),
    ("<?p {{seq}}?><a/>", "0 instruction"), ("<!DOCTYPE {{seq}}><a/>", "0 declaration"),
    ("<a b='&#{{seq}};'/>", "0 reference"), ("<a/>{{seq}}", "0 outside"), ("{{seq}}", "0 outside"),
    ("<a><![CDATA[]]{{seq}}]]></a>", "0 brackets"), ("<a><![CDATA[]{{seq}}]{{seq}}]]></a>", "1 brackets"),
    ("<a>{{'\\u0001'}}</a>", #"0 character("\u{01}")"#),
    ("<a>{{stage.name.replace('p', '\\uffff')}}</a>", #"0 character("\u{FFFF}")"#),
    ("<a>{{random.choice(['a', '\\u0000'])}}</a>", #"0 character("\0")"#), ("", "document 1"),
    ("<a>{{seq}}</b>", "document 1"),
    ("<a>\n{{seq}}&</a>", "document 2"), ("<a>]]{{seq}}></a>", ""), ("<a>]]{{stage.name[:1]}}></a>", "document 1"),
    ("<a>{{seq}}\u{1}</a>", "document 1"),
    ("<a xmlns:p='{{run.id}}'><p:b/></a>", ""),
    ("<a xmlns:p='{{vars.empty}}'><p:b/></a>", "document 1"), ("<?xml version='1.0' encoding='UTF-8'?><a/>", ""),
    ("<?xml version='1.0' encoding='latin1'?><a/>", "document 1"), ("<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", "document 1"),
  ]) func places(_ text: String, _ expected: String) {
    let parsed = ParsedTemplate(text)
    let mistakes = XMLSkeleton(parsed).mistakes(by: XMLDocument()) { _ in "" }
    let described = mistakes.map { mistake in
      switch mistake {
      case .placeholder(let index, let kind): "\(index) \(kind)"
      case .document(_, let line): "document \(line)"
      case .bareText: "bare text"
      case .element(let name, _): "element of \(name)"
      }
    }
    #expect(described.joined(separator: ", ") == expected)
  }

  @Test(arguments: [
    ("<a>{{'<&>]\"\\r\\n'}}</a>", "<a>&lt;&amp;&gt;&#93;\"&#13;\n</a>"),
    ("<a b='{{'<&>\\'\"\\r\\n\\t'}}'/>", "<a b='&lt;&amp;&gt;&apos;&quot;&#13;&#10;&#9;'/>"),
    ("<a><![CDATA[{{'<b>&'}}]]></a>", "<a><![CDATA[<b>&]]></a>"),
    ("<a><![CDATA[{{']]>\\r'}}]]></a>", "<a><![CDATA[]]]><![CDATA[]]]><![CDATA[>]]>&#13;<![CDATA[]]></a>"),
    ("<a>{{random.choice([None])}}{{random.choice([True])}}</a>", "<a>true</a>"),
    ("<a>{{stage.name.replace('p', '<')[:2]}}</a>", "<a>&lt;e</a>"), ("<a>{{vars.b}}</a>", "<a>&lt;b&gt;</a>"),
  ]) func escapes(_ text: String, _ expected: String) {
    #expect(Rendering(text, format: .xml).text() == expected)
  }

  /// Every combination of values is XML.
  @Test func messagesAreXML() {
    let parts = ["']'", "'>'", "''", "']]'", "']]>'", "'<![CDATA['", "'&'", "'\"'", "'é\\r'", "None"]
    let any = "{{random.choice([\(parts.joined(separator: ", "))])}}"
    let text = """
      <?xml version="1.0" encoding="utf-8"?>
      <a b="\(any)\(any)" c='\(any)'>\(any)\(any)>\(any)]\(any)]<![CDATA[\(any)\(any)>\(any)]\(any)>]]>\(any)]></a>
      """
    let xml = XMLDocument()
    let mistakes = XMLSkeleton(ParsedTemplate(text)).mistakes(by: xml) { _ in "" }
    #expect(mistakes.isEmpty)
    let rendering = Rendering(text, format: .xml)
    for number: UInt64 in 0..<2000 {
      let message = rendering.bytes(number)
      let fault = message.withUnsafeBytes { xml.fault(in: $0) }
      #expect(fault == nil, "\(String(decoding: message, as: UTF8.self))")
    }
  }

  /// A template with all characters that are special in XML: in a variable, in names, and in results of functions.
  @Test func hostileMessagesAreXML() throws {
    let yaml = #"""
      version: 1
      name: hostile
      cluster: {brokers: embedded}
      topics: {orders: {partitions: 1}}
      vars: {raw: "<raw a='\"'>&]]>\r\n\t</raw>"}
      templates:
        order:
          format: xml
          let:
            said: "\"{{faker.name()}}\" & '{{random.choice(['<', ']]>', '>', ']', ''])}}' ]]> <{{vars.raw}}>"
            again: "{{said.upper()}}]"
          fields: {id: {sequence: {start: 1, prefix: "<&]]>-"}}}
          key: "{{said}}"
          value: |
            <?xml version="1.0"?>
            <order id="{id}" said='{{said}}' at="{{faker.address()}}" raw="{{vars.raw}}">
              <!-- <none> --><?none none?>
              <address>{{faker.address()}}</address>{{said}}>{{again[3:-2]}}]{{again}}
              <said><![CDATA[<{{said}}>{{again}}>]{{vars.raw}}{{faker.address()}}{id}]]></said>{id}
              <date at='{{faker.date(pattern="<%Y]]>&")}}'>{{faker.lexify('??>', letters=']<&é'):>9}}{{vars.raw.title()}}</date>
            </order>
      stages: [{name: all, count: 2000}]
      """#
    let scenario = try SampleScenario(yaml).scenario()
    var renderer = scenario.recipe(stage: 0, seed: 7, runID: "01J", startedAt: Rendering.startedAt).renderer()
    let xml = XMLDocument()
    for number: UInt64 in 0..<2000 {
      renderer.render(number, due: 0)
      #expect(xml.fault(in: renderer.value) == nil, "\(String(decoding: renderer.value, as: UTF8.self))")
      // A key is text.
      #expect(String(decoding: renderer.key, as: UTF8.self).contains("]]> <<raw a='\"'>&]]>"))
    }
  }

  /// Every character in the tables of names and words is allowed in XML.
  @Test(arguments: FakerLocale.allCases) func tablesAreAllowedInXML(_ locale: FakerLocale) {
    for list in FakerList.allCases {
      for entry in locale.table(list).entries {
        #expect(Array(entry.utf8).withUnsafeBytes { XMLCharacters.firstUnfit($0) } == nil, "\(entry)")
      }
    }
  }
}
