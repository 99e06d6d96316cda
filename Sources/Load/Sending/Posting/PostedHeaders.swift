internal import Kafka
internal import Posting
internal import Scenarios

/// The headers of a message as HTTP has them, in a buffer that is used again.
struct PostedHeaders: ~Copyable {
  private static let contentType: StaticString = "Content-Type"

  private let headers: FixedArray<PostedHeader>
  private let contentTypes: [StaticString?]

  /// - Parameters:
  ///   - most: as many as a template of the stage has.
  ///   - contentTypes: by template, for messages without one of their own.
  init(most: Int, contentTypes: [StaticString?]) {
    self.contentTypes = contentTypes
    headers = FixedArray(repeating: Self.header(Self.contentType), count: most + 1)
  }

  private static func header(_ value: StaticString) -> PostedHeader {
    PostedHeader(
      name: UnsafeRawPointer(contentType.utf8Start).assumingMemoryBound(to: CChar.self),
      nameCount: contentType.utf8CodeUnitCount,
      value: UnsafeRawBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount))
  }

  /// Those of a message, and the content type of its template unless it has one. Valid until the next message.
  func of(_ written: UnsafeBufferPointer<UserHeader>, template: Int) -> UnsafeBufferPointer<PostedHeader> {
    var count = 0
    var type = contentTypes.indices.contains(template) ? contentTypes[template] : nil
    for header in written {
      headers[count] = PostedHeader(name: header.name, nameCount: header.nameCount, value: header.value)
      count += 1
      if Self.isContentType(header.name, header.nameCount) { type = nil }
    }
    if let type {
      headers[count] = Self.header(type)
      count += 1
    }
    return UnsafeBufferPointer(start: headers.base, count: count)
  }

  private static func isContentType(_ name: UnsafePointer<CChar>, _ count: Int) -> Bool {
    guard count == contentType.utf8CodeUnitCount else { return false }
    for place in 0..<count where UInt8(bitPattern: name[place]) | 0x20 != contentType.utf8Start[place] | 0x20 {
      return false
    }
    return true
  }
}
