/// Writes the operations of expressions.
struct ExpressionLowering {
  var context: RenderContext
  var locale: FakerLocale
  /// The names of `let:`, in the order written. Wherever a name is used its expressions are rendered again with the same
  /// random numbers, which yields the same text; so no text is kept, and each is escaped for its context.
  var names: [TemplateName]
  /// The data; nil where none is used.
  var data: DataTable?
  var builder = ProgramBuilder()
  /// True inside a raw placeholder, also by way of names.
  var isRaw = false

  /// Writes a text whose placeholders are numbered from `part` × 2^32.
  mutating func lower(_ text: TemplateText, part: UInt64) {
    for (index, piece) in text.pieces.enumerated() {
      switch piece {
      case .literal(let bytes): builder.literal(bytes, escapes: false)
      case .placeholder(let expression, let place):
        lower(expression, at: place, number: part << 32 | UInt64(index))
      }
      if builder.isTooLarge { return }
    }
  }

  private mutating func lower(_ expression: Expression, at place: EscapeContext, number: UInt64) {
    builder.beginExpression()
    // A whole JSON value needs no escape, and has its own word for None.
    let place = expression.isRaw && place != .jsonValue ? .plain : place
    let wasRaw = isRaw
    isRaw = isRaw || expression.isRaw
    defer { isRaw = wasRaw }
    let outer = (place: builder.context, isUnsafe: builder.isUnsafe)
    let isPlain = expression.steps.isEmpty && !pads(expression)
    if isPlain {
      let checkpoint = builder.checkpoint
      builder.context = place
      builder.isUnsafe = false
      lowerSource(expression, number: number)
      if !builder.isUnsafe {
        builder.context = outer.place
        builder.isUnsafe = outer.isUnsafe
        return
      }
      builder.goBack(to: checkpoint)
    }
    // A text that steps change is written without escapes first, and escaped at the end.
    let start = builder.capacity
    let register = UInt8(truncatingIfNeeded: min(builder.depth, ProgramBuilder.mostMarks - 1))
    builder.depth += 1
    builder.append(Operation(code: .mark, register: register), longest: 0)
    builder.context = place == .jsonValue ? .jsonValue : .plain
    builder.isUnsafe = false
    lowerSource(expression, number: number)
    for step in expression.steps { lower(step, register: register, since: start) }
    if let format = expression.format { lower(format, of: expression, register: register, since: start) }
    if place.growth > 1 {
      builder.step(
        Operation(code: .escape, register: register, flag: place.index), since: start, growth: place.growth)
    }
    builder.depth -= 1
    builder.context = outer.place
    builder.isUnsafe = outer.isUnsafe
  }

  private func pads(_ expression: Expression) -> Bool { (expression.format?.width ?? 0) > 0 }

  // MARK: Sources

  private mutating func lowerSource(_ expression: Expression, number: UInt64) {
    let format = expression.format
    switch expression.source {
    case .sequence:
      builder.append(Operation(code: .sequence), longest: NumberWriting.longest)
      appendZeros(format?.decimals)
    case .counter(let prefix, let start):
      builder.literal(prefix)
      builder.append(Operation(code: .counter, a: start), longest: NumberWriting.longest)
    case .data(let reference): cell(reference, format)
    case .due:
      if format?.isMilliseconds == true {
        builder.append(Operation(code: .dueMilliseconds), longest: NumberWriting.longest)
      } else {
        due(format?.strftime)
      }
    case .stageName: builder.literal(context.stageName)
    case .runID: builder.literal(context.runID)
    case .runTag: builder.literal(RunTag(run: context.runID).text)
    case .id(let use):
      guard let form = context.form(use) else { break }
      builder.append(
        Operation(code: .id, a: builder.store(value: form)), longest: form.length, pooled: [\.a])
    case .text(let text): builder.literal(text)
    // Already replaced by its text.
    case .variable: break
    case .name(let name):
      guard let index = names.firstIndex(where: { $0.name == name }) else { break }
      if let counts = names[index].counts { lowerList(index, counts) } else { lowerName(index, format) }
    case .count(let name):
      guard let index = names.firstIndex(where: { $0.name == name }), let counts = names[index].counts else { break }
      builder.append(
        Operation(
          code: .elementCount, a: counts.lowerBound, b: counts.upperBound - counts.lowerBound + 1,
          c: Self.listNumber(index)), longest: NumberWriting.longest)
      appendZeros(format?.decimals)
    case .index:
      builder.append(Operation(code: .elementIndex), longest: NumberWriting.longest)
      appendZeros(format?.decimals)
    case .call(let function, let arguments):
      var call = CallLowering(locale: locale, startedAt: context.startedAt, format: format)
      // Only one of the two owns it, so that it is never copied.
      swap(&builder, &call.builder)
      call.builder.seed(number)
      call.lower(function, arguments)
      swap(&builder, &call.builder)
    case .unique(let function, let arguments):
      var call = CallLowering(locale: locale, startedAt: context.startedAt, format: format)
      swap(&builder, &call.builder)
      call.lowerUnique(function, arguments, number: number, stageKey: context.stageKey)
      swap(&builder, &call.builder)
    }
  }

  // MARK: Names

  /// Writes the text of a name in the current context; its placeholders have numbers of their own.
  private mutating func lowerName(_ index: Int, _ format: Expression.Format?) {
    let text = names[index].text
    let part = Self.part(index)
    let place = builder.context
    // The text is the same in each element of a list.
    let isElement = builder.isElement
    builder.isElement = false
    defer { builder.isElement = isElement }
    for (offset, piece) in text.pieces.enumerated() {
      switch piece {
      case .literal(let bytes): builder.literal(bytes)
      case .placeholder(var expression, _):
        // The one expression of a name with a number or date takes the format of the name.
        if let format, format.strftime != nil || format.decimals != nil {
          expression.format = format
          expression.format?.width = 0
        }
        let before = builder.isUnsafe
        lower(expression, at: place, number: part << 32 | UInt64(offset))
        builder.isUnsafe = before
      }
      if builder.isTooLarge { return }
    }
  }

  /// Writes the elements of a list: as a JSON array, or in a row.
  private mutating func lowerList(_ index: Int, _ counts: ClosedRange<UInt64>) {
    let isJSON = builder.context == .jsonValue
    if isJSON { builder.literal("[") }
    let list = builder.beginList(counts, number: Self.listNumber(index))
    lower(names[index].text, part: Self.part(index))
    builder.end(list, separator: isJSON ? "," : "")
    if isJSON { builder.literal("]") }
  }

  /// The numbers of a name's placeholders are from `part` × 2^32 on.
  private static func part(_ index: Int) -> UInt64 { UInt64(index) + 1 << 16 }

  /// The number of the draw that decides how many elements a list has: no text has so many pieces.
  private static func listNumber(_ index: Int) -> UInt64 { part(index) << 32 | 0xffff_ffff }

  private mutating func cell(_ reference: DataReference, _ format: Expression.Format?) {
    // A raw placeholder is text, whatever it was as a JSON value.
    let index = builder.context == .jsonValue && !isRaw ? reference.jsonColumn : reference.column
    guard let data, data.columns.indices.contains(index) else { return }
    let column = data.columns[index]
    if !column.isSafe.contains(builder.context) { builder.isUnsafe = true }
    let (offsets, cells) = data.addresses
    builder.append(
      Operation(
        code: .cell, count: UInt32(data.columns.count), a: UInt64(UInt(bitPattern: offsets + index * 4)),
        b: UInt64(UInt(bitPattern: cells))), longest: column.longest)
    appendZeros(format?.decimals)
  }

  private mutating func due(_ pattern: String?) {
    let bytes = Array((pattern ?? "").utf8)
    if !builder.context.isSafe(bytes) { builder.isUnsafe = true }
    let longest = pattern == nil ? 32 : TimePattern.longest(bytes)
    builder.append(
      Operation(code: .due, count: UInt32(bytes.count), a: builder.store(bytes)), longest: longest, pooled: [\.a])
  }

  private mutating func appendZeros(_ decimals: Int?) {
    guard let decimals, decimals > 0 else { return }
    builder.literal("." + String(repeating: "0", count: decimals))
  }

  // MARK: Steps

  private mutating func lower(_ step: Expression.Step, register: UInt8, since start: Int) {
    switch step {
    // A character has no more than three times its bytes in another case (`ΐ`).
    case .upper: builder.step(Operation(code: .upper, register: register), since: start, growth: 3)
    case .lower: builder.step(Operation(code: .lower, register: register), since: start, growth: 3)
    case .title: builder.step(Operation(code: .title, register: register), since: start, growth: 3)
    case .capitalize: builder.step(Operation(code: .capitalize, register: register), since: start, growth: 3)
    case .strip(let characters):
      let scalars = (characters ?? "").unicodeScalars.flatMap { scalar in
        withUnsafeBytes(of: scalar.value) { Array($0) }
      }
      builder.step(
        Operation(
          code: .strip, register: register, flag: characters == nil ? 0 : 1, count: UInt32(scalars.count / 4),
          a: builder.store(scalars)), since: start, pooled: [\.a])
    case .replace(let old, let new):
      let (old, new) = (Array(old.utf8), Array(new.utf8))
      builder.step(
        Operation(
          code: .replace, register: register, count: UInt32(old.count), a: builder.store(old), b: builder.store(new),
          c: UInt64(new.count)),
        since: start, growth: max(1, (new.count + old.count - 1) / old.count), pooled: [\.a, \.b])
    case .zfill(let width):
      builder.step(
        Operation(code: .zfill, register: register, count: UInt32(width)), since: start, more: width)
    case .slice(let from, let to):
      builder.step(
        Operation(
          code: .slice, register: register, flag: (from == nil ? 0 : 1) | (to == nil ? 0 : 2),
          a: UInt64(bitPattern: Int64(from ?? 0)), b: UInt64(bitPattern: Int64(to ?? 0))), since: start)
    }
  }

  private mutating func lower(
    _ format: Expression.Format, of expression: Expression, register: UInt8, since start: Int
  ) {
    guard format.width > 0 else { return }
    if format.isZeroPadded, format.alignment == nil {
      return builder.step(
        Operation(code: .zfill, register: register, count: UInt32(format.width)), since: start, more: format.width)
    }
    let kinds = Dictionary(uniqueKeysWithValues: names.map { ($0.name, $0.kind) })
    // As in Python, numbers are aligned right and everything else left.
    let isNumber = expression.kind(kinds)?.isNumber == true
    let flag: UInt8 =
      switch format.alignment {
      case .left: 0
      case .right: 1
      case .center: 2
      case nil: isNumber ? 1 : 0
      }
    builder.step(
      Operation(
        code: .align, register: register, flag: flag, count: UInt32(format.width), a: format.isZeroPadded ? 0x30 : 0x20),
      since: start, more: format.width)
  }
}

extension EscapeContext {
  /// The index among all contexts.
  var index: UInt8 { UInt8(truncatingIfNeeded: Self.allCases.firstIndex(of: self) ?? 0) }
}
