/// Writes words, sentences and paragraphs from a table of words.
struct Prose {
  let words: UnsafeRawPointer
  let count: UInt64
  /// The bytes of a slot.
  let stride: Int

  /// The most bytes of `count` words, sentences of six, or characters.
  static func longest(_ code: Operation.Code, _ count: Int, varies: Bool, word: Int) -> Int {
    // A capital may have up to three times the bytes, and a varied number is at most 1.4 times as large.
    func sentence(_ words: Int) -> Int {
      (varies || code == .text || code == .paragraph ? words * 14 / 10 + 1 : words) * (word + 1) + 2 + word * 2
    }
    return switch code {
    case .words: count * (word + 1)
    case .sentence: sentence(count)
    case .paragraph: (varies ? count * 14 / 10 + 1 : count) * (sentence(6) + 1)
    default: count * 4 + sentence(6) + 8
    }
  }

  @inline(__always)
  func word(_ random: inout MessageRandom, to buffer: UnsafeMutableRawPointer) -> Int {
    word(random.below(count), to: buffer)
  }

  @inline(__always)
  private func word(_ index: UInt64, to buffer: UnsafeMutableRawPointer) -> Int {
    let slot = words + Int(truncatingIfNeeded: index) * stride
    buffer.copyMemory(from: slot, byteCount: stride - 2)
    return Int(slot.load(fromByteOffset: stride - 2, as: UInt16.self))
  }

  func words(_ number: Int, _ random: inout MessageRandom, to buffer: UnsafeMutableRawPointer) -> Int {
    var end = 0
    for index in 0..<number {
      if index > 0 {
        buffer.storeBytes(of: UInt8(ascii: " "), toByteOffset: end, as: UInt8.self)
        end += 1
      }
      end += word(&random, to: buffer + end)
    }
    return end
  }

  /// Writes as many words, at most all, none of them twice: from a random one on in equal steps around the table, whose
  /// length and step have no common divisor.
  @inline(never)
  func distinctWords(_ number: Int, _ random: inout MessageRandom, to buffer: UnsafeMutableRawPointer) -> Int {
    var end = 0
    var index = random.below(count)
    var step = 1 + random.below(max(count - 1, 1))
    while greatestCommonDivisor(step, count) != 1 { step += 1 }
    step %= count
    for written in 0..<number {
      if written > 0 {
        buffer.storeBytes(of: UInt8(ascii: " "), toByteOffset: end, as: UInt8.self)
        end += 1
      }
      end += word(index, to: buffer + end)
      index = (index + step) % count
    }
    return end
  }

  /// The number, or between 0.6 and 1.4 times as many, at least one.
  static func varied(_ number: Int, _ varies: Bool, _ random: inout MessageRandom) -> Int {
    guard varies else { return number }
    let least = number * 6 / 10
    return max(1, least + Int(random.below(UInt64(number * 14 / 10 - least + 1))))
  }

  func sentence(
    _ number: Int, varies: Bool, _ random: inout MessageRandom, to buffer: UnsafeMutableRawPointer
  ) -> Int {
    var end = words(Self.varied(number, varies, &random), &random, to: buffer)
    let first = buffer.load(as: UInt8.self)
    if first >= 0x61, first <= 0x7a { buffer.storeBytes(of: first - 32, as: UInt8.self) }
    buffer.storeBytes(of: UInt8(ascii: "."), toByteOffset: end, as: UInt8.self)
    end += 1
    return end
  }

  func paragraph(
    _ number: Int, varies: Bool, _ random: inout MessageRandom, to buffer: UnsafeMutableRawPointer
  ) -> Int {
    var end = 0
    for index in 0..<Self.varied(number, varies, &random) {
      if index > 0 {
        buffer.storeBytes(of: UInt8(ascii: " "), toByteOffset: end, as: UInt8.self)
        end += 1
      }
      end += sentence(6, varies: true, &random, to: buffer + end)
    }
    return end
  }

  /// Writes sentences as long as they fit into `most` characters; if the first does not fit, it is cut at a word.
  func text(_ most: Int, _ random: inout MessageRandom, to buffer: UnsafeMutableRawPointer) -> Int {
    var end = 0
    var characters = 0
    while characters < most {
      let start = end
      if start > 0 {
        buffer.storeBytes(of: UInt8(ascii: " "), toByteOffset: end, as: UInt8.self)
        end += 1
      }
      end += sentence(6, varies: true, &random, to: buffer + end)
      let length = Self.characters(buffer + start, end - start)
      if characters + length <= most {
        characters += length
        continue
      }
      if start > 0 { return start }
      return Self.cut(buffer, end, to: most)
    }
    return end
  }

  private static func characters(_ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    var characters = 0
    for index in 0..<count where bytes.load(fromByteOffset: index, as: UInt8.self) & 0xc0 != 0x80 { characters += 1 }
    return characters
  }

  /// Keeps the whole words of the first `most` - 1 characters and adds a full stop; a longer first word is cut.
  private static func cut(_ buffer: UnsafeMutableRawPointer, _ count: Int, to most: Int) -> Int {
    var end = 0
    var characters = 0
    var blank: Int?
    while end < count, characters < most - 1 || buffer.load(fromByteOffset: end, as: UInt8.self) & 0xc0 == 0x80 {
      let byte = buffer.load(fromByteOffset: end, as: UInt8.self)
      if byte & 0xc0 != 0x80 { characters += 1 }
      if byte == UInt8(ascii: " ") { blank = end }
      end += 1
    }
    if end < count, buffer.load(fromByteOffset: end, as: UInt8.self) == UInt8(ascii: " ") { blank = end }
    end = blank ?? end
    buffer.storeBytes(of: UInt8(ascii: "."), toByteOffset: end, as: UInt8.self)
    return end + 1
  }
}
