/// A step from a JSON value to one in it.
package enum JSONStep: Sendable, Hashable {
  case member(String)
  case element(Int)
  /// To every element of an array.
  case each
}

/// Finds the values at given paths in one JSON document after another. Where nothing is escaped, nothing is allocated. For one thread
/// at a time.
package final class JSONPaths {
  private enum Step {
    case member([UInt8])
    case element(Int)
    case each
  }

  private let paths: [[Step]]
  private let parser = JSONDocument()
  private var text = UnsafeRawBufferPointer(start: nil, count: 0)
  private var root: Int?

  /// - Parameter paths: steps from the outermost value on.
  package init(_ paths: [[JSONStep]]) {
    self.paths = paths.map { steps in
      steps.map { step in
        switch step {
        case .member(let name): .member(Array(name.utf8))
        case .element(let index): .element(index)
        case .each: .each
        }
      }
    }
  }

  /// Takes in one document, which must stay where it is until the next. False where it is not JSON: then it has no values.
  package func read(_ text: UnsafeRawBufferPointer) -> Bool {
    self.text = text
    root = parser.fault(in: text) == nil ? WellFormedJSON(text: text).blanks(0) : nil
    return root != nil
  }

  /// Passes each value at a path of the document, in order. Of several members of one name the last counts.
  package func forEach(_ path: Int, _ body: (JSONValue) -> Void) {
    guard let root else { return }
    visit(root, paths[path][...], body)
  }

  private func visit(_ start: Int, _ steps: ArraySlice<Step>, _ body: (JSONValue) -> Void) {
    let json = WellFormedJSON(text: text)
    guard let step = steps.first else { return body(JSONValue(text: text, range: start..<json.end(start))) }
    let rest = steps.dropFirst()
    switch step {
    case .member(let name):
      guard text[start] == UInt8(ascii: "{") else { return }
      var found: Int?
      json.forEachMember(of: start) { key, value in if json.isString(key, name) { found = value } }
      if let found { visit(found, rest, body) }
    case .element(let index):
      guard text[start] == UInt8(ascii: "[") else { return }
      var (found, position): (Int?, Int) = (nil, 0)
      json.forEachElement(of: start) { value in
        if position == index { found = value }
        position += 1
      }
      if let found { visit(found, rest, body) }
    case .each:
      guard text[start] == UInt8(ascii: "[") else { return }
      json.forEachElement(of: start) { visit($0, rest, body) }
    }
  }
}

extension WellFormedJSON {
  /// Passes the range of each member's name, with its quotes, and the start of its value.
  func forEachMember(of start: Int, _ body: (_ key: Range<Int>, _ value: Int) -> Void) {
    var at = blanks(start + 1)
    while text[at] == UInt8(ascii: "\"") {
      let key = at..<string(at)
      let value = blanks(blanks(key.upperBound) + 1)
      body(key, value)
      at = next(value)
    }
  }

  /// Passes the start of each element.
  func forEachElement(of start: Int, _ body: (_ value: Int) -> Void) {
    var at = blanks(start + 1)
    while text[at] != UInt8(ascii: "]") {
      body(at)
      at = next(at)
    }
  }

  /// The start of what follows a value in its object or array.
  private func next(_ value: Int) -> Int {
    let after = blanks(end(value))
    return text[after] == UInt8(ascii: ",") ? blanks(after + 1) : after
  }

  /// True where the string in `range`, which includes its quotes, has this text.
  func isString(_ range: Range<Int>, _ name: [UInt8]) -> Bool {
    let inside = UnsafeRawBufferPointer(rebasing: text[range.lowerBound + 1..<range.upperBound - 1])
    if !inside.contains(UInt8(ascii: "\\")) { return inside.count == name.count && inside.elementsEqual(name) }
    return decoded(range) == name
  }
}
