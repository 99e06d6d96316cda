/// The random generator of one placeholder of one message, independent of what was drawn before: its state is made of the
/// seed, the stage's name, the message's number and the placeholder's number, each step a bijection of 64 bits (the
/// finaliser of SplitMix64, Steele, Lea and Flood 2014, in Stafford's variant 13). So two messages of a stage never have the
/// same state, and the messages' states are SplitMix64's own sequence, which passes BigCrush. From there wyrand (Wang Yi)
/// draws: one multiplication per number; it passes BigCrush and PractRand as well. It is not cryptographic: the seed gives
/// every message.
@frozen public struct MessageRandom {
  @usableFromInline var state: UInt64

  @inlinable public init(state: UInt64) { self.state = state }

  /// The key of a stage.
  package static func stageKey(seed: UInt64, stageName: String) -> UInt64 {
    mixed(mixed(seed) &+ fnvHash(stageName))
  }

  @inlinable @inline(__always)
  public static func messageKey(_ stageKey: UInt64, _ number: UInt64) -> UInt64 {
    mixed(stageKey &+ number &* 0x9e37_79b9_7f4a_7c15)
  }

  @inlinable @inline(__always)
  public static func placeholderState(_ messageKey: UInt64, _ placeholder: UInt64) -> UInt64 {
    mixed(messageKey &+ placeholder &* 0xd1b5_4a32_d192_ed03)
  }

  @inlinable @inline(__always)
  public static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  @inlinable @inline(__always)
  public mutating func next() -> UInt64 {
    state &+= 0xa076_1d64_78bd_642f
    let product = state.multipliedFullWidth(by: state ^ 0xe703_7ed1_a0b4_28db)
    return product.high ^ product.low
  }

  /// A number in 0 ..< bound, by the upper half of a product (Lemire 2019) without its rejection: a number is drawn too often
  /// by at most bound / 2^64. A bound of 0 means 2^64.
  @inlinable @inline(__always)
  public mutating func below(_ bound: UInt64) -> UInt64 {
    bound == 0 ? next() : next().multipliedFullWidth(by: bound).high
  }

  /// A number in 0 ..< 1, in steps of 2^-53.
  @inlinable @inline(__always)
  public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}

/// The texts of a template, and what else is drawn for a message: each draws independently of the others.
package enum TextPart: UInt64 {
  case key = 1
  case value = 2
  case mix = 3
  case size = 4
  case rows = 5
  case unique = 6
  /// The arrivals of a stage, which are not drawn for a message.
  case arrivals = 7
  case partition = 8
  /// The first header; the others follow.
  case header = 16
}
