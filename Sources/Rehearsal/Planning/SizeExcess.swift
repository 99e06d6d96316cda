internal import Diagnostics
internal import Reporting
internal import Scenarios

/// Rendered messages of a stage, and those of them that are larger than a limit.
struct SizeExcess {
  var rendered = 0
  var larger = 0
  /// The largest, and the smallest size of all.
  var largest: (number: UInt64, bytes: Int) = (0, 0)
  private var smallest = Int.max

  mutating func note(_ number: UInt64, _ bytes: Int, _ limit: Int) {
    rendered += 1
    smallest = min(smallest, bytes)
    if bytes > limit { larger += 1 }
    if bytes > largest.bytes { largest = (number, bytes) }
  }

  /// `messages of stage "s" have 2,000,081 bytes with headers and overhead`
  func sentence(of stage: Stage, _ counted: String) -> String {
    let bytes = "\(HumanNumber.grouped(UInt64(largest.bytes))) bytes \(counted)"
    if larger < rendered {
      return
        "\(HumanNumber.grouped(UInt64(larger))) of \(HumanNumber.grouped(UInt64(rendered))) messages rendered of stage "
        + "\(quoted(stage.name)) are too large: #\(largest.number) has \(bytes)"
    }
    return "messages of stage \(quoted(stage.name)) have \(smallest == largest.bytes ? "" : "up to ")\(bytes)"
  }
}
