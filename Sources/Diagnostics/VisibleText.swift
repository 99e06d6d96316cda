extension Unicode.Scalar {
  /// True for what a terminal or a parser would act on and for what a reader does not see: control and format characters,
  /// line ends, marks of direction, whatever has no width or no glyph, and what Unicode has not assigned. The only rule of
  /// this kind: reports, diagnostics and the payloads' messages all ask it.
  package var isInvisible: Bool {
    if value < 0x7F { return value < 0x20 }
    return switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
    // Fillers, joiners and selectors. The two selectors that choose between an emoji and its text form are harmless.
    default: properties.isDefaultIgnorableCodePoint && value != 0xFE0E && value != 0xFE0F
    }
  }

  /// It as text that nothing interprets: `\u{1B}`.
  package var escape: String { "\\u{" + String(value, radix: 16, uppercase: true) + "}" }
}

extension String {
  /// One line that neither a terminal nor a parser nor a CI system takes for more than text: what is invisible becomes `\u{1B}`,
  /// line ends too, and the first character of a CI system's command `\u{3A}`. Everything that others wrote goes through here before
  /// it is shown.
  package var visible: String { escaping(\.escape) }

  /// The same for a text of several lines and columns.
  package var visibleLines: String { escaping { $0 == "\n" || $0 == "\t" ? String($0) : $0.escape } }

  /// The same for a text of JSON, which stays equal to a parser: an escape is `\u001b`, beyond 16 bits a pair.
  package var visibleJSON: String {
    escaping { scalar in
      String(scalar).utf16.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
    }
  }

  /// With `escape` for each scalar that must not be shown as it is.
  package func escaping(_ escape: (Unicode.Scalar) -> String) -> String {
    guard LogCommand.mayBegin(in: self) || unicodeScalars.contains(where: \.isInvisible) else { return self }
    let scalars = Array(unicodeScalars)
    return scalars.indices.reduce(into: "") { text, index in
      if scalars[index].isInvisible || LogCommand.begins(scalars, at: index) {
        text += escape(scalars[index])
      } else {
        text.unicodeScalars.append(scalars[index])
      }
    }
  }

  /// True where something in it must not be shown as it is.
  package var mustBeEscaped: Bool { escaping { _ in "" } != self }

  /// At most `limit` scalars; what is cut off is replaced by `…`. Not by characters: one of them can be endless.
  package func cut(to limit: Int) -> String {
    guard unicodeScalars.count > limit else { return self }
    return String(unicodeScalars.prefix(limit - 1)) + "…"
  }
}

/// The text in double quotes, cut where it is long: for messages.
package func quoted(_ text: String) -> String {
  let longest = 60
  guard text.unicodeScalars.count > longest else { return "\"\(text)\"" }
  return "\"\(String(String.UnicodeScalarView(text.unicodeScalars.prefix(longest))))…\""
}
