import Testing
import Verification

@Suite struct RunIDTests {
  @Test(arguments: [
    (0, "0000000000000"), (1, "0000000000001"), (31, "000000000000z"), (32, "0000000000010"),
    (UInt64.max, "fzzzzzzzzzzzz"),
  ])
  func asTextItHasThirteenDigitsOfBase32(value: UInt64, text: String) {
    #expect(RunID(value: value).text == text)
  }

  @Test func millisecondsSince2020StandAboveChance() {
    let second: Int64 = 1_577_836_801_000
    #expect(RunID(milliseconds: second, random: 0).value == 1000 << 24)
    #expect(RunID(milliseconds: second, random: .max).value == 1000 << 24 | 0xff_ffff)
    #expect(RunID(milliseconds: 0, random: 5).value == 5)
  }

  @Test func laterRunsSortBehindEarlierOnesWhateverChanceSays() {
    let begun: Int64 = 1_790_000_000_000
    let texts = [0, 1, 31, 32, 999, 1000, 86_400_000, 31_536_000_000].enumerated().map { index, later in
      RunID(milliseconds: begun + later, random: index % 2 == 0 ? .max : 0).text
    }
    #expect(texts == texts.sorted())
    #expect(Set(texts).count == texts.count)
  }
}
