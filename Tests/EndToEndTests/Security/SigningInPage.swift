import FoundationEssentials
import Testing

/// The blocks of `Scenarios/signing-in.md`.
struct SigningInPage {
  struct Block: Sendable, CustomTestStringConvertible {
    var line: Int
    var heading: String
    var text: String

    var testDescription: String { "line \(line), \(heading)" }

    /// It leaves the login to librdkafka, which may be built without it.
    var isPassedThrough: Bool { text.contains("librdkafka:") }
  }

  static let blocks = read()

  private static func read() -> [Block] {
    let path = "\(KafkaHome.repository)/Scenarios/signing-in.md"
    let page = (try? String(contentsOf: URL(filePath: path), encoding: .utf8)) ?? ""
    var (blocks, heading, isInside) = ([Block](), "", false)
    for (index, line) in page.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      switch line {
      case "```yaml":
        isInside = true
        blocks.append(Block(line: index + 1, heading: heading, text: ""))
      case "```": isInside = false
      case _ where isInside: blocks[blocks.count - 1].text += line + "\n"
      case _ where line.hasPrefix("## "): heading = String(line.dropFirst(3))
      case _: break
      }
    }
    return blocks
  }
}
