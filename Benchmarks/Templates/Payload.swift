import Glibc

/// A file of `Benchmarks/Payloads`, relative to the folder from which the benchmark is started.
enum Payload {
  /// The file's bytes without the line break at its end.
  static func bytes(_ name: String) throws(BenchmarkError) -> [UInt8] {
    guard let file = fopen("Benchmarks/Payloads/\(name)", "r") else {
      throw BenchmarkError("Benchmarks/Payloads/\(name) cannot be read: run Benchmarks/templates.sh")
    }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = bytes.withUnsafeMutableBytes { fread($0.baseAddress, 1, $0.count, file) }
    bytes.removeSubrange(count...)
    if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    return bytes
  }
}
