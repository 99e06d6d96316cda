import Diagnostics
import Language
import SampleScenarios
import Testing

@Suite struct FaultTests {
  static let all: [Fault] =
    Fault.keyFaults + Fault.headFaults + Fault.clusterFaults + Fault.topicFaults + Fault.templateFaults
    + Fault.jsonFaults + Fault.stageFaults + Fault.extentFaults + Fault.referenceFaults + Fault.yamlFaults
    + Fault.snippetFaults + Fault.includeFaults + Fault.extendsFaults + Fault.aliasFaults + Fault.variableFaults
    + Fault.settingFaults + Fault.bracesFaults + Fault.identityFaults + Fault.compareFaults + Fault.optionFaults
    + Fault.profileFaults
    + Fault.replayFaults + Fault.partitionFaults + Fault.stageClientFaults
    + Fault.newcomerFaults + Fault.xmlPlaceFaults + Fault.xmlFaults + Fault.schemaFaults + Fault.xsdFaults
    + Fault.schemaDraftFaults + Fault.schemaPartFaults
    + Fault.sampleFaults + Fault.jsonPlaceFaults + Fault.dataPlaceholderFaults + Fault.dataFileFaults
    + Fault.dataCellFaults + Fault.onceFaults + Fault.yamlSchemaFaults
    + Fault.listFaults + Fault.uniqueFaults
    + Fault.yamlTextFaults + Fault.yamlStructureFaults + Fault.meantFaults
    + Fault.separatorFaults + Fault.accessFaults
    + Fault.functionFaults + Fault.escapeFaults + Fault.targetFaults + Fault.postingStageFaults + Fault.sinkFaults
    + Fault.sinkMeaningFaults + Fault.messageIDFaults + Fault.actionFaults

  @Test(arguments: all) func isDescribed(_ fault: Fault) {
    let reading = fault.reading()
    #expect(reading.diagnostics.map(reading.files.describe).joined(separator: "\n\n") == fault.expected)
    #expect((reading.scenario == nil) == reading.diagnostics.contains { $0.severity == .error })
  }

  @Test(arguments: all) func isTheSameWithWindowsLineEndsAndByteOrderMark(_ fault: Fault) {
    let reading = fault.reading(windows: true)
    #expect(reading.diagnostics.map(reading.files.describe).joined(separator: "\n\n") == fault.expected)
  }

  @Test func allAreCountedAndSomeShown() {
    let text = (0..<52).map { "k\($0): 1\n" }.joined() + "version: 1\n"
    let description = SampleScenario(text, path: "a\u{1b}b.yaml").reading.describeAll()
    #expect(description.hasPrefix(#"a\u{1B}b.yaml:1:1: error: unknown key "k0" [scenario.unknown-key]"#))
    #expect(description.hasSuffix("\n\nand 2 more\n\n52 errors in a\\u{1B}b.yaml"))
  }

  /// The last of the errors that are shown of a schema says how many are not.
  @Test func errorsOfASchemaAreCounted() {
    let schema = #"{"required": [\#((0..<22).map(String.init).joined(separator: ","))]}"#
    let fault = Fault(
      "", .templates, "templates: {order: {format: json, schema: a.json, value: '{}'}}", files: ["a.json": schema],
      finds: "")
    let notes = fault.reading().diagnostics.map { $0.notes.map(\.message) }
    #expect(notes.count == 20)
    #expect(notes.first == ["it is the schema of template \"order\""])
    #expect(notes.last == ["the schema has 2 more errors", "it is the schema of template \"order\""])
  }

  @Test func errorsAndWarningsAreCounted() {
    let text = """
      version: 1
      name: a
      cluster: {brokers: embedded}
      topics: {a: }
      templates: {a: {value: "[]"}}
      stages: [{name: a, count: x}]
      """
    let reading = SampleScenario(text, path: "a.yaml").reading
    #expect(reading.describeAll().hasSuffix("\n\n1 error, 1 warning in a.yaml"))
    #expect(ScenarioReader.read(Array("".utf8), path: "a.yaml").describeAll().hasSuffix("\n\n1 error in a.yaml"))
  }
}
