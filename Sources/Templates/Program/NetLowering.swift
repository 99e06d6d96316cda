/// The operations of names and addresses of the network, and of files.
extension CallLowering {
  /// A domain with so many words before the top-level one.
  static func domain(levels: Int64) -> String {
    String(repeating: "{plainLast}.", count: Int(max(levels - 1, 0))) + "{domain}"
  }

  mutating func email(isSafe: Bool, domain: String?) {
    guard let domain else { return fill([isSafe ? "{user}@{mailDomain}" : "{user}@{domain}"]) }
    fill(["{user}@"])
    builder.literal(domain)
  }

  mutating func url(_ schemes: [String]?, _ rests: [String]) {
    guard let schemes else { return fill(rests.flatMap { ["https://" + $0, "http://" + $0] }) }
    builder.pick(schemes.map { Array($0.utf8) })
    builder.literal("://")
    fill(rests)
  }

  static func pathFormats(deep: Int64?) -> [String] {
    (deep.map { Int($0)...Int($0) } ?? 1...3).map { count in
      Array(repeating: "{uriWord}", count: count).joined(separator: "/")
    }
  }

  static func uriFormats(deep: Int64?) -> [String] {
    let paths = pathFormats(deep: deep)
    let rests = paths.map { $0 + "/{uriPage}{uriExtension}" } + (deep == nil ? ["{uriPage}{uriExtension}", ""] : [])
    return rests.flatMap { ["{domain}/" + $0, "www.{domain}/" + $0] }
  }

  mutating func image(width: Int64?, height: Int64?) {
    fill(["https://{domain}/"])
    width.map { builder.literal(String($0)) } ?? integer(1, 1024)
    builder.literal("x")
    height.map { builder.literal(String($0)) } ?? integer(1, 1024)
  }

  /// The statuses that IANA has registered.
  static let assignedStatuses: [Int64] =
    Array(100...103) + Array(200...208) + [226] + Array(300...305) + [307, 308] + Array(400...417)
    + Array(421...426) + [428, 429, 431, 451] + Array(500...508) + [510, 511]

  // MARK: Addresses

  mutating func address(_ blocks: [NetworkBlock], _ isNetwork: Bool) {
    choose(of: blocks.count) { lowering, index in
      let block = blocks[index]
      guard isNetwork else { return lowering.octets(block, prefix: 32) }
      let prefixes = Array(block.prefix...32)
      lowering.choose(of: prefixes.count) { lowering, index in
        lowering.octets(block, prefix: prefixes[index])
        lowering.builder.literal("/\(prefixes[index])")
      }
    }
  }

  /// Four octets, of which the bits after the prefix are 0.
  private mutating func octets(_ block: NetworkBlock, prefix: Int) {
    if block.first == Array(0...255) {
      integer(0, 255)
    } else if block.first.count > 1 {
      builder.pick(block.first.map { Array(String($0).utf8) })
    } else {
      builder.literal(String(block.first.first ?? 0))
    }
    for (index, range) in [block.second, 0...255, 0...255].enumerated() {
      builder.literal(".")
      let bits = min(max(prefix - 8 * (index + 1), 0), 8)
      if bits == 0 { builder.literal("0") } else { octet(range, step: 1 << Int64(8 - bits)) }
    }
  }

  private mutating func octet(_ range: ClosedRange<Int64>, step: Int64) {
    if range.count == 1 { return builder.literal(String(range.lowerBound)) }
    integer(range.lowerBound, range.upperBound, step: step)
  }

  mutating func longAddress(isNetwork: Bool) {
    guard isNetwork else { return words(8) }
    choose(of: 7) { lowering, index in
      lowering.words(index + 1)
      lowering.builder.literal("::/\((index + 1) * 16)")
    }
  }

  private mutating func words(_ count: Int) {
    for index in 0..<count {
      if index > 0 { builder.literal(":") }
      builder.append(Operation(code: .hexWord), longest: 4)
    }
  }

  // MARK: Files

  static func fileEnds(_ category: String?) -> [String] {
    let all = ["audio", "image", "office", "text", "video"]
    return all.filter { category == nil || $0 == category }.map {
      "{file\($0.prefix(1).uppercased())\($0.dropFirst())}"
    }
  }

  static func mediaTypes(_ category: String?) -> [String] {
    let all = ["application", "audio", "image", "text", "video"]
    return all.filter { category == nil || $0 == category }.map {
      "{mime\($0.prefix(1).uppercased())\($0.dropFirst())}"
    }
  }

  /// An extension that is empty is left out with its dot.
  mutating func fileName(_ category: String?, _ ending: String?) {
    fill(["{words}"])
    if ending == "" { return }
    builder.literal(".")
    if let ending { builder.literal(ending) } else { fill(Self.fileEnds(category)) }
  }

  mutating func filePath(_ values: Arguments) {
    if values.flag(3) { builder.literal("/") }
    for _ in 0..<values.integer(0) { fill(["{words}/"]) }
    fileName(values.optionalText(1), values.optionalText(2))
  }
}

/// Networks of IPv4 that are alike: the first octets, and the bounds of the second.
struct NetworkBlock {
  var first: [Int]
  var second: ClosedRange<Int64> = 0...255
  /// The shortest prefix of a network in it.
  var prefix = 8

  /// First octets with a part that is reserved (IANA's registry of special addresses), beside those from 224 on.
  private static let reserved: Set<Int> = [0, 10, 100, 127, 169, 172, 192, 198, 203]
  private static let classes: [String: ClosedRange<Int>] = ["a": 0...127, "b": 128...191, "c": 192...223]

  /// The networks of a class, or of all; private or public ones, or both.
  static func blocks(of name: String?, isPrivate: Bool?) -> [NetworkBlock] {
    let wanted = name.flatMap { classes[$0] } ?? 0...255
    switch isPrivate {
    case true?:
      return [
        NetworkBlock(first: [10]), NetworkBlock(first: [172], second: 16...31, prefix: 12),
        NetworkBlock(first: [192], second: 168...168, prefix: 16),
      ].filter { wanted.contains($0.first[0]) }
    case false?: return [NetworkBlock(first: wanted.filter { $0 < 224 && !reserved.contains($0) })]
    case nil: return [NetworkBlock(first: Array(wanted))]
    }
  }
}
