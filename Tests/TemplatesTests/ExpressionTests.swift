import Testing

@testable import Templates

/// Results are those of Python, where Python has the same function.
@Suite struct ExpressionTests {
  @Test(
    arguments: [
      ("{{ '{{' }}a{{ \"}}\" }}", "{{a}}"), ("{{'it\\'s'}}", "it's"), ("{{'\\u00e9\\t\\\\'}}", "é\t\\"),
      ("{{'straße'.upper()}}", "STRASSE"), ("{{'ÀÉ x'.lower()}}", "àé x"),
      ("{{\"they're bill's\".title()}}", "They'Re Bill'S"),
      ("{{'hELLO wORLD'.capitalize()}}", "Hello world"), ("{{'  a b '.strip()}}", "a b"),
      ("{{'xxaxyx'.strip('xy')}}", "a"), (#"{{'\u001c\r a\u001f\u3000'.strip()}}"#, "a"),
      ("{{'aaa'.replace('a', 'bb')}}", "bbbbbb"), ("{{'aaa'.replace('aa', '')}}", "a"),
      ("{{'-42'.zfill(6)}}", "-00042"),
      ("{{'é'.zfill(3)}}", "00é"), ("{{'abcdef'[:2]}}", "ab"), ("{{'abcdef'[2:4]}}", "cd"), ("{{'abcdef'[-2:]}}", "ef"),
      ("{{'abcdef'[4:2]}}", ""), ("{{'日本語'[1:2]}}", "本"), ("{{'abc'[:99]}}", "abc"), ("{{'abc'[:]}}", "abc"),
      ("{{stage.name.upper().replace('P', '-')[1:3]:>4}}|", "  EA|"), ("{{'ab':<4}}|", "ab  |"),
      ("{{'ab':^5}}|", " ab  |"),
      ("{{'ab':4}}|", "ab  |"), ("{{seq:08d}}", "00000012"), ("{{seq:4}}|", "  12|"), ("{{seq:<4}}|", "12  |"),
      ("{{seq:.2f}}", "12.00"), ("{{random.randint(5, 5):.1f}}", "5.0"), ("{{random.choice([1.5])}}", "1.5"),
      ("{{random.choice([2.345]):.1f}}", "2.3"), ("{{random.choice([None])}}|{{random.choice([True])}}", "|true"),
      ("{{vars.x}}{{vars.x[1:2]}}", "<x>x"), ("{{raw stage.name}}", "peak"), ("{{due}}", "2024-02-29T12:34:58.289Z"),
      ("{{due:ms}}", "1709210098289"), ("{{due:%H:%M:%S %d.%m.%y %a %B %j}}", "12:34:58 29.02.24 Thu February 060"),
      ("{{faker.date_between('today', 'today')}}", "2024-02-29"),
      ("{{faker.date_between('2024-01-31', '2024-01-31'):%A}}", "Wednesday"),
      ("{{faker.past_date('-1d')}} {{faker.future_date('+1d')}}", "2024-02-28 2024-03-01"),
      ("{{faker.unix_time(end_datetime='now', start_datetime='now')}}", "1709210096"),
      ("{{random.uniform(2, 2)}} {{random.uniform(0.5, 0.5):.3f}} {{random.gauss(3, 0)}}", "2.0 0.500 3.0"),
      ("{{faker.random_int(20, 20)}}{{faker.random_int(min=7, max=9, step=5)}}", "207"),
      ("{{random.choice('z')}}", "z"),
      ("{{random.choices(['a', 'b'], weights=[0, 1])}}{{random.choices(['a', 'b'], [1, 0.0])}}", "ba"),
      ("{{random.zipf(1)}}", "1"), ("{{faker.numerify('abc')}}", "abc"),
      // A sigma at the end of a word has its own letter.
      ("{{'ΟΔΟΣ ΣΟΦΟΣ'.lower()}}", "οδος σοφος"), ("{{'ΟΔΟΣ ΣΟΦΟΣ'.title()}}", "Οδος Σοφος"),
      ("{{'ΟΔΟΣ ΣΟΦΟΣ'.capitalize()}}", "Οδος σοφος"), ("{{'Σ aΣ ΣΑΣ'.lower()}}", "σ aς σας"),
      ("{{'ΑΣ.Β ΑΣ. Β Α.Σ Σ.Α'.lower()}}", "ασ.β ας. β α.ς σ.α"),
      (#"{{'ΑΣ\u0301 ΑΣ\u0301Β'.lower()}}"#, "ας\u{301} ασ\u{301}β"), ("{{'οδος'.upper()}}", "ΟΔΟΣ"),
    ] as [(String, String)])
  func yields(_ text: String, _ expected: String) { #expect(Rendering(text).text(12) == expected) }

  @Test(arguments: [
    ("{{faker.nmae()}}", "unknown function \"faker.nmae\"|did you mean \"faker.name\"?|2..<12"),
    ("{{faker.choice([1])}}", "unknown function \"faker.choice\"|did you mean \"random.choice\"?|2..<14"),
    ("{{faker.name}}", "\"faker.name\" is a function|write faker.name()|2..<12"),
    ("{{faker.name(3)}}", "faker.name() takes no arguments||13..<14"),
    ("{{faker.random_int(mni=3)}}", "faker.random_int() has no argument \"mni\"|did you mean \"min\"?|19..<22"),
    ("{{faker.random_int(min='3')}}", "\"min\" must be a whole number||23..<26"),
    (
      "{{faker.random_int(5, 3)}}",
      "\"min\" is greater than \"max\"|the first is the minimum, the second the maximum|19..<20"
    ),
    ("{{faker.random_int(1, min=3)}}", "\"min\" is given twice||22..<25"),
    ("{{faker.words(0)}}", "\"nb\" must be at least 1||14..<15"),
    ("{{random.randint(1)}}", "\"b\" is missing in random.randint()|for example random.randint(1, 6)|2..<16"),
    ("{{random.choice([])}}", "\"seq\" must be a list such as ['a', 'b']|it must have at least one element|16..<18"),
    (
      "{{random.choice([['a']])}}", "\"seq\" must be a list such as ['a', 'b']|nested lists are not supported|16..<23"
    ),
    ("{{random.choices(['a'], [1, 2])}}", "there is 1 element and 2 weights|write one weight per element|24..<30"),
    (
      "{{random.choices(['a'], [0])}}",
      "\"weights\" must be a list of numbers|no weight may be below 0, and one must be above 0|24..<27"
    ),
    (
      "{{random.choice([1 2])}}", "a comma is missing in a list|write , between its elements and ] at its end|19..<20"
    ),
    ("{{random.choice([yes])}}", "\"yes\" is not a value|put quotes around it: 'yes'|17..<20"),
    ("{{random.choice([true])}}", "\"true\" is not a value|write True|17..<21"),
    ("{{random.choice([seq])}}", "\"seq\" is not a value|put quotes around it: 'seq'|17..<20"),
    (
      "{{random.randint(1, 99999999999999999999)}}",
      "\"99999999999999999999\" is not a number|a whole number must be between -9223372036854775808 and 9223372036854775807|20..<40"
    ),
    ("{{random.choice(['a']}}", "a call is not closed|close it with )|2..<15"),
    ("{{seq.upper()}}", "\"upper\" is a method of text, but this is a whole number||6..<11"),
    (
      "{{seq.zfill(8)}}", "\"zfill\" is a method of text, but this is a whole number|use a format such as :08d|6..<11"
    ),
    ("{{stage.name.uper()}}", "unknown method \"uper\"|did you mean \"upper\"?|13..<17"),
    (
      "{{stage.name.__class__}}",
      "unknown method \"__class__\"|the methods are upper, lower, title, capitalize, strip, replace, zfill|13..<22"
    ),
    ("{{stage.name.upper}}", "\"upper\" is a method|write .upper()|13..<18"),
    ("{{stage.name.replace('a')}}", "\"replace\" takes 2 arguments||13..<20"),
    ("{{stage.name[0]}}", "a slice needs a colon|write [0:1]|14..<15"),
    ("{{stage.name[::2]}}", "a slice is not closed|for example [:8]|12..<13"),
    ("{{stage.name:08d}}", "\":08d\" is not a format for text|for example :<12, :>12 or :^12|13..<16"),
    ("{{seq:x}}", "\":x\" is not a format for a whole number|for example :08d, :>12 or :.2f|6..<7"),
    (
      "{{faker.date_time():%Y-%q}}",
      "\"%q\" is not a date directive|the directives are %Y %m %d %H %M %S %f %j %a %A %b %B %y %p %I %z %Z %F %T %s %% %:z|23..<25"
    ),
    (
      "{{1 + 1}}",
      "unknown placeholder \"{{1 + 1}}\"|known placeholders are {{seq}}, {{stage.name}}, {{run.id}}, and functions such as {{faker.name()}}|0..<9"
    ),
    ("{{seq + 1}}", "unexpected \"+ 1\"|a value may be followed by .method(), [from:to] or :format|6..<9"),
    (
      "{{open('a')}}",
      "unknown placeholder \"{{open('a')}}\"|known placeholders are {{seq}}, {{stage.name}}, {{run.id}}, and functions such as {{faker.name()}}|0..<13"
    ),
    ("{{name()}}", "unknown placeholder \"{{name()}}\"|did you mean \"faker.name\"?|0..<10"),
    (
      "{{faker.date_between('-1q')}}",
      "\"start_date\" must be a moment such as '-30d', 'now' or '2024-01-31'|units are y, M, w, d, h, m and s|21..<26"
    ),
    (
      "{{faker.date_between('-1y', '-2y')}}",
      "faker.date_between() ends before it starts|write the earlier time as the start|21..<26"
    ),
    (
      "{{faker.date_time(end_datetime='1960-01-01')}}",
      "faker.date_time() ends before it starts|write a time since 1970|31..<43"
    ),
    ("{{faker.time(end_datetime='-60y')}}", "faker.time() ends before it starts|write a time since 1970|26..<32"),
    (
      "{{faker.pyfloat(left_digits=2, min_value=100)}}",
      "\"min_value\" has more than 2 digits before the point||41..<44"
    ),
    (
      "{{faker.pydecimal(min_value=0.001, max_value=0.009, right_digits=2)}}",
      "no number with 2 decimals is between \"min_value\" and \"max_value\"|ask for more right_digits|45..<50"
    ),
    ("{{faker.lexify('??', letters='')}}", "\"letters\" must be text that is not empty||29..<31"),
    ("{{faker.bothify(letters='')}}", "\"letters\" must be text that is not empty||24..<26"),
    ("{{faker.iso8601(sep='')}}", "\"sep\" must be one character||20..<22"),
    ("{{faker.currency_symbol('EURR')}}", "\"code\" must be the code of a currency such as 'EUR'||24..<30"),
    (
      "{{'a\\x'}}",
      "\"\\x\" is not an escape sequence|write \\\\ for a backslash; the others are \\', \\\", \\n, \\r, \\t and \\u with four digits|4..<6"
    ),
  ]) func isRefused(_ text: String, _ expected: String) {
    let placeholder = ParsedTemplate(text).placeholders.first
    guard case .failure(let mistake)? = placeholder?.meaning else {
      Issue.record("\(text) is accepted")
      return
    }
    #expect("\(mistake.message)|\(mistake.remedy ?? "")|\(mistake.offsets)" == expected)
  }

  @Test(arguments: [5, 12, 40, 200, 1000]) func textIsNotLongerThanAsked(_ most: Int) {
    let rendering = Rendering("{{faker.text(\(most))}}")
    for number: UInt64 in 0..<300 {
      let text = rendering.text(number)
      #expect(text.count <= most && text.last == "." && text.count > min(most, 60) / 4, "\(text)")
    }
  }

  /// Every row has a sample, and each sample can be rendered.
  @Test(arguments: FunctionName.allCases) func samplesAreSound(_ function: FunctionName) {
    #expect(FunctionTable.byName[function] != nil)
    let text = "{{\(function.row.sample)}}"
    let rendering = Rendering(text)
    for number: UInt64 in 0..<50 {
      // None is nothing outside JSON.
      #expect(!rendering.bytes(number).isEmpty || function == .nullBoolean)
      #expect(rendering.bytes(number) == rendering.bytes(number))
    }
  }
}
