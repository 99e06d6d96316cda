import Diagnostics
import SampleScenarios
import Testing

@testable import Language
@testable import Scenarios
@testable import Templates

/// Unique values: no two messages of a stage have the same.
@Suite struct UniqueTests {
  private static func keys(
    _ placeholder: String, _ count: UInt64, stage: String = "all", locale: String = "en_US", seed: UInt64 = 42,
    mix: String = "template: t"
  ) throws -> [String] {
    let scenario = try SampleScenario(
      templates: """

          t:
            locale: \(locale)
            key: |-
              \(placeholder)
            value: x
          u: {value: other}
        """, stages: "[{name: \(stage), \(mix), count: \(count)}]"
    ).scenario()
    var renderer = scenario.recipe(stage: 0, seed: seed, runID: "01J", startedAt: Rendering.startedAt).renderer()
    return (0..<count).compactMap { number in
      renderer.render(number, due: 0)
      #expect(renderer.invalidValue() == nil)
      return renderer.key.baseAddress == nil ? nil : String(decoding: renderer.key, as: UTF8.self)
    }
  }

  /// A pool is used up by as many messages as it has values: all of them, each once.
  @Test(
    arguments: [
      ("{{unique.random_int(min=-2, max=4)}}", "-1 -2 0 1 2 3 4"),
      ("{{unique.random_int(min=1, max=10, step=3)}}", "1 10 4 7"),
      ("{{unique.random_int(0, 4):03d}}", "000 001 002 003 004"),
      ("{{unique.randint(5, 5)}}", "5"),
      ("{{unique.random.randint(8, 9)}}", "8 9"),
      ("{{unique.faker.random_digit()}}", "0 1 2 3 4 5 6 7 8 9"),
      ("{{unique.choice(['a', 'bb', 3, None])}}", " 3 a bb"),
      ("{{unique.choices(['a', 'b'])}}", "a b"),
      ("{{unique.random_element(['a', 'b'])}}", "a b"),
      ("{{unique.numerify('a%')}}", "a1 a2 a3 a4 a5 a6 a7 a8 a9"),
      ("{{unique.numerify('x')}}", "x"),
      ("{{unique.lexify('?-?', letters='aéa')}}", "a-a a-é é-a é-é"),
      ("{{unique.bothify('%?', letters='x')}}", "1x 2x 3x 4x 5x 6x 7x 8x 9x"),
      ("{{unique.pyint(3, 5)}}", "3 4 5"), ("{{unique.random_digit_not_null()}}", "1 2 3 4 5 6 7 8 9"),
      ("{{unique.date_this_month(before_today=False)}}", "2024-02-29"),
      ("{{unique.date_between('2024-02-27', '2024-03-01')}}", "2024-02-27 2024-02-28 2024-02-29 2024-03-01"),
      ("{{unique.past_date('-3d')}}", "2024-02-26 2024-02-27 2024-02-28"),
      ("{{unique.future_date('+2d'):%j.%Y}}", "061.2024 062.2024"),
    ]) func usesEachValueOnce(_ placeholder: String, _ expected: String) throws
  {
    let values = expected.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    #expect(try Self.keys(placeholder, UInt64(values.count)).sorted() == values)
  }

  /// Lists of names and places, in every locale: as many values as there are different entries.
  @Test(arguments: FakerLocale.allCases.map(\.rawValue)) func listsHaveDifferentValues(_ locale: String) throws {
    let functions = [
      "first_name", "first_name_female", "first_name_male", "last_name", "name", "city", "state", "country",
      "country_code", "currency_code", "job", "color_name", "word",
    ]
    for function in functions {
      let parsed = ParsedTemplate("{{unique.\(function)()}}")
      let faker = try #require(FakerLocale(rawValue: locale))
      if LocaleFunctions.remedy(try #require(FunctionName(unique: function)), in: faker) != nil { continue }
      let values = try #require(parsed.placeholders[0].expression?.uniqueValues(locale: faker))
      let count = min(values, 20_000)
      let keys = try Self.keys("{{unique.\(function)()}}", count, locale: locale)
      #expect(Set(keys).count == keys.count && keys.count == count, "\(function)")
      #expect(values >= 10, "\(function)")
    }
  }

  @Test(arguments: FakerLocale.allCases.map(\.rawValue)) func numbersWithCheckDigitsDiffer(_ locale: String) throws {
    for call in ["ssn()", "ean13()", "ean8()", "name_female()", "name_male()"] {
      let keys = try Self.keys("{{unique.\(call)}}", 5000, locale: locale)
      #expect(Set(keys).count == 5000, "\(call)")
    }
  }

  /// A whole name can be made in one way alone: no name but the last contains a blank.
  @Test(arguments: FakerLocale.allCases) func wholeNamesCanBeRead(_ locale: FakerLocale) throws {
    let parsed = ParsedTemplate("{{unique.name()}}")
    let values = try #require(parsed.placeholders[0].expression?.uniqueValues(locale: locale))
    let lists = try #require(locale.nameFormats.first).split(separator: "{").map { String($0.prefix { $0 != "}" }) }
    let counts = try lists.enumerated().map { index, name in
      let entries = Set(locale.table(try #require(FakerList(rawValue: name))).entries)
      return index == lists.count - 1 ? entries.count : entries.count { !$0.contains(" ") }
    }
    #expect(Int(values) == counts.reduce(1, *))
    #expect(values > 10_000)
  }

  @Test func stagesSeedsAndPlacesDiffer() throws {
    let one = "{{unique.random_int()}}"
    let first = try Self.keys(one, 1000)
    #expect(Set(first).count == 1000)
    #expect(try Self.keys(one, 1000) == first)
    #expect(try Self.keys(one, 1000, stage: "other") != first)
    #expect(try Self.keys(one, 1000, seed: 43) != first)
    let both = try Self.keys("{{unique.random_int()}} {{unique.random_int()}}", 1000).map { $0.split(separator: " ") }
    // Equal by chance once in ten thousand.
    #expect(both.count { $0[0] == $0[1] } < 5)
  }

  /// The number counts all messages of the stage, so that a template of a mix never repeats a value.
  @Test func mixesCountTheStage() throws {
    let keys = try Self.keys("{{unique.random_int(1, 100)}}", 100, mix: "mix: {t: 3, u: 1}")
    #expect(keys.count == 75 && Set(keys).count == 75)
  }

  /// Where the first parts alone have more values than can be counted, they make the value unique.
  @Test func longPatterns() throws {
    let keys = try Self.keys("{{unique.bothify('????????????-####################')}}", 2000)
    #expect(Set(keys).count == 2000)
    #expect(keys.allSatisfy { $0.count == 33 })
    let parts = keys.map { $0.split(separator: "-") }
    #expect(Set(parts.map { $0[0] }).count == 2000 && Set(parts.map { $0[1] }).count == 2000)
  }

  /// A name of `let` is one place, whose value is the same wherever it is used.
  @Test func namesAreOnePlace() throws {
    let scenario = try SampleScenario(
      templates: "{t: {let: {id: '{{unique.numerify(\"###\")}}'}, key: '{{id}}', value: '{{id}} {{id[:1]}}'}}",
      stages: "[{name: all, count: 1000}]"
    ).scenario()
    var renderer = scenario.recipe(stage: 0, seed: 1, runID: "01J", startedAt: 0).renderer()
    var seen: Set<String> = []
    for number in 0..<1000 as Range<UInt64> {
      renderer.render(number, due: 0)
      let key = String(decoding: renderer.key, as: UTF8.self)
      #expect(String(decoding: renderer.value, as: UTF8.self) == "\(key) \(key.prefix(1))")
      seen.insert(key)
    }
    #expect(seen.count == 1000)
  }

  /// At `max` with a duration the stage ends after the last value.
  @Test func endsAStageWithoutACount() throws {
    let templates = "{t: {key: '{{unique.random_int(1, 50)}}', value: x}}"
    let sample = SampleScenario(templates: templates, stages: "[{name: all, duration: 5s}]")
    #expect(try sample.scenario().stages[0].schedule.total == 50)
    #expect(sample.reading.diagnostics.map(\.severity) == [.warning])
    let counted = SampleScenario(templates: templates, stages: "[{name: all, duration: 5s, count: 50}]")
    #expect(counted.reading.diagnostics.isEmpty)
  }

  /// The number of days between a date and the start of the run is known only in the run: there, a message that would repeat
  /// a value is withheld.
  @Test func isWithheldAfterTheLastValue() throws {
    let scenario = try SampleScenario(
      templates: "{t: {key: '{{unique.date_between(\"2024-02-27\", \"today\")}}', value: null}}",
      stages: "[{name: all, count: 5}]"
    ).scenario()
    var renderer = scenario.recipe(stage: 0, seed: 1, runID: "01J", startedAt: Rendering.startedAt).renderer()
    let faults = (0..<5 as Range<UInt64>).map { number -> String? in
      renderer.render(number, due: 0)
      return renderer.invalidValue()?.text
    }
    #expect(
      faults == [
        nil, nil, nil, "a unique placeholder has 3 values, and #3 would repeat one",
        "a unique placeholder has 3 values, and #4 would repeat one",
      ])
  }
}
