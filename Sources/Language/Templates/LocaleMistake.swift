internal import Diagnostics
internal import Templates

extension LocaleFunctions {
  /// A function that Python's Faker does not have in the locale; the offsets are those of its name in the template's text.
  static func mistake(
    in placeholder: Placeholder, _ locale: FakerLocale
  ) -> (message: String, remedy: String, offsets: Range<Int>)? {
    let called: FunctionName? =
      switch placeholder.expression?.source {
      case .call(let function, _), .unique(let function, _): function
      case .sequence, .due, .stageName, .runID, .runTag, .id, .variable, .name, .text, .count, .index, .data, .counter,
        nil:
        nil
      }
    guard let function = called, let remedy = remedy(function, in: locale) else { return nil }
    let source = Array(placeholder.source.unicodeScalars)
    // The module is left out after `unique.`.
    let isWhole = placeholder.source.contains(function.rawValue)
    let written = isWhole ? function.rawValue : String(function.rawValue.drop { $0 != "." }.dropFirst())
    let name = Array(written.unicodeScalars)
    let place = source.indices.first { source[$0...].starts(with: name) } ?? 0
    let start = placeholder.offsets.lowerBound + place
    return (
      "\(function.rawValue)() is not there in \(locale.rawValue)", remedy, start..<start + name.count
    )
  }
}
