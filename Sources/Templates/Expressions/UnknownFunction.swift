internal import Diagnostics

/// A name below `faker.` or `random.` that is not a function.
struct UnknownFunction {
  let name: String

  func error(at offsets: Range<Int>) -> ExpressionError {
    let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map { String($0) }
    let (module, member) = (parts[0], parts.count > 1 ? parts[1] : "")
    let absent = module == "faker" ? AbsentFunctions.remedies[member] : AbsentFunctions.ofRandom[member]
    if let absent {
      return ExpressionError("\(quoted(name)) is not supported", at: offsets, remedy: absent)
    }
    let known = FunctionName.allCases.map(\.rawValue)
    let own = known.filter { $0.hasPrefix(module + ".") }
    // `faker.choice` means `random.choice`.
    let elsewhere = known.first { $0.hasSuffix(".\(member)") }
    // In short words two edits make another word: `sha512` is not `sha1`.
    let nearest =
      elsewhere
      ?? Suggestion.nearest(
        to: member, in: own.map { String($0.dropFirst(module.count + 1)) }, atMost: member.count < 8 ? 1 : 2
      ).map { "\(module).\($0)" }
    return ExpressionError(
      "unknown function \(quoted(name))", at: offsets,
      remedy: nearest.map { "did you mean \"\($0)\"?" }
        ?? (own.count > 16
          ? "rehearse schema functions lists what there is" : "the functions are \(Diagnostic.list(own))"))
  }

  /// The remedy where a call begins with another name of Python's Faker, as in `fake.name()`.
  /// - Parameter scanner: after the name.
  static func remedy(ofModule word: String, _ scanner: ExpressionScanner) -> String? {
    guard ["fake", "Faker", "fakers", "faker_instance"].contains(word), scanner.next == "." else { return nil }
    var rest = scanner
    _ = rest.take(".")
    let member = rest.word()
    guard !member.isEmpty else { return nil }
    return AbsentFunctions.remedies[member] ?? "write faker.\(member)()"
  }
}
