/// A template's text, compiled for one stage of one run: a program of plain operations, run from front to back for each
/// message. Its output depends only on the seed, the stage's name and the message's number, and on `due`; it allocates
/// nothing and takes no lock.
package struct Renderer: ~Copyable {
  /// The bytes after `capacity` that a buffer must have: short texts are copied whole, and may write there.
  package static let slack = 128

  private let operations: FixedArray<Operation>
  private let pool: FixedBytes
  private let scratch: FixedBytes
  private let stageKey: UInt64
  private let startedAt: Int64
  /// The data that operations refer to.
  private let data: DataTable?
  private let pairs = NumberWriting.pairs
  private let hexPairs = NumberWriting.hexPairs
  private let alphabet = Alphabet.lettersAndDigits
  /// The most bytes that one message can take.
  package let capacity: Int
  /// The fewest values that a unique placeholder has; the greatest number where there is none.
  let uniqueValues: UInt64

  /// - Parameter part: the number of the text in its template: each text draws its own random numbers.
  init(
    _ text: TemplateText, part: UInt64, locale: FakerLocale, names: [TemplateName], data: DataTable? = nil,
    context: RenderContext
  ) {
    var lowering = ExpressionLowering(context: context, locale: locale, names: names, data: data)
    lowering.lower(text, part: part)
    // The reader refuses texts that are too large; if one gets here, nothing is written past the buffer.
    self.init(lowering.builder.isTooLarge ? ProgramBuilder() : lowering.builder, data, context)
  }

  init(_ builder: ProgramBuilder, _ data: DataTable?, _ context: RenderContext) {
    self.data = data
    pool = FixedBytes(count: builder.pool.count + Self.slack)
    pool.base.copyMemory(from: builder.pool, byteCount: builder.pool.count)
    (pool.base + builder.pool.count).initializeMemory(as: UInt8.self, repeating: 0, count: Self.slack)
    operations = FixedArray(builder.located(in: pool.base))
    scratch = FixedBytes(count: builder.scratch + Self.slack)
    capacity = builder.capacity
    uniqueValues = builder.uniqueValues
    stageKey = context.stageKey
    startedAt = context.startedAt
  }

  /// Writes message `number` to `buffer`, which has `capacity` and `slack` bytes, and returns the number of bytes.
  /// - Parameters:
  ///   - own: the message's number among its template's messages.
  ///   - row: the row of its data.
  ///   - due: nanoseconds since the run's start.
  package func render(
    _ number: UInt64, own: UInt64, row: Int = 0, due: Int64, into buffer: UnsafeMutableRawPointer
  ) -> Int {
    withUnsafeTemporaryAllocation(of: UnsafeMutableRawPointer.self, capacity: ProgramBuilder.mostMarks) { marks in
      withUnsafeTemporaryAllocation(of: ListState.self, capacity: 1) { state in
        render(number, own: own, row: row, due: due, into: buffer, marks, state)
      }
    }
  }

  private func render(
    _ number: UInt64, own: UInt64, row: Int, due: Int64, into buffer: UnsafeMutableRawPointer,
    _ marks: UnsafeMutableBufferPointer<UnsafeMutableRawPointer>, _ state: UnsafeMutableBufferPointer<ListState>
  ) -> Int {
    var end = buffer
    let messageKey = MessageRandom.messageKey(stageKey, number)
    var random = MessageRandom(state: messageKey)
    var chosen = 0
    var index = 0
    let pairs = pairs
    while index < operations.count {
      let operation = operations.base + index
      index += 1
      let count = Int(operation.pointee.count)
      switch operation.pointee.code {
      case .literal16:
        end.storeBytes(of: Self.at(operation.pointee.a).loadUnaligned(as: SIMD16<UInt8>.self), as: SIMD16<UInt8>.self)
        end += count
      case .literal32:
        end.storeBytes(of: Self.at(operation.pointee.a).loadUnaligned(as: SIMD32<UInt8>.self), as: SIMD32<UInt8>.self)
        end += count
      case .literal:
        end.copyMemory(from: Self.at(operation.pointee.a), byteCount: count)
        end += count
      case .seed:
        random = MessageRandom(state: MessageRandom.placeholderState(messageKey, operation.pointee.a))
      case .id: end += Self.at(operation.pointee.a).load(as: IDForm.self).write(number, to: end)
      case .sequence: end += NumberWriting.write(number, to: end, pairs)
      case .counter: end += NumberWriting.write(own &+ operation.pointee.a, to: end, pairs)
      case .cell:
        end += Self.copyCell(
          Self.at(operation.pointee.a) + row &* count &* 4, Self.at(operation.pointee.b), to: end)
      case .dueMilliseconds: end += NumberWriting.write(startedAt &+ due / 1_000_000, to: end, pairs)
      case .due: end += writeDue(due, count, Self.at(operation.pointee.a), to: end)
      case .integer:
        let drawn = random.below(operation.pointee.b) &* operation.pointee.c
        end += NumberWriting.write(Int64(bitPattern: operation.pointee.a &+ drawn), to: end, pairs)
      case .digits:
        NumberWriting.write(random.below(operation.pointee.b), digits: count, to: end, pairs)
        end += count
      case .pick32: end += Self.copy32(Self.at(operation.pointee.a), random.below(operation.pointee.b), to: end)
      case .pick64: end += Self.copy64(Self.at(operation.pointee.a), random.below(operation.pointee.b), to: end)
      case .pick128: end += Self.copy128(Self.at(operation.pointee.a), random.below(operation.pointee.b), to: end)
      case .slot32: end += Self.copy32(Self.at(operation.pointee.a), UInt64(chosen), to: end)
      case .slot64: end += Self.copy64(Self.at(operation.pointee.a), UInt64(chosen), to: end)
      case .slot128: end += Self.copy128(Self.at(operation.pointee.a), UInt64(chosen), to: end)
      case .choose: chosen = Int(truncatingIfNeeded: random.below(operation.pointee.b))
      case .weigh: chosen = Self.weigh(Self.at(operation.pointee.a), Int(operation.pointee.b), random.next())
      case .branch: index = Int(Self.at(operation.pointee.a).load(fromByteOffset: chosen * 4, as: UInt32.self))
      case .jump: index = Int(operation.pointee.a)
      case .uuid:
        let (high, low) = (random.next(), random.next())
        Drawing.writeUUID(high, low, to: end, hexPairs)
        end += 36
      case .hex:
        Drawing.writeHex(count, &random, to: end, hexPairs)
        end += count
      case .alphanumeric:
        Drawing.writeLetters(count, alphabet, &random, to: end)
        end += count
      case .bytes:
        Drawing.writeBytes(count, &random, to: end)
        end += count
      case .hexWord: end += Drawing.writeHexWord(random.next() >> 48, to: end)
      case .pattern:
        end += Drawing.writePattern(
          Self.at(operation.pointee.a), count, letters: UnsafeRawPointer(bitPattern: UInt(operation.pointee.c)),
          operation.pointee.b, &random, to: end)
      case .letters:
        let drawn = count &+ Int(truncatingIfNeeded: random.below(operation.pointee.b))
        Drawing.write(drawn, of: Self.at(operation.pointee.a), operation.pointee.c, &random, to: end)
        end += drawn
      case .password:
        Drawing.writePassword(count, kinds: Self.at(operation.pointee.a), operation.pointee.b, &random, to: end)
        end += count
      case .check:
        end += CheckDigits.append(operation.pointee.flag, from: marks[Int(operation.pointee.register)], end: end)
      case .iban: Drawing.checkIBAN(marks[Int(operation.pointee.register)], end: end)
      case .uniform, .gauss:
        let unit = random.unit()
        let share = operation.pointee.code == .uniform ? unit : Arithmetic.normalQuantile(unit)
        let value = Double(bitPattern: operation.pointee.a) + Double(bitPattern: operation.pointee.b) * share
        let scaled = (value * Double(operation.pointee.c)).rounded(.toNearestOrEven)
        end += NumberWriting.write(
          scaled: Int64(scaled), decimals: count, strips: operation.pointee.flag == 1, to: end, pairs,
          power: operation.pointee.c)
      case .scaled:
        let value = Int64(bitPattern: operation.pointee.a &+ random.below(operation.pointee.b))
        end += NumberWriting.write(
          scaled: value, decimals: count, strips: operation.pointee.flag == 1, to: end, pairs,
          power: operation.pointee.c)
      case .zipf:
        let drawn = Self.at(operation.pointee.a).load(as: ZipfLaw.self).draw(&random)
        end += NumberWriting.write(drawn, to: end, pairs)
      case .moment:
        let seconds = Int64(bitPattern: operation.pointee.a &+ random.below(operation.pointee.b) &* UInt64(count))
        // Fractions only where the pattern has them.
        let fraction = operation.pointee.flag == 1 ? Int64(random.below(1_000_000)) : 0
        end += writeMoment(operation.pointee.c, seconds &* 1_000_000 &+ fraction, to: end)
      case .words, .sentence, .paragraph, .text:
        let prose = Prose(
          words: Self.at(operation.pointee.a), count: operation.pointee.b, stride: Int(operation.pointee.register))
        let varies = operation.pointee.flag == 1
        switch operation.pointee.code {
        case .words where varies: end += prose.distinctWords(count, &random, to: end)
        case .words: end += prose.words(count, &random, to: end)
        case .sentence: end += prose.sentence(count, varies: varies, &random, to: end)
        case .paragraph: end += prose.paragraph(count, varies: varies, &random, to: end)
        default: end += prose.text(count, &random, to: end)
        }
      case .list, .elementSeed, .elementIndex, .nextElement, .elementCount, .permute, .take, .chosenInteger,
        .chosenDigits, .chosenMoment:
        let step = listStep(operation.pointee, ListStep(end, index, chosen, random), number, messageKey, state)
        (end, index, chosen, random) = (step.end, step.index, step.chosen, step.random)
      case .mark: marks[Int(operation.pointee.register)] = end
      case .upper, .lower, .title, .capitalize, .strip, .replace, .zfill, .slice, .align, .escape:
        let start = marks[Int(operation.pointee.register)]
        end = start + TextSteps(scratch: scratch.base).apply(operation.pointee, start, end - start)
      }
    }
    return end - buffer
  }

  /// Runs an operation of lists or unique values. It is apart, and its state in memory, so that the others keep the registers.
  @inline(never)
  private func listStep(
    _ operation: Operation, _ step: ListStep, _ number: UInt64, _ messageKey: UInt64,
    _ state: UnsafeMutableBufferPointer<ListState>
  ) -> ListStep {
    var step = step
    let chosen = UInt64(truncatingIfNeeded: step.chosen)
    switch operation.code {
    case .list:
      state[0] = ListState(elements: Self.elements(messageKey, operation))
      if state[0].elements == 0 { step.index = Int(operation.count) }
    case .elementSeed:
      step.random = MessageRandom(
        state: MessageRandom.placeholderState(
          MessageRandom.placeholderState(messageKey, operation.a), state[0].element &+ 1))
    case .elementIndex: step.end += NumberWriting.write(state[0].element, to: step.end, pairs)
    case .nextElement:
      state[0].element &+= 1
      if state[0].element >= state[0].elements { step.index = Int(operation.a) }
    case .elementCount:
      step.end += NumberWriting.write(Self.elements(messageKey, operation), to: step.end, pairs)
    case .permute:
      let index = Self.at(operation.a).load(as: UniqueNumbers.self).number(of: number)
      state[0].rest = index
      step.chosen = Int(truncatingIfNeeded: index)
    case .take:
      let (quotient, remainder) = state[0].rest.quotientAndRemainder(dividingBy: operation.b)
      step.chosen = Int(truncatingIfNeeded: remainder)
      state[0].rest = quotient
    case .chosenInteger:
      let value = operation.a &+ chosen &* operation.c
      step.end += NumberWriting.write(Int64(bitPattern: value), to: step.end, pairs)
    case .chosenDigits:
      NumberWriting.write(chosen, digits: Int(operation.count), to: step.end, pairs)
      step.end += Int(operation.count)
    case .chosenMoment:
      let seconds = Int64(bitPattern: operation.a &+ chosen &* UInt64(operation.count))
      step.end += writeMoment(operation.c, seconds &* 1_000_000, to: step.end)
    default: break
    }
    return step
  }

  @inline(__always)
  private static func at(_ address: UInt64) -> UnsafeRawPointer {
    // Never nil: the builder stored an address there.
    UnsafeRawPointer(bitPattern: UInt(address)).unsafelyUnwrapped
  }

  @inline(__always)
  private static func copyCell(
    _ place: UnsafeRawPointer, _ cells: UnsafeRawPointer, to end: UnsafeMutableRawPointer
  ) -> Int {
    let start = Int(place.load(as: UInt32.self))
    let count = Int(place.load(fromByteOffset: 4, as: UInt32.self)) - start
    if count <= 32 {
      end.storeBytes(of: (cells + start).loadUnaligned(as: SIMD32<UInt8>.self), as: SIMD32<UInt8>.self)
    } else {
      end.copyMemory(from: cells + start, byteCount: count)
    }
    return count
  }

  @inline(__always)
  private static func copy32(_ base: UnsafeRawPointer, _ index: UInt64, to end: UnsafeMutableRawPointer) -> Int {
    let slot = base + Int(truncatingIfNeeded: index) &* 32
    end.storeBytes(of: slot.loadUnaligned(as: SIMD32<UInt8>.self), as: SIMD32<UInt8>.self)
    return Int(slot.load(fromByteOffset: 30, as: UInt16.self))
  }

  @inline(__always)
  private static func copy64(_ base: UnsafeRawPointer, _ index: UInt64, to end: UnsafeMutableRawPointer) -> Int {
    let slot = base + Int(truncatingIfNeeded: index) &* 64
    end.storeBytes(of: slot.loadUnaligned(as: SIMD64<UInt8>.self), as: SIMD64<UInt8>.self)
    return Int(slot.load(fromByteOffset: 62, as: UInt16.self))
  }

  @inline(__always)
  private static func copy128(_ base: UnsafeRawPointer, _ index: UInt64, to end: UnsafeMutableRawPointer) -> Int {
    let slot = base + Int(truncatingIfNeeded: index) &* 128
    end.copyMemory(from: slot, byteCount: 126)
    return Int(slot.load(fromByteOffset: 126, as: UInt16.self))
  }

  /// The first of the `count` ascending thresholds that is not below `drawn`.
  private static func weigh(_ thresholds: UnsafeRawPointer, _ count: Int, _ drawn: UInt64) -> Int {
    var (low, high) = (0, count - 1)
    while low < high {
      let middle = (low + high) / 2
      if thresholds.load(fromByteOffset: middle * 8, as: UInt64.self) > drawn {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low
  }

  /// The number of elements of a list, the same wherever it is used in a message.
  @inline(__always)
  private static func elements(_ messageKey: UInt64, _ operation: Operation) -> UInt64 {
    var random = MessageRandom(state: MessageRandom.placeholderState(messageKey, operation.c))
    return operation.a &+ random.below(operation.b)
  }

  /// Writes the moment, in microseconds since 1970, by the pattern at an address, with the offset from UTC there.
  @inline(never)
  private func writeMoment(_ address: UInt64, _ moment: Int64, to end: UnsafeMutableRawPointer) -> Int {
    let pattern = Self.at(address)
    let length = Int(pattern.load(as: UInt32.self))
    let offset = Int(pattern.load(fromByteOffset: 4, as: Int32.self))
    return TimePattern.write(
      moment, offset: offset, by: UnsafeRawBufferPointer(start: pattern + 8, count: length), to: end, pairs)
  }

  /// Writes the time by the pattern; without one in ISO 8601, in UTC and with milliseconds.
  private func writeDue(
    _ due: Int64, _ count: Int, _ pattern: UnsafeRawPointer, to end: UnsafeMutableRawPointer
  ) -> Int {
    let moment = (startedAt &+ due / 1_000_000) &* 1000
    guard count == 0 else {
      return TimePattern.write(
        moment, by: UnsafeRawBufferPointer(start: pattern, count: count), to: end, pairs)
    }
    let iso: StaticString = "%Y-%m-%dT%H:%M:%S.%f"
    let length = TimePattern.write(
      moment, by: UnsafeRawBufferPointer(start: iso.utf8Start, count: iso.utf8CodeUnitCount), to: end, pairs)
    // Microseconds have three digits too many.
    end.storeBytes(of: UInt8(ascii: "Z"), toByteOffset: length - 3, as: UInt8.self)
    return length - 2
  }
}

/// The list that is being written, and the unique value.
private struct ListState: BitwiseCopyable {
  var element: UInt64 = 0
  var elements: UInt64 = 0
  /// The index of which the parts of a unique value take theirs.
  var rest: UInt64 = 0
}

/// The position in a program, and what was drawn.
private struct ListStep {
  var end: UnsafeMutableRawPointer
  var index: Int
  var chosen: Int
  var random: MessageRandom

  init(_ end: UnsafeMutableRawPointer, _ index: Int, _ chosen: Int, _ random: MessageRandom) {
    self.end = end
    self.index = index
    self.chosen = chosen
    self.random = random
  }
}
