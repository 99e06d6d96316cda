import Load
import Scenarios
import Testing
import Verification

extension EndToEndTests {
  /// A message that does not match its format or schema is counted, named and not sent; the stage goes on with the next one.
  @Suite struct Withheld {
    private static func rehearsed(_ template: String, stage: String) -> Rehearsed {
      Rehearsed(
        """
        version: 1
        name: test
        cluster: {brokers: embedded}
        topics: {orders: {partitions: 3}}
        templates:
          order: \(template)
        stages: [\(stage)]
        """)
    }

    /// Numbers from 0 to `maximum` are allowed.
    private static func folder(maximum: Int) throws -> Folder {
      let folder = try Folder()
      _ = try folder.write(#"{"properties": {"n": {"maximum": \#(maximum)}}}"#, to: "order.schema.json")
      _ = try folder.write(
        """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="n"><xs:simpleType>
        <xs:restriction base="xs:int"><xs:maxInclusive value="\(maximum)"/></xs:restriction>
        </xs:simpleType></xs:element></xs:schema>
        """, to: "order.xsd")
      return folder
    }

    private static let json = #"{format: json, schema: order.schema.json, value: '{"n": {{seq}}}'}"#
    private static let xml = #"{format: xml, schema: order.xsd, value: "<n>{{seq}}</n>"}"#

    @Test(arguments: [
      (json, #"template "order" at /n: 1100 is greater than 1099"#),
      (xml, #"template "order" at /n: "#),
    ])
    func whatItsSchemaRefuses(_ template: String, _ first: String) throws {
      let rehearsed = Self.rehearsed(template, stage: "{name: s, count: 2000}")
      let result = try rehearsed.run(in: Self.folder(maximum: 1099))
      #expect(result.exits == [.expectationFailed])
      let stage = try result.stage("s")
      #expect(stage.send[.due] == 2000 && stage.send[.withheld] == 900)
      #expect(stage.send[.sent] == 1100 && stage.send[.acknowledged] == 1100 && stage.read?[.found] == 1100)
      #expect(stage.broken == [.withheld] && stage.inconclusive == [])
      #expect(CountIdentity.violations(send: stage.send, read: stage.read) == [])
      let witness = try #require(stage.witnesses.first { $0.sequence == 1100 })
      #expect(witness.kind == .withheld && witness.topic == "orders" && witness.offset == nil)
      #expect(witness.detail?.hasPrefix(first) == true, "\(witness.detail ?? "")")
      #expect(stage.witnesses.count <= Ledger.witnessLimit)
      #expect(stage.anomaliesWritten == stage.witnesses.count)
    }

    @Test(arguments: [json, xml]) func withoutAFaultItPasses(_ template: String) throws {
      let rehearsed = Self.rehearsed(template, stage: "{name: s, count: 2000}")
      let result = try rehearsed.run(in: Self.folder(maximum: 1999))
      #expect(result.exits == [.passed])
      #expect(try result.stage("s").send[.withheld] == 0)
    }

    @Test func whatRawMakesMalformed() throws {
      let rehearsed = Self.rehearsed(
        #"{format: json, value: '{"n": {{raw random.choice(["1", "x"])}}}'}"#, stage: "{name: s, count: 2000}")
      let stage = try rehearsed.run(in: Folder()).stage("s")
      #expect((900...1100).contains(stage.send[.withheld]))
      #expect(stage.read?[.found] == 2000 - stage.send[.withheld])
      #expect(stage.broken == [.withheld])
    }

    /// A stage at a rate keeps its time, and withheld messages do not count as a rate that this machine did not keep.
    @Test func theStageGoesOnAtItsRate() throws {
      let rehearsed = Self.rehearsed(
        Self.json, stage: "{name: s, rate: 2000/s, duration: 1s, expect: [withheld == 900]}")
      let result = try rehearsed.run(in: Self.folder(maximum: 1099))
      let stage = try result.stage("s")
      #expect(stage.limitedBy == nil)
      #expect(stage.send[.withheld] == 900 && stage.send[.sent] == 1100)
      // 1,100 of 2,000 were sent, and as many as expected were withheld in time: the rate was kept.
      #expect(stage.broken == [])
      #expect(stage.outcome(.withheld) == .held)
    }

    @Test func inAMixTheOthersAreSent() throws {
      var rehearsed = Self.rehearsed(Self.json, stage: "{name: s, mix: {order: 1, plain: 3}, count: 8000}")
      rehearsed.scenario = rehearsed.scenario.replacing(
        "stages:", with: "  plain: {value: \"{{seq}}\"}\nstages:")
      let stage = try rehearsed.run(in: Self.folder(maximum: 3999)).stage("s")
      #expect(stage.send[.withheld] == 1000)
      #expect(stage.read?[.found] == 7000)
      #expect(stage.broken == [.withheld])
    }
  }
}
