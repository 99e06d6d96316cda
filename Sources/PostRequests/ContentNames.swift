internal import Templates

/// The names in single braces in a content, found where a template has its fields: text inside `{{…}}` is none of them. A name
/// that a scenario cannot hold (`d-1`) is renamed there.
struct ContentNames: Sendable {
  /// The places of each name, with its braces; offsets are in Unicode scalars of the content.
  private(set) var places: [String: [Range<Int>]] = [:]
  /// Names in single braces that were not asked for, in order; literal text of JSON is not one.
  private(set) var others: [String] = []
  /// The texts in double braces, without blanks at their ends; long ones are left out.
  private(set) var placeholders: Set<String> = []
  /// The parts of the content that must change, in order.
  private(set) var replacements: [RewrittenText.Replacement] = []

  private var identifiers: [String: String] = [:]

  /// Scalars of the longest name that is offered as a suggestion.
  private static let longestOther = 40

  init(_ content: String, names: [String]) {
    let scalars = Array(content.unicodeScalars)
    let wanted = Set(names)
    let longest = max(names.map(\.unicodeScalars.count).max() ?? 0, Self.longestOther)
    var others: [String] = []
    let braces = TemplateBraces(in: scalars) { index in
      let rest = scalars[(index + 1)...].prefix(longest + 1)
      guard let end = rest.firstIndex(where: { $0 == "{" || $0 == "}" }), scalars[end] == "}" else { return nil }
      let name = Self.text(scalars[index + 1..<end])
      if wanted.contains(name) { return end + 1 - index }
      if Self.isLikeName(name) { others.append(name) }
      return nil
    }
    var seen: Set<String> = []
    self.others = others.filter { seen.insert($0).inserted }
    name(names, in: scalars)
    for stretch in braces.stretches {
      let range: Range<Int>
      switch stretch {
      case .field(let field): range = field
      case .expression(let expression):
        if expression.count <= Self.longestOther {
          let words = scalars[expression.dropFirst(2).dropLast(2)].filter { $0 != " " }
          placeholders.insert(String(String.UnicodeScalarView(words)))
        }
        continue
      }
      let name = Self.text(scalars[range].dropFirst().dropLast())
      places[name, default: []].append(range)
      let identifier = identifier(of: name)
      if identifier != name { replacements.append(.init(range: range, text: "{\(identifier)}")) }
    }
  }

  /// The name as the scenario's text has it.
  func identifier(of name: String) -> String { identifiers[name] ?? name }

  /// Gives each name an identifier: its own where it is one.
  private mutating func name(_ names: [String], in scalars: [Unicode.Scalar]) {
    let unfit = names.filter { !Identifier.isName($0) }
    guard !unfit.isEmpty else { return }
    // Braces with such a name in them would become a placeholder.
    var taken = Set(names).union(Self.literals(in: scalars))
    var numbers: [String: Int] = [:]
    for name in unfit where identifiers[name] == nil {
      let base = Self.identifier(from: name)
      var identifier = base
      while !taken.insert(identifier).inserted {
        let number = numbers[base, default: 1] + 1
        numbers[base] = number
        identifier = "\(base)_\(number)"
      }
      identifiers[name] = identifier
    }
  }

  /// All identifiers in braces, wherever they are.
  private static func literals(in scalars: [Unicode.Scalar]) -> [String] {
    scalars.indices.filter { scalars[$0] == "{" }.compactMap { index in
      let name = scalars[(index + 1)...].prefix(while: Identifier.isPart)
      return name.endIndex < scalars.count && scalars[name.endIndex] == "}" ? text(name) : nil
    }
  }

  /// The name with `_` for each character that an identifier cannot have.
  private static func identifier(from name: String) -> String {
    var identifier = String.UnicodeScalarView(name.unicodeScalars.map { Identifier.isPart($0) ? $0 : "_" })
    if identifier.first.map({ "0"..."9" ~= $0 }) ?? true { identifier.insert("_", at: identifier.startIndex) }
    return String(identifier)
  }

  private static func isLikeName(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.count <= longestOther
      && text.unicodeScalars.allSatisfy { !"\"':,<>[]\\".unicodeScalars.contains($0) && $0.value >= 0x20 }
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
