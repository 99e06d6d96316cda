internal import Diagnostics
internal import Payloads
internal import Scenarios
internal import Templates

/// A data file with the columns that a template uses; shared by templates that use the same ones.
struct DataRequest: Hashable {
  var path: String
  var separator: CSVSeparator?
  var uses: [DataUse]
}

extension TemplateReader {
  /// The columns that a template's placeholders can use, and the data if they have no mistake.
  mutating func data(
    _ setting: Setting<DataSetting>, of template: String, _ fields: Fields, format: Template.Format?,
    _ values: inout ValueReader
  ) -> (names: DataNames, data: TemplateData?) {
    guard case .given(let setting, _) = setting else { return (setting.isAbsent ? .absent : .unknown, nil) }
    guard let file = dataFile(setting, &values) else { return (.unknown, nil) }
    let (uses, isClear) = dataUses(fields, format, values)
    let request = DataRequest(path: setting.path, separator: setting.separator, uses: uses)
    if let (names, table) = dataTables[request] { return (.known(names), data(table, setting, file)) }
    let outcome = file.bytes.withUnsafeBytes { bytes in
      DataFile(Self.withoutMark(bytes), path: setting.path, separator: setting.separator).read(uses)
    }
    for fault in outcome.faults { report(fault, in: file, setting, template, &values) }
    guard let names = outcome.names else { return (.unknown, nil) }
    guard let table = outcome.table else { return (.known(names), nil) }
    if uses.isEmpty, isClear { warnOfUnusedData(setting, names, &values) }
    dataTables[request] = (names, table)
    return (.known(names), data(table, setting, file))
  }

  private func data(_ table: DataTable, _ setting: DataSetting, _ file: DataBytes) -> TemplateData {
    TemplateData(table: table, order: setting.order, path: setting.path, sha256: file.sha256)
  }

  /// The file's bytes, read once for all templates.
  private mutating func dataFile(_ setting: DataSetting, _ values: inout ValueReader) -> DataBytes? {
    let read = dataFiles[setting.path] ?? values.environment.data(setting.path)
    dataFiles[setting.path] = read
    let tooLarge = Diagnostic(
      code: .tooLarge, "\(quoted(setting.path)) is larger than 1 GiB", at: setting.range, remedy: "remove rows")
    switch read {
    case .success(let file):
      if file.bytes.count <= DataBytes.largest { return file }
      values.report(tooLarge)
    case .failure(let failure) where failure.isTooLarge: values.report(tooLarge)
    case .failure(let failure):
      values.report(
        Diagnostic(
          code: .badValue, "\(quoted(setting.path)) \(failure.complaint)", at: setting.range,
          remedy: failure.remedy))
    }
    return nil
  }

  static func withoutMark(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes.dropFirst(TextEncoding.markLength(in: bytes)))
  }

  // MARK: Columns in use

  /// The columns that the template's placeholders name, in their order; `isClear` is false if a placeholder could not be
  /// read.
  private func dataUses(
    _ fields: Fields, _ format: Template.Format?, _ values: ValueReader
  ) -> ([DataUse], isClear: Bool) {
    var uses: [DataUse] = []
    var places: [DataPath: Int] = [:]
    var isClear = fields["value"].map { $0.value.scalar != nil } ?? true
    let letPairs = fields["let"]?.value.mapping?.pairs ?? []
    let names = Dictionary(letPairs.map { ($0.key.text, ValueKind.text) }) { first, _ in first }
    func note(_ text: String, isValue: Bool = false, isNamed: Bool = false) {
      let parsed = ParsedTemplate(text, names: names)
      if parsed.unterminated != nil { isClear = false }
      let stands = isValue && format == .json ? JSONSkeleton(parsed).places : nil
      for (index, placeholder) in parsed.placeholders.enumerated() {
        guard let (path, isRaw) = ExpressionScanner.dataPath(ofPlaceholder: placeholder.source) else {
          if placeholder.expression == nil { isClear = false }
          continue
        }
        // A raw placeholder is text, and checked in each message.
        let isWhole = !isRaw && stands.map { $0[index] != .insideString } ?? false
        let place = places[path] ?? uses.count
        if place == uses.count {
          places[path] = place
          uses.append(DataUse(path: path))
        }
        // A name can be used anywhere.
        if isWhole || isNamed && format == .json { uses[place].asJSON = true }
        if !isWhole { uses[place].asText = true }
      }
    }
    for pair in letPairs {
      if let list = pair.value.mapping {
        note(list["value"]?.value.scalar?.text ?? "", isValue: true)
      } else {
        note(pair.value.scalar?.text ?? "", isNamed: true)
      }
    }
    note(fields["key"]?.value.scalar?.text ?? "")
    for pair in fields["headers"]?.value.mapping?.pairs ?? [] {
      for value in pair.value.items ?? [pair.value] { note(value.scalar?.text ?? "") }
    }
    note(fields["value"]?.value.scalar?.text ?? "", isValue: true)
    if !fields.has("value"), let pair = fields["file"], let name = pair.value.scalar?.text {
      let path = RelativePath.resolve(name, from: values.reports.files.text(of: pair.value.range.start).path)
      if case .success(let bytes) = values.environment.file(path), bytes.count <= SourceText.largest {
        let text = bytes.dropFirst(TextEncoding.markLength(in: bytes))
        note(String(decoding: text, as: UTF8.self), isValue: true)
      }
    }
    return (uses, isClear)
  }

  private func warnOfUnusedData(_ setting: DataSetting, _ names: DataFields, _ values: inout ValueReader) {
    values.report(
      Diagnostic(
        .warning, code: .placeholder, "no placeholder uses \(quoted(setting.path))", at: setting.range,
        remedy: names.names.first.map { "for example {{\($0.written)}} where it belongs" }))
  }
}
