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
    switch name {
    case "place": builder.choose(locale.table(.placeCity).count)
    case "street": fill(locale.streetFormats)
    case "byte": builder.append(Operation(code: .integer, b: 256, c: 1), longest: 3)
    case "user": fill(FakerLocale.userFormats)
    case "domain": fill(FakerLocale.domainFormats)
    default: break
    }
  }

  // MARK: Prose

  mutating func prose(_ code: Operation.Code, _ count: Int64, varies: Bool) {
    let words = locale.table(.words)
    if !words.isSafe.contains(builder.context) { builder.isUnsafe = true }
    builder.append(
      Operation(
        code: code, register: UInt8(words.stride == 32 ? 32 : words.stride == 64 ? 64 : 128), flag: varies ? 1 : 0,
        count: UInt32(truncatingIfNeeded: count), a: UInt64(UInt(bitPattern: words.base)), b: UInt64(words.count)),
      longest: Prose.longest(code, Int(count), varies: varies, word: words.longest))
  }
}
