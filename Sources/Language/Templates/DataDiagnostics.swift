internal import Diagnostics
internal import Templates

// Diagnostics of data files, at their own lines.
extension TemplateReader {
  /// Reports at the file's own line, or at the name of the file.
  func report(
    _ fault: DataError, _ severity: Diagnostic.Severity = .error, in file: DataBytes, _ setting: DataSetting,
    _ template: String, _ values: inout ValueReader
  ) {
    guard let place = fault.place else {
      values.report(
        Diagnostic(
          severity, code: fault.code, "\(quoted(setting.path)) \(fault.reason)", at: setting.range,
          remedy: fault.remedy))
      return
    }
    values.report(
      Diagnostic(
        severity, code: fault.code, fault.reason, at: range(of: place, in: file, setting.path, &values),
        remedy: fault.remedy,
        notes: [.init("template \(quoted(template)) reads its data from here", at: setting.range)]))
  }

  /// The range of a position in a data file; keeps the line for display.
  private func range(
    of place: DataPosition, in file: DataBytes, _ path: String, _ values: inout ValueReader
  ) -> SourceRange {
    file.bytes.withUnsafeBytes { bytes in
      let bytes = Self.withoutMark(bytes)
      let rest = bytes[place.lineStart...].prefix(DataBytes.longestLine)
      let line = rest.prefix { $0 != UInt8(ascii: "\n") }
      let text = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      values.reports.files.add(line: place.line, Array(String(decoding: text, as: UTF8.self).unicodeScalars), of: path)
      func column(_ offset: Int) -> Int {
        bytes[place.lineStart..<min(max(offset, place.lineStart), bytes.count)].count { $0 & 0xc0 != 0x80 } + 1
      }
      // A cell can go on in the lines below.
      let end = min(place.range.upperBound, text.endIndex)
      let start = SourcePosition(file: path, line: place.line, column: column(place.range.lowerBound))
      return SourceRange(
        start: start, end: SourcePosition(file: path, line: place.line, column: max(column(end), start.column)))
    }
  }

  /// Reports cells that do not fit where the template uses them.
  func checkCells(_ template: Template, _ setting: Setting<DataSetting>, _ values: inout ValueReader) {
    guard case .given(let setting, _) = setting, let data = template.data, let value = template.value,
      case .success(let file)? = dataFiles[setting.path]
    else { return }
    let columns = data.table.columns
    if template.format == .json {
      for index in template.wholeValues(of: value) {
        guard let place = columns[index].firstNonScalar else { continue }
        let written = columns[index].path.written
        report(
          DataError(
            "this cell is not a JSON value, and \(written) is outside quotes", at: place,
            remedy: "write a number, true, false or null, or put quotes around {{\(written)}}", code: .json),
          in: file, setting, template.name, &values)
      }
    }
    guard template.format == .xml else { return }
    for index in template.dataColumns(of: value) {
      guard let place = columns[index].firstUnfit, let first = columns[index].unfit.first else { continue }
      let count = columns[index].unfit.count
      let messages = Plural.form(count, "its messages", "their messages")
      report(
        DataError(
          "\(Plural.count(count, "cell")) of \(columns[index].path.written) with characters that XML does not allow, such as "
            + "\(first.scalar.name): \(messages) are withheld", at: place,
          remedy: "remove the character", code: .xml),
        .warning, in: file, setting, template.name, &values)
    }
  }
}

extension Template {
  /// The columns that are outside quotes in a JSON value, also through names. A raw placeholder may be a part of JSON, and is
  /// checked with the whole value.
  fileprivate func wholeValues(of text: TemplateText) -> [Int] {
    var columns: Set<Int> = []
    var seen: Set<String> = []
    func collect(_ expression: Expression) {
      guard expression.steps.isEmpty, !expression.isRaw else { return }
      switch expression.source {
      case .data(let reference): columns.insert(reference.jsonColumn)
      case .name(let name):
        guard seen.insert(name).inserted, let name = names.first(where: { $0.name == name }) else { return }
        for case .placeholder(let expression, let place) in name.text.pieces
        where name.counts == nil || place == .jsonValue {
          collect(expression)
        }
      default: return
      }
    }
    for case .placeholder(let expression, .jsonValue) in text.pieces { collect(expression) }
    return columns.sorted()
  }
}
