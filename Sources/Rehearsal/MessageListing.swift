package import Scenarios
package import Templates

/// Messages of a stage as text, without sending them: what `rehearse render` prints.
package struct MessageListing: Sendable {
  package enum Form: Sendable {
    /// The values as they are, one a line; headers and key, if wanted, come before the value, separated by tabs, as Kafka's
    /// console consumer prints them.
    case plain
    /// One JSON object a line.
    case ndjson
  }

  /// The run in which the messages are, or would be, sent.
  package struct Run: Sendable {
    package var id: String
    package var seed: UInt64
    /// Milliseconds since 1970.
    package var startedAt: Int64

    package init(id: String, seed: UInt64, startedAt: Int64) {
      self.id = id
      self.seed = seed
      self.startedAt = startedAt
    }

    /// The run of messages that are rendered without one: run id zero, at the first moment of the year 2000.
    package static func none(seed: UInt64) -> Run {
      let context = RenderContext.outsideOfRuns(seed: seed, stageName: "")
      return Run(id: context.runID, seed: seed, startedAt: context.startedAt)
    }
  }

  package var scenario: Scenario
  /// Index in the scenario.
  package var stage: Int
  package var run: Run
  package var form: Form
  package var showsKeys: Bool
  package var showsHeaders: Bool

  package init(
    _ scenario: Scenario, stage: Int, run: Run, form: Form = .plain, showsKeys: Bool = false, showsHeaders: Bool = false
  ) {
    self.scenario = scenario.seeded(by: run.seed)
    self.stage = stage
    self.run = run
    self.form = form
    self.showsKeys = showsKeys
    self.showsHeaders = showsHeaders
  }

  /// Passes the messages `numbers` to `write`, some at a time, until it returns false, and to `withheld` the numbers of
  /// those that a run would not send. A message is due as if its stage had begun with the run.
  package func list(
    _ numbers: Range<UInt64>, withheld: (UInt64, InvalidValue) -> Void = { _, _ in }, _ write: ([UInt8]) -> Bool
  ) {
    let recipe = scenario.recipe(stage: stage, seed: run.seed, runID: run.id, startedAt: run.startedAt)
    var renderer = recipe.renderer()
    var text: [UInt8] = []
    for number in numbers {
      renderer.render(number, due: scenario.stages[stage].schedule.due(number).count)
      let fault = renderer.invalidValue()
      if let fault { withheld(number, fault) }
      switch form {
      case .plain: plain(renderer, &text)
      case .ndjson: json(renderer, number, recipe.templates[renderer.template], fault, &text)
      }
      text.append(UInt8(ascii: "\n"))
      if text.count > 1 << 16 {
        guard write(text) else { return }
        text.removeAll(keepingCapacity: true)
      }
    }
    if !text.isEmpty { _ = write(text) }
  }

  private func plain(_ renderer: borrowing StageRenderer, _ text: inout [UInt8]) {
    if showsHeaders {
      for (index, header) in renderer.userHeaders.enumerated() {
        if index > 0 { text.append(UInt8(ascii: ",")) }
        text += UnsafeRawBufferPointer(start: header.name, count: header.nameCount)
        text.append(UInt8(ascii: ":"))
        text += header.value
      }
      if renderer.userHeaders.isEmpty { text += Array("NO_HEADERS".utf8) }
      text.append(UInt8(ascii: "\t"))
    }
    if showsKeys {
      text += renderer.key.baseAddress == nil ? Array("null".utf8) : Array(renderer.key)
      text.append(UInt8(ascii: "\t"))
    }
    text += renderer.value.baseAddress == nil ? Array("null".utf8) : Array(renderer.value)
  }

  private func json(
    _ renderer: borrowing StageRenderer, _ number: UInt64, _ template: Template, _ fault: InvalidValue?,
    _ text: inout [UInt8]
  ) {
    text += Array(
      "{\"stage\":\"\(scenario.stages[stage].name)\",\"seq\":\(number),\"template\":\"\(template.name)\"".utf8)
    if showsKeys { field("key", renderer.key, &text) }
    if showsHeaders {
      headers(renderer.userHeaders, &text)
    }
    field("value", renderer.value, &text)
    if let fault {
      let (path, reason) = (JSONText.escaped(fault.place), JSONText.escaped(fault.reason))
      text += Array(",\"withheld\":{\"at\":\"".utf8) + path + Array("\",\"reason\":\"".utf8) + reason
      text += Array("\"}".utf8)
    }
    text.append(UInt8(ascii: "}"))
  }

  /// Appends the headers by name; one that is sent more than once has a list of its values.
  private func headers(_ headers: UnsafeBufferPointer<StageRenderer.Header>, _ text: inout [UInt8]) {
    text += Array(",\"headers\":{".utf8)
    var index = 0
    while index < headers.count {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      let name = JSONLine.string(headers[index].nameBytes)
      text += name
      text.append(UInt8(ascii: ":"))
      // Headers of one name follow each other, since it is written once.
      let end = headers[index...].firstIndex { JSONLine.string($0.nameBytes) != name } ?? headers.count
      let values = headers[index..<end].map { JSONLine.string($0.value) }
      text +=
        end - index > 1 ? Array("[".utf8) + values.joined(separator: Array(",".utf8)) + Array("]".utf8) : values[0]
      index = end
    }
    text.append(UInt8(ascii: "}"))
  }

  /// Appends a field: null for Kafka's null, and for bytes that are not UTF-8 base 64 under another name.
  private func field(_ name: String, _ bytes: UnsafeRawBufferPointer, _ text: inout [UInt8]) {
    if bytes.baseAddress == nil {
      text += Array(",\"\(name)\":null".utf8)
    } else if String(validating: bytes, as: UTF8.self) != nil {
      text += Array(",\"\(name)\":".utf8) + JSONLine.string(bytes)
    } else {
      text += Array(",\"\(name)_base64\":\"".utf8) + JSONLine.base64(bytes) + [UInt8(ascii: "\"")]
    }
  }
}

extension StageRenderer.Header {
  fileprivate var nameBytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: name, count: nameCount) }
}

private enum JSONLine {
  /// A JSON string with its quotes.
  static func string(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    [UInt8(ascii: "\"")] + EscapeContext.jsonText.escaped(Array(bytes)) + [UInt8(ascii: "\"")]
  }

  static func base64(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = (0..<3).map { start + $0 < bytes.count ? UInt32(bytes[start + $0]) : nil }
      let bits = (group[0] ?? 0) << 16 | (group[1] ?? 0) << 8 | (group[2] ?? 0)
      for digit in 0..<4 {
        let isFilled = digit < 2 || group[digit - 1] != nil
        text.append(isFilled ? alphabet[Int(bits >> UInt32(18 - 6 * digit)) & 63] : UInt8(ascii: "="))
      }
    }
    return text
  }
}
