internal import Diagnostics
internal import Templates

extension LocaleFunctions {
  /// A function that Python's Faker does not have in the locale; the offsets are those of its name in the template's text.
  static func mistake(
    in placeholder: Placeholder, _ locale: FakerLocale
  ) -> (message: String, remedy: String, offsets: Range<Int>)? {
    guard case .call(let function, _)? = placeholder.expression?.source,
      let remedy = remedy(function, in: locale)
    else { return nil }
    let (name, source) = (Array(function.rawValue.unicodeScalars), Array(placeholder.source.unicodeScalars))
    let place = source.indices.first { source[$0...].starts(with: name) } ?? 0
    let start = placeholder.offsets.lowerBound + place
    return (
      "\(function.rawValue)() is not there in \(locale.rawValue)", remedy, start..<start + name.count
    )
  }
}
