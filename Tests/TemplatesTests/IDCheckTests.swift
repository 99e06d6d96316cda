import Testing

@testable import Templates

@Suite struct IDCheckTests {
  private static let all = UInt8(0)..<36

  /// No sum makes one result of two values that differ: a wrong character stays visible to the end.
  @Test func everyStepIsOneToOne() {
    for sum in Self.all {
      #expect(Set(Self.all.map { IDCheck.next(sum, $0) }).count == 36)
      #expect(Set(Self.all.map { IDCheck.next($0, sum) }).count == 36)
    }
  }

  /// Two neighbours that changed places lead to another sum, whatever was before them.
  @Test func theOrderOfNeighboursCounts() {
    for sum in Self.all {
      for left in Self.all {
        for right in Self.all where left != right {
          let (one, other) = (
            IDCheck.next(IDCheck.next(sum, left), right), IDCheck.next(IDCheck.next(sum, right), left)
          )
          #expect(one != other, "\(sum) \(left) \(right)")
        }
      }
    }
  }

  @Test func theCheckCharacterMakesTheSumZero() {
    for sum in Self.all {
      let check = IDCheck.closing(sum)
      #expect(Self.all.filter { IDCheck.next(sum, $0) == 0 } == [check])
    }
  }
}
