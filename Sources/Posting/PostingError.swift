/// The reason why a posting client cannot be made.
package enum PostingError: Error, Equatable, Sendable {
  /// The address is not one of HTTP, or libcurl lacks what a setting needs.
  case refused
  /// The name or the value of this header cannot be one, or the client writes the header itself.
  case header(String)
  /// The system has no descriptor left; its error number.
  case noDescriptor(Int32)
  case noMemory
}
