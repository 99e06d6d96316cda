/// Names in a sentence.
package enum NameList {
  /// `a`, `a and b`, `a, b and 3 more`
  package static func text(_ names: [String]) -> String {
    switch names.count {
    case 0...1: names.first ?? ""
    case 2...3: names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
    default: "\(names[0]), \(names[1]) and \(names.count - 2) more"
    }
  }
}
