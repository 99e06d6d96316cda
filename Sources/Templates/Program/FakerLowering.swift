/// The formats and words that functions of Faker are made of.
extension CallLowering {
  /// Writes one of the formats, all equally likely: braces name a list, # is a digit, % is a digit except 0.
  mutating func fill(_ formats: [String]) {
    guard formats.count > 1 else { return fill(formats.first ?? "") }
    choose(of: formats.count) { $0.fill(formats[$1]) }
  }

  /// Writes one of `count` alternatives, all equally likely.
  mutating func choose(of count: Int, _ write: (inout CallLowering, Int) -> Void) {
    builder.choose(count)
    let (locale, startedAt, format) = (locale, startedAt, format)
    builder.branch(count) { builder, index in
      var alternative = CallLowering(locale: locale, startedAt: startedAt, format: format)
      swap(&builder, &alternative.builder)
      write(&alternative, index)
      swap(&builder, &alternative.builder)
    }
  }

  private mutating func fill(_ format: String) {
    for piece in FakerFormat(format).pieces {
      switch piece {
      case .text(let text): digits(text)
      case .part(let name): part(name)
      }
    }
  }

  private mutating func part(_ name: String) {
    if let list = FakerList(rawValue: name) { return builder.pick(locale.table(list), isChosen: list.isOfPlace) }
    if let list = SharedList(rawValue: name) { return builder.pick(list.table) }
    switch name {
    case "place": builder.choose(locale.table(.placeCity).count)
    case "street": fill(locale.streetFormats)
    case "byte": builder.append(Operation(code: .integer, b: 256, c: 1), longest: 3)
    case "user": fill(FakerLocale.userFormats)
    case "domain": fill(FakerLocale.domainFormats)
    default: break
    }
  }

  /// Writes what `write` writes, so many times, with spaces between.
  mutating func repeated(_ count: Int64, _ write: (inout CallLowering) -> Void) {
    for index in 0..<count {
      if index > 0 { builder.literal(" ") }
      write(&self)
    }
  }

  // MARK: Prose

  /// - Parameter own: words instead of the locale's.
  mutating func prose(_ code: Operation.Code, _ count: Int64, varies: Bool = false, _ own: [String]?) {
    let words = own.map { FakerSlots($0) } ?? FakerSlots(locale.table(.words))
    if !words.isSafe.contains(builder.context) { builder.isUnsafe = true }
    let address: UInt64
    switch words.place {
    case .table(let base): address = UInt64(UInt(bitPattern: base))
    case .bytes(let bytes): address = builder.store(bytes)
    }
    builder.append(
      Operation(
        code: code, register: UInt8(words.stride), flag: varies ? 1 : 0, count: UInt32(truncatingIfNeeded: count),
        a: address, b: UInt64(words.count)),
      longest: Prose.longest(code, Int(count), varies: varies, word: words.longest),
      pooled: own == nil ? [] : [\.a])
  }
}

/// The words of prose: a table that is there for good, or the slots of words that a scenario gives.
private struct FakerSlots {
  enum Place {
    case table(UnsafeRawPointer)
    case bytes([UInt8])
  }

  let place: Place
  let count: Int
  let stride: Int
  let longest: Int
  let isSafe: Set<EscapeContext>

  init(_ table: FakerTable) {
    place = .table(table.base)
    count = table.count
    stride = table.stride
    longest = table.longest
    isSafe = table.isSafe
  }

  init(_ words: [String]) {
    let entries = words.map { Array($0.utf8) }
    let longest = entries.map(\.count).max() ?? 0
    let stride = FakerTable.stride(longest: longest)
    self.longest = longest
    self.stride = stride
    count = entries.count
    var slots = [UInt8](repeating: 0, count: entries.count * stride)
    slots.withUnsafeMutableBytes { bytes in
      if let base = bytes.baseAddress { FakerTable.fill(base, stride: stride, with: entries) }
    }
    place = .bytes(slots)
    isSafe = Set(EscapeContext.allCases.filter { context in entries.allSatisfy { context.isSafe($0) } })
  }
}
