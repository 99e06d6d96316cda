import Glibc
import Templates
import Testing
import Verification

/// The messages of the examples, rendered without a run: if one of these changes, messages that a run has sent can no longer be
/// rendered again, and the change must say so.
@Suite struct GoldenMessageTests {
  struct Golden: Sendable, CustomTestStringConvertible {
    var file: String
    var stage: Int
    /// CRC32C of key, headers and value of the first thousand messages, by `PayloadChecksum`.
    var sum: UInt32

    var testDescription: String { "\(file), stage \(stage)" }
  }

  static let all: [Golden] = [
    Golden(file: "quickstart", stage: 0, sum: 3_487_429_723),
    Golden(file: "expectations", stage: 0, sum: 2_801_079_698),
    Golden(file: "system-a-phase-1", stage: 0, sum: 3_173_068_227),
    Golden(file: "system-a-phase-1", stage: 1, sum: 732_486_965),
    Golden(file: "system-a-phase-2", stage: 0, sum: 3_219_588_017),
    Golden(file: "system-a-phase-2", stage: 1, sum: 1_403_587_945),
    Golden(file: "templates", stage: 0, sum: 4_034_915_679),
    Golden(file: "templates", stage: 1, sum: 895_773_210),
    Golden(file: "templates", stage: 2, sum: 917_337_131),
    Golden(file: "lists", stage: 0, sum: 1_539_317_858),
    Golden(file: "lists", stage: 1, sum: 2_151_380_232),
    Golden(file: "lists", stage: 2, sum: 1_719_067_794),
    Golden(file: "schemas", stage: 0, sum: 4_196_353_366),
    Golden(file: "schemas", stage: 1, sum: 3_703_828_317),
    Golden(file: "data", stage: 0, sum: 2_070_768_475),
    Golden(file: "data", stage: 1, sum: 1_685_840_598),
    Golden(file: "data", stage: 2, sum: 1_381_436_971),
    Golden(file: "data", stage: 3, sum: 4_086_151_262),
  ]

  private static func add(_ renderer: borrowing StageRenderer, to sum: inout PayloadChecksum) {
    sum.add(renderer.key.baseAddress == nil ? nil : renderer.key)
    for header in renderer.userHeaders {
      sum.add(UnsafeRawBufferPointer(start: header.name, count: header.nameCount))
      sum.add(header.value)
    }
    sum.add(renderer.value.baseAddress == nil ? nil : renderer.value)
  }

  @Test(arguments: all) func areWhatTheyWere(_ golden: Golden) throws {
    var renderer = try ExampleStage(file: golden.file, index: golden.stage).recipe().renderer()
    var sum = PayloadChecksum()
    for number: UInt64 in 0..<1000 {
      renderer.render(number, due: Int64(number) * 1_000_000)
      Self.add(renderer, to: &sum)
    }
    #expect(sum.value == golden.sum)
  }
}
