internal import Diagnostics
internal import Reporting
internal import Scenarios

/// Rendered messages of a stage, and those of them that are larger than a limit.
struct SizeExcess {
  /// The template's name where the stage has several.
  let template: String?
  var rendered = 0
  var larger = 0
  /// The largest, and the smallest size of all.
  var largest: (number: UInt64, bytes: Int) = (0, 0)
  private var smallest = Int.max

  init(template: String?) { self.template = template }

  mutating func note(_ number: UInt64, _ bytes: Int, _ limit: Int) {
    rendered += 1
    smallest = min(smallest, bytes)
    if bytes > limit { larger += 1 }
    if bytes > largest.bytes { largest = (number, bytes) }
  }

  /// `messages of stage "s" have 2,000,081 bytes with headers and overhead`
  func sentence(of stage: Stage, _ counted: String) -> String {
    let bytes = "\(HumanNumber.count(bytes: largest.bytes)) \(counted)"
    let name = template.map { "template \(quoted($0)) in stage \(quoted(stage.name))" } ?? "stage \(quoted(stage.name))"
    if larger < rendered {
      let (part, all) = (HumanNumber.grouped(UInt64(larger)), HumanNumber.grouped(UInt64(rendered)))
      return
        "\(part) of \(all) messages rendered of \(name) \(Plural.form(larger, "is", "are")) too large: #\(largest.number) has \(bytes)"
    }
    return "messages of \(name) have \(smallest == largest.bytes ? "" : "up to ")\(bytes)"
  }
}
