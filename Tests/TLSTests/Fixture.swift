import Glibc
import Testing

/// A store of `Fixtures`, which `Fixtures/make` has made.
enum Fixture {
  static let folder = #filePath.dropLast("Fixture.swift".count) + "Fixtures"

  static func bytes(_ name: String) throws -> [UInt8] {
    let descriptor = open("\(folder)/\(name)", O_RDONLY)
    try #require(descriptor >= 0, "\(name)")
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(descriptor, &bytes, bytes.count)
    try #require(count > 0 && count < bytes.count, "\(name)")
    return Array(bytes.prefix(count))
  }
}
