// Answers questions about samples and series, one a line, for Scripts/statistics:
//
//   ranks 1.5,2,3 2.5,4    the rank sum test of a sample against another: u and p
//   changes 0.1 1,2,1,5,6  the change points of a series by more than 10 %: index:p of each
//
// A line that is neither is a fault of the script and ends the program.
import Glibc
import Scenarios
import Verification

func numbers(_ text: Substring) -> [Double]? {
  let values = text.split(separator: ",").map { Double($0) }
  return values.contains(nil) ? nil : values.compactMap(\.self)
}

func answer(_ line: String) -> String? {
  let parts = line.split(separator: " ", omittingEmptySubsequences: false)
  switch (parts.first, parts.count) {
  case ("ranks", 3):
    guard let new = numbers(parts[1]), let base = numbers(parts[2]) else { return nil }
    let result = RankSum.twoSided(new, base)
    return "\(result.u) \(result.p)"
  case ("changes", 3):
    guard let least = Double(parts[1]), let series = numbers(parts[2]) else { return nil }
    let tolerance = ComparisonTolerance(relative: least, absolute: 0)
    return ChangePoints.find(in: series, exceeding: tolerance).map { "\($0.index):\($0.p)" }.joined(separator: " ")
  case (_, _): return nil
  }
}

while let line = readLine() {
  guard let answer = answer(line) else {
    print("not a question: \(line)")
    exit(1)
  }
  print(answer)
}
