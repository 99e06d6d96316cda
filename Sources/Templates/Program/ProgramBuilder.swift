/// Collects operations and the bytes they refer to, and computes the most bytes that they can write.
struct ProgramBuilder {
  /// The most bytes of a text: more than a message can have.
  static let mostBytes = 16 << 20
  static let mostOperations = 200_000
  static let mostMarks = 32

  private(set) var operations: [Operation] = []
  private(set) var pool: [UInt8] = []
  /// Operations whose a, b or c is an offset in the pool until the pool has an address.
  private var relocations: [(operation: Int, field: WritableKeyPath<Operation, UInt64>)] = []
  /// The most bytes so far.
  private(set) var capacity = 0
  /// The bytes of the longest text that a step has to move.
  private(set) var scratch = 0
  /// The context of literals; a text that steps change is escaped after them.
  var context = EscapeContext.plain
  /// True if something was written that may need an escape.
  var isUnsafe = false
  /// Marks in use.
  var depth = 0
  /// True while the placeholders of a list's elements are written.
  var isElement = false
  /// The fewest values that a unique placeholder has; the greatest number where there is none.
  private(set) var uniqueValues = UInt64.max
  /// The number of expressions so far: the limit also ends expressions that write nothing.
  private var expressions = 0
  /// True if there are more bytes or operations than are allowed.
  private(set) var isTooLarge = false

  // MARK: Operations

  mutating func append(_ operation: Operation, longest: Int, pooled fields: [WritableKeyPath<Operation, UInt64>] = []) {
    for field in fields { relocations.append((operations.count, field)) }
    operations.append(operation)
    grow(longest)
  }

  mutating func beginExpression() {
    expressions += 1
    if expressions > Self.mostOperations { isTooLarge = true }
  }

  mutating func literal(_ bytes: [UInt8], escapes: Bool = true) {
    let bytes = escapes ? context.escaped(bytes) : bytes
    guard !bytes.isEmpty else { return }
    let code: Operation.Code = bytes.count <= 16 ? .literal16 : bytes.count <= 32 ? .literal32 : .literal
    append(
      Operation(code: code, count: UInt32(truncatingIfNeeded: bytes.count), a: store(bytes)), longest: bytes.count,
      pooled: [\.a])
  }

  mutating func literal(_ text: String) { literal(Array(text.utf8)) }

  /// Starts the random numbers of placeholder `number`, in a list those of the current element.
  mutating func seed(_ number: UInt64) {
    append(Operation(code: isElement ? .elementSeed : .seed, a: number), longest: 0)
  }

  /// Writes one of the table's texts, the chosen one or a random one.
  mutating func pick(_ table: FakerTable, isChosen: Bool = false) {
    if !table.isSafe.contains(context) { isUnsafe = true }
    let code = Self.copying(stride: table.stride, isChosen: isChosen)
    append(
      Operation(code: code, a: UInt64(UInt(bitPattern: table.base)), b: UInt64(table.count)), longest: table.longest)
  }

  /// Writes one of `entries`, the chosen one or a random one.
  mutating func pick(_ entries: [[UInt8]], isChosen: Bool = false) {
    let entries = entries.map(context.escaped)
    let longest = entries.map(\.count).max() ?? 0
    guard longest <= FakerTable.longestEntry else { return pickLong(entries, isChosen: isChosen) }
    let stride = FakerTable.stride(longest: longest)
    var slots = [UInt8](repeating: 0, count: entries.count * stride)
    slots.withUnsafeMutableBytes { bytes in
      if let base = bytes.baseAddress { FakerTable.fill(base, stride: stride, with: entries) }
    }
    let code = Self.copying(stride: stride, isChosen: isChosen)
    append(Operation(code: code, a: store(slots), b: UInt64(entries.count)), longest: longest, pooled: [\.a])
  }

  private static func copying(stride: Int, isChosen: Bool) -> Operation.Code {
    switch stride {
    case 32: isChosen ? .slot32 : .pick32
    case 64: isChosen ? .slot64 : .pick64
    default: isChosen ? .slot128 : .pick128
    }
  }

  private mutating func pickLong(_ entries: [[UInt8]], isChosen: Bool) {
    if !isChosen { choose(entries.count) }
    branch(entries.count) { builder, index in builder.literal(entries[index], escapes: false) }
  }

  mutating func choose(_ count: Int) { append(Operation(code: .choose, b: UInt64(count)), longest: 0) }

  /// Chooses an index by weight.
  mutating func weigh(_ weights: [Double]) {
    let total = weights.reduce(0, +)
    var sum = 0.0
    var thresholds: [UInt64] = weights.map { weight in
      sum += weight
      let share = sum / total
      return share >= 1 ? .max : UInt64(share * 0x1p64)
    }
    if let last = weights.lastIndex(where: { $0 > 0 }) {
      for index in last..<thresholds.count { thresholds[index] = .max }
    }
    let bytes = thresholds.flatMap { threshold in withUnsafeBytes(of: threshold) { Array($0) } }
    append(Operation(code: .weigh, a: store(bytes), b: UInt64(weights.count)), longest: 0, pooled: [\.a])
  }

  /// Writes the chosen one of `count` alternatives.
  mutating func branch(_ count: Int, _ write: (inout ProgramBuilder, Int) -> Void) {
    let table = store([UInt8](repeating: 0, count: count * 4))
    append(Operation(code: .branch, a: table), longest: 0, pooled: [\.a])
    var jumps: [Int] = []
    let before = capacity
    var longest = before
    for index in 0..<count {
      let start = UInt32(truncatingIfNeeded: operations.count)
      withUnsafeBytes(of: start) { bytes in
        for (offset, byte) in bytes.enumerated() { pool[Int(table) + index * 4 + offset] = byte }
      }
      capacity = before
      write(&self, index)
      longest = max(longest, capacity)
      jumps.append(operations.count)
      append(Operation(code: .jump), longest: 0)
    }
    capacity = longest
    for jump in jumps { operations[jump].a = UInt64(operations.count) }
  }

  // MARK: Lists

  /// A list whose elements are being written.
  struct OpenList {
    fileprivate var operation: Int
    fileprivate var capacity: Int
    fileprivate var most: UInt64
  }

  /// Begins a list whose number of elements is drawn by placeholder `number`; what is appended until `end` is the element.
  mutating func beginList(_ counts: ClosedRange<UInt64>, number: UInt64) -> OpenList {
    let list = OpenList(operation: operations.count, capacity: capacity, most: counts.upperBound)
    append(
      Operation(code: .list, a: counts.lowerBound, b: counts.upperBound - counts.lowerBound + 1, c: number), longest: 0)
    isElement = true
    return list
  }

  /// Ends a list, with `separator` between its elements.
  mutating func end(_ list: OpenList, separator: String) {
    isElement = false
    let next = operations.count
    append(Operation(code: .nextElement), longest: 0)
    literal(separator)
    append(Operation(code: .jump, a: UInt64(list.operation + 1)), longest: 0)
    operations[list.operation].count = UInt32(truncatingIfNeeded: operations.count)
    operations[next].a = UInt64(operations.count)
    let (all, overflow) = (capacity - list.capacity).multipliedReportingOverflow(by: Int(clamping: list.most))
    capacity = list.capacity
    if overflow { isTooLarge = true } else { grow(all) }
  }

  // MARK: Unique values

  /// Numbers the messages from 0 to below `count`, each number once, in an order by `key`.
  mutating func permute(_ count: UInt64, key: UInt64) {
    uniqueValues = min(uniqueValues, count)
    append(
      Operation(code: .permute, a: store(value: UniqueNumbers(count: count, key: key))), longest: 0, pooled: [\.a])
  }

  /// Writes with `write` one operation that draws a number, and replaces the draw by the message's own number.
  mutating func permuteDraw(key: UInt64, _ write: (inout ProgramBuilder) -> Void) {
    let first = operations.count
    permute(.max, key: key)
    let law = operations[first].a
    let before = uniqueValues
    write(&self)
    for index in first..<operations.count {
      let code = operations[index].code
      guard code == .integer || code == .moment else { continue }
      operations[index].code = code == .integer ? .chosenInteger : .chosenMoment
      // A bound of 0 is 2^64.
      let count = operations[index].b == 0 ? .max : operations[index].b
      uniqueValues = min(before, count)
      withUnsafeBytes(of: UniqueNumbers(count: count, key: key)) { bytes in
        for (offset, byte) in bytes.enumerated() { pool[Int(law) + offset] = byte }
      }
    }
  }

  /// Appends a step that changes the bytes since a mark: to at most `growth` times as many, plus `more`.
  mutating func step(
    _ operation: Operation, since start: Int, growth: Int = 1, more: Int = 0,
    pooled: [WritableKeyPath<Operation, UInt64>] = []
  ) {
    let (product, overflow) = (capacity - start).multipliedReportingOverflow(by: growth)
    append(operation, longest: 0, pooled: pooled)
    if overflow { isTooLarge = true } else { grow(product + more - (capacity - start)) }
    scratch = max(scratch, capacity - start)
  }

  private mutating func grow(_ bytes: Int) {
    capacity += max(bytes, 0)
    if capacity > Self.mostBytes || operations.count > Self.mostOperations || pool.count > Self.mostBytes
      || depth > Self.mostMarks
    {
      isTooLarge = true
      capacity = min(capacity, Self.mostBytes)
    }
  }

  // MARK: The pool

  /// Stores bytes at an offset that is a multiple of 64, and returns it.
  mutating func store(_ bytes: [UInt8]) -> UInt64 {
    pool += [UInt8](repeating: 0, count: -pool.count & 63)
    let offset = pool.count
    pool += bytes
    return UInt64(offset)
  }

  mutating func store<Value: BitwiseCopyable>(value: Value) -> UInt64 {
    store(withUnsafeBytes(of: value) { Array($0) })
  }

  // MARK: Checkpoints

  struct Checkpoint {
    fileprivate var operations, pool, relocations, capacity, scratch, depth: Int
    fileprivate var isUnsafe, isTooLarge: Bool
  }

  var checkpoint: Checkpoint {
    Checkpoint(
      operations: operations.count, pool: pool.count, relocations: relocations.count, capacity: capacity,
      scratch: scratch, depth: depth, isUnsafe: isUnsafe, isTooLarge: isTooLarge)
  }

  mutating func goBack(to checkpoint: Checkpoint) {
    operations.removeSubrange(checkpoint.operations...)
    pool.removeSubrange(checkpoint.pool...)
    relocations.removeSubrange(checkpoint.relocations...)
    capacity = checkpoint.capacity
    scratch = checkpoint.scratch
    depth = checkpoint.depth
    isUnsafe = checkpoint.isUnsafe
    isTooLarge = checkpoint.isTooLarge
  }

  // MARK: The end

  /// The operations with addresses in `memory`, which holds the pool.
  func located(in memory: UnsafeRawPointer) -> [Operation] {
    var located = operations
    for (operation, field) in relocations { located[operation][keyPath: field] += UInt64(UInt(bitPattern: memory)) }
    return located
  }
}
