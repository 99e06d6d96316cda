/// The methods of text, which are named as in Python.
enum TextMethod: String, CaseIterable {
  case upper, lower, title, capitalize, strip, replace, zfill

  /// The allowed numbers of arguments.
  var arguments: ClosedRange<Int> {
    switch self {
    case .upper, .lower, .title, .capitalize: 0...0
    case .strip: 0...1
    case .replace: 2...2
    case .zfill: 1...1
    }
  }
}
