/// Changes text after it was written, as Python's methods do: in place, or by way of a scratch buffer where it grows.
struct TextSteps {
  let scratch: UnsafeMutableRawPointer

  /// Applies a step, and returns the number of bytes afterwards.
  func apply(_ step: Operation, _ text: UnsafeMutableRawPointer, _ count: Int) -> Int {
    switch step.code {
    case .upper: return recase(text, count) { _, _ in .upper }
    case .lower: return recase(text, count) { _, _ in .lower }
    case .title: return recase(text, count) { _, isInWord in isInWord ? .lower : .title }
    case .capitalize: return recase(text, count) { isFirst, _ in isFirst ? .title : .lower }
    case .strip: return strip(step, text, count)
    case .replace: return replace(step, text, count)
    case .zfill: return zfill(text, count, to: Int(step.count))
    case .slice: return slice(step, text, count)
    case .align: return align(step, text, count)
    case .escape: return escape(EscapeContext.allCases[Int(step.flag)], text, count)
    default: return count
    }
  }

  // MARK: Case

  private enum Case { case upper, lower, title }

  @inline(__always)
  private func recase(
    _ text: UnsafeMutableRawPointer, _ count: Int, _ rule: (_ isFirst: Bool, _ isInWord: Bool) -> Case
  ) -> Int {
    var isInWord = false
    for index in 0..<count {
      let byte = text.load(fromByteOffset: index, as: UInt8.self)
      if byte >= 0x80 { return recaseScalars(text, count, from: index, isInWord, rule) }
      let isLetter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a
      if isLetter {
        let changed = rule(index == 0, isInWord) == .lower ? byte | 0x20 : byte & 0xdf
        text.storeBytes(of: changed, toByteOffset: index, as: UInt8.self)
      }
      isInWord = isLetter
    }
    return count
  }

  /// Changes the case by the full mappings of Unicode, from the first byte that is not ASCII. The mappings are short enough to
  /// need no allocation.
  private func recaseScalars(
    _ text: UnsafeMutableRawPointer, _ count: Int, from start: Int, _ isInWord: Bool,
    _ rule: (_ isFirst: Bool, _ isInWord: Bool) -> Case
  ) -> Int {
    var isInWord = isInWord
    var end = 0
    var index = start
    while index < count {
      let (scalar, length) = Self.scalar(text, index, count)
      let properties = scalar.properties
      let changed =
        switch rule(index == 0, isInWord) {
        case .upper: properties.uppercaseMapping
        case .lower where scalar == "Σ": Self.endsWord(text, count, index..<index + length) ? "ς" : "σ"
        case .lower: properties.lowercaseMapping
        case .title: properties.titlecaseMapping
        }
      for byte in changed.utf8 {
        scratch.storeBytes(of: byte, toByteOffset: end, as: UInt8.self)
        end += 1
      }
      isInWord = properties.isCased
      index += length
    }
    (text + start).copyMemory(from: scratch, byteCount: end)
    return start + end
  }

  /// True if a sigma ends a word: it follows a cased letter and does not precede one, ignoring characters without case
  /// (Unicode's Final_Sigma, as in Python).
  private static func endsWord(_ text: UnsafeMutableRawPointer, _ count: Int, _ sigma: Range<Int>) -> Bool {
    var index = sigma.lowerBound
    var isAfterLetter = false
    while index > 0 {
      repeat { index -= 1 } while index > 0 && text.load(fromByteOffset: index, as: UInt8.self) & 0xc0 == 0x80
      let properties = scalar(text, index, count).0.properties
      if properties.isCaseIgnorable { continue }
      isAfterLetter = properties.isCased
      break
    }
    guard isAfterLetter else { return false }
    index = sigma.upperBound
    while index < count {
      let (scalar, length) = scalar(text, index, count)
      if !scalar.properties.isCaseIgnorable { return !scalar.properties.isCased }
      index += length
    }
    return true
  }

  /// The scalar that begins at a byte, and its length; rendered text is UTF-8.
  private static func scalar(_ text: UnsafeMutableRawPointer, _ index: Int, _ count: Int) -> (Unicode.Scalar, Int) {
    let first = UInt32(text.load(fromByteOffset: index, as: UInt8.self))
    let length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
    guard length > 1, index + length <= count else { return (Unicode.Scalar(UInt8(truncatingIfNeeded: first)), 1) }
    var code = first & (0x7f >> UInt32(length))
    for offset in 1..<length {
      code = code << 6 | UInt32(text.load(fromByteOffset: index + offset, as: UInt8.self)) & 0x3f
    }
    return (Unicode.Scalar(code) ?? "\u{fffd}", length)
  }

  // MARK: Shortening

  private func strip(_ step: Operation, _ text: UnsafeMutableRawPointer, _ count: Int) -> Int {
    func isStripped(_ scalar: Unicode.Scalar) -> Bool {
      // Python treats Unicode's four information separators as blanks, too.
      guard step.flag == 1 else { return scalar.properties.isWhitespace || 0x1c...0x1f ~= scalar.value }
      guard let characters = UnsafeRawPointer(bitPattern: UInt(step.a)) else { return false }
      for index in 0..<Int(step.count) where characters.load(fromByteOffset: 4 * index, as: UInt32.self) == scalar.value
      {
        return true
      }
      return false
    }
    var start = 0
    while start < count {
      let (scalar, length) = Self.scalar(text, start, count)
      guard isStripped(scalar) else { break }
      start += length
    }
    var end = count
    while end > start {
      var last = end - 1
      while last > start, text.load(fromByteOffset: last, as: UInt8.self) & 0xc0 == 0x80 { last -= 1 }
      guard isStripped(Self.scalar(text, last, end).0) else { break }
      end = last
    }
    if start > 0 { text.copyMemory(from: text + start, byteCount: end - start) }
    return end - start
  }

  private func slice(_ step: Operation, _ text: UnsafeMutableRawPointer, _ count: Int) -> Int {
    var length = 0
    for index in 0..<count where text.load(fromByteOffset: index, as: UInt8.self) & 0xc0 != 0x80 { length += 1 }
    func bound(_ value: UInt64, _ isGiven: Bool, _ fallback: Int) -> Int {
      guard isGiven else { return fallback }
      let value = Int(Int64(bitPattern: value))
      return min(max(value < 0 ? value + length : value, 0), length)
    }
    let from = bound(step.a, step.flag & 1 != 0, 0)
    let to = bound(step.b, step.flag & 2 != 0, length)
    guard from < to else { return 0 }
    let start = offset(ofScalar: from, text, count)
    let end = offset(ofScalar: to, text, count)
    if start > 0 { text.copyMemory(from: text + start, byteCount: end - start) }
    return end - start
  }

  private func offset(ofScalar number: Int, _ text: UnsafeMutableRawPointer, _ count: Int) -> Int {
    var seen = 0
    for index in 0..<count where text.load(fromByteOffset: index, as: UInt8.self) & 0xc0 != 0x80 {
      if seen == number { return index }
      seen += 1
    }
    return count
  }

  // MARK: Lengthening

  private func replace(_ step: Operation, _ text: UnsafeMutableRawPointer, _ count: Int) -> Int {
    let (oldCount, newCount) = (Int(step.count), Int(step.c))
    guard let old = UnsafeRawPointer(bitPattern: UInt(step.a)), let new = UnsafeRawPointer(bitPattern: UInt(step.b))
    else { return count }
    var index = 0
    var end = 0
    while index < count {
      if index + oldCount <= count, matches(text + index, old, oldCount) {
        (scratch + end).copyMemory(from: new, byteCount: newCount)
        end += newCount
        index += oldCount
      } else {
        scratch.storeBytes(of: text.load(fromByteOffset: index, as: UInt8.self), toByteOffset: end, as: UInt8.self)
        end += 1
        index += 1
      }
    }
    text.copyMemory(from: scratch, byteCount: end)
    return end
  }

  private func matches(_ a: UnsafeRawPointer, _ b: UnsafeRawPointer, _ count: Int) -> Bool {
    for index in 0..<count
    where a.load(fromByteOffset: index, as: UInt8.self) != b.load(fromByteOffset: index, as: UInt8.self) {
      return false
    }
    return true
  }

  private func characters(_ text: UnsafeMutableRawPointer, _ count: Int) -> Int {
    var characters = 0
    for index in 0..<count where text.load(fromByteOffset: index, as: UInt8.self) & 0xc0 != 0x80 { characters += 1 }
    return characters
  }

  /// Adds zeros before the text, after its sign.
  private func zfill(_ text: UnsafeMutableRawPointer, _ count: Int, to width: Int) -> Int {
    let missing = width - characters(text, count)
    guard missing > 0 else { return count }
    let first = count > 0 ? text.load(as: UInt8.self) : 0
    let sign = first == UInt8(ascii: "-") || first == UInt8(ascii: "+") ? 1 : 0
    (text + sign + missing).copyMemory(from: text + sign, byteCount: count - sign)
    for index in 0..<missing { text.storeBytes(of: UInt8(ascii: "0"), toByteOffset: sign + index, as: UInt8.self) }
    return count + missing
  }

  private func align(_ step: Operation, _ text: UnsafeMutableRawPointer, _ count: Int) -> Int {
    let missing = Int(step.count) - characters(text, count)
    guard missing > 0 else { return count }
    let before = step.flag == 0 ? 0 : step.flag == 1 ? missing : missing / 2
    let filler = UInt8(truncatingIfNeeded: step.a)
    if before > 0 { (text + before).copyMemory(from: text, byteCount: count) }
    for index in 0..<before { text.storeBytes(of: filler, toByteOffset: index, as: UInt8.self) }
    for index in before + count..<count + missing { text.storeBytes(of: filler, toByteOffset: index, as: UInt8.self) }
    return count + missing
  }

  private func escape(_ context: EscapeContext, _ text: UnsafeMutableRawPointer, _ count: Int) -> Int {
    var index = 0
    while index < count, context.escape(text.load(fromByteOffset: index, as: UInt8.self)) == nil { index += 1 }
    if index == count { return count }
    let start = index
    var end = 0
    while index < count {
      let byte = text.load(fromByteOffset: index, as: UInt8.self)
      index += 1
      if let escape = context.escape(byte) {
        (scratch + end).copyMemory(from: escape.utf8Start, byteCount: escape.utf8CodeUnitCount)
        end += escape.utf8CodeUnitCount
      } else {
        scratch.storeBytes(of: byte, toByteOffset: end, as: UInt8.self)
        end += 1
      }
    }
    (text + start).copyMemory(from: scratch, byteCount: end)
    return start + end
  }
}
