import Dispatch
import Rehearsal
import Scenarios
import Synchronization
import Templates
import Testing

/// Every byte of message n (key, headers and value) depends on n alone, not on the producer that renders it or on what it has
/// rendered before: tested for every stage of the examples.
@Suite struct RepeatableMessageTests {
  static let seed: UInt64 = 20_240_229

  /// A fault of a producer that the tests must notice.
  enum Sabotage: CaseIterable {
    /// Draws by another seed; counts the messages it has rendered instead of those of the stage.
    case anotherSeed, ownCount
  }

  /// Each message that a producer renders is put where its number is.
  private static func rendered(
    _ recipe: RenderRecipe, _ numbers: [UInt64], due: (UInt64) -> Int64 = Self.due, _ sabotage: Sabotage? = nil
  ) -> [(UInt64, RenderedMessage)] {
    var recipe = recipe
    if sabotage == .anotherSeed { recipe.context.seed &+= 1 }
    var renderer = recipe.renderer()
    return numbers.enumerated().map { index, number in
      renderer.render(sabotage == .ownCount ? UInt64(index) : number, due: due(number))
      return (number, RenderedMessage(renderer))
    }
  }

  private static func due(_ number: UInt64) -> Int64 { Int64(number) * 1_000_000 }

  private static func ordered(_ messages: [(UInt64, RenderedMessage)]) -> [RenderedMessage] {
    messages.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// The numbers of the messages that differ or are missing.
  private static func different(_ messages: [RenderedMessage], _ alone: [RenderedMessage]) -> [Int] {
    (0..<max(messages.count, alone.count)).filter { number in
      guard number < min(messages.count, alone.count) else { return true }
      return messages[number] != alone[number]
    }
  }

  /// The shares of `producers` in `count` messages: in turn, in blocks, and at random.
  private static func shares(_ count: UInt64, among producers: Int, _ chance: inout FixedChance) -> [[[UInt64]]] {
    let numbers = 0..<count
    let random = numbers.map { _ in Int(chance.next() % UInt64(producers)) }
    return [
      (0..<producers).map { producer in numbers.filter { Int($0) % producers == producer } },
      (0..<producers).map { producer in numbers.filter { Int($0 / 32) % producers == producer } },
      (0..<producers).map { producer in numbers.filter { random[Int($0)] == producer } },
    ]
  }

  /// Renders all shares at the same time, each producer on a queue and so a thread of its own.
  private static func together(
    _ recipe: RenderRecipe, _ shares: [[UInt64]], _ sabotage: Sabotage? = nil
  ) -> [RenderedMessage] {
    let all = Mutex<[(UInt64, RenderedMessage)]>([])
    let group = DispatchGroup()
    let gate = DispatchSemaphore(value: 0)
    for (producer, numbers) in shares.enumerated() {
      DispatchQueue(label: "producer \(producer)").async(group: group) {
        gate.wait()
        // One faulty producer is enough.
        let part = rendered(recipe, numbers, producer == shares.count - 1 ? sabotage : nil)
        all.withLock { $0 += part }
      }
    }
    for _ in shares { gate.signal() }
    group.wait()
    return all.withLock { ordered($0) }
  }

  @Test(arguments: ExampleStage.all, [1, 2, 8]) func withAnyNumberOfProducers(
    _ stage: ExampleStage, _ producers: Int
  ) throws {
    let recipe = try stage.recipe()
    let alone = Self.rendered(recipe, Array(0..<400)).map(\.1)
    var chance = FixedChance(state: Self.seed)
    for shares in Self.shares(400, among: producers, &chance) {
      #expect(Self.different(Self.together(recipe, shares), alone) == [], "seed \(Self.seed)")
    }
  }

  /// Renderers that take turns on one thread, so that shared buffers would show in the messages.
  @Test(arguments: ExampleStage.all) func withOtherRenderersInBetween(_ stage: ExampleStage) throws {
    let recipe = try stage.recipe()
    let alone = Self.rendered(recipe, Array(0..<400)).map(\.1)
    var first = recipe.renderer()
    var second = recipe.renderer()
    for number: UInt64 in 0..<400 {
      if number % 2 == 0 { first.render(number, due: Self.due(number)) }
      second.render(399 - number, due: Self.due(399 - number))
      if number % 2 == 1 { first.render(number, due: Self.due(number)) }
      let isSame = RenderedMessage(first) == alone[Int(number)] && RenderedMessage(second) == alone[Int(399 - number)]
      #expect(isSame, "message \(number) or \(399 - number)")
    }
  }

  /// Random orders of messages from the stage's first ones and from far beyond its end, by one and the same renderer.
  @Test(arguments: ExampleStage.all) func inAThousandOrders(_ stage: ExampleStage) throws {
    let recipe = try stage.recipe()
    let near = (0..<8 as Range<UInt64>).map { $0 }
    var numbers = near + [127, 128, 999, 1000, 65_535, 4_294_967_296, 4_294_967_297, 1_000_000_000_000]
    let alone = Dictionary(uniqueKeysWithValues: Self.rendered(recipe, numbers))
    var chance = FixedChance(state: Self.seed)
    var renderer = recipe.renderer()
    var different: Set<UInt64> = []
    for _ in 0..<1000 {
      numbers.shuffle(using: &chance)
      for number in numbers {
        renderer.render(number, due: Self.due(number))
        if RenderedMessage(renderer) != alone[number] { different.insert(number) }
      }
    }
    #expect(different == [], "seed \(Self.seed)")
  }

  /// `rehearse render --stage S --seq N` prints what the stage sends as its message N.
  @Test(arguments: ExampleStage.all) func alsoByRender(_ stage: ExampleStage) throws {
    let scenario = try stage.scenario()
    let listing = MessageListing(
      scenario, stage: stage.index, run: try stage.run(of: scenario), showsKeys: true, showsHeaders: true)
    let recipe = try stage.recipe()
    let schedule = scenario.stages[stage.index].schedule
    let sent = Self.rendered(recipe, Array(0..<100)) { schedule.due($0).count }
    var different: [UInt64] = []
    for (number, message) in sent {
      var printed: [UInt8] = []
      listing.list(number..<number + 1) { bytes in
        printed += bytes
        return true
      }
      if printed != message.line { different.append(number) }
    }
    #expect(different == [])
  }

  /// One faulty producer is noticed. Messages with counters alone are the same with any seed.
  @Test(arguments: ExampleStage.all, Sabotage.allCases) func aFaultIsNoticed(
    _ stage: ExampleStage, _ sabotage: Sabotage
  ) throws {
    let recipe = try stage.recipe()
    let alone = Self.rendered(recipe, Array(0..<400)).map(\.1)
    let isDrawn = alone != Self.rendered(recipe, Array(0..<400), .anotherSeed).map(\.1)
    let draws = ["system-a-phase-2", "templates"].contains(stage.file)
    if draws { #expect(isDrawn) }
    guard isDrawn || sabotage == .ownCount else { return }
    var chance = FixedChance(state: Self.seed)
    for shares in Self.shares(400, among: 8, &chance) {
      #expect(!Self.different(Self.together(recipe, shares, sabotage), alone).isEmpty)
    }
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014).
struct FixedChance: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
