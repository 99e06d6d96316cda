internal import Templates

/// Tables beside those of the functions: functions of some locales, and names of Python's Faker that are not functions.
enum FakerReference {
  /// Functions that Python's Faker has in some locales only.
  static var locales: String {
    let rows = LocaleFunctions.rows.map { row in
      let others = row.instead.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue): \($0.value)" }
      return [
        ReferenceText.code(row.name.rawValue), row.locales.map(\.rawValue).joined(separator: ", "),
        (others + ["elsewhere: \(row.other)"]).joined(separator: "; "),
      ]
    }
    return
      "### Functions of some locales\n\nPython's Faker has these in some locales only; in another they are errors.\n\n"
      + ReferenceText.table(["function", "in", "in another"], rows)
  }

  /// Names of Python's Faker that are not functions of templates.
  static var absent: String {
    let rows = AbsentFunctions.rows.map { row in
      [row.names.split(separator: " ").map { ReferenceText.code(String($0)) }.joined(separator: " "), row.remedy]
    }
    return "### Names that are not there\n\nOther names of Python's Faker, and what to write instead.\n\n"
      + ReferenceText.table(["name", ""], rows)
  }
}

extension LocaleFunctions {
  /// A locale that has the function.
  static func locale(of name: FunctionName) -> FakerLocale {
    guard let row = rows.first(where: { $0.name == name }) else { return .american }
    return row.locales.contains(.american) ? .american : row.locales[0]
  }
}
