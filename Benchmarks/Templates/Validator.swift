import Glibc
import Payloads

/// A file of `Benchmarks/Payloads`, beside the folder from which the benchmark is started.
enum Payload {
  /// Without the line break at its end.
  static func bytes(_ name: String) throws(BenchmarkFault) -> [UInt8] {
    guard let file = fopen("Benchmarks/Payloads/\(name)", "r") else {
      throw BenchmarkFault("Benchmarks/Payloads/\(name) cannot be read: start this by Benchmarks/templates.sh")
    }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = bytes.withUnsafeMutableBytes { fread($0.baseAddress, 1, $0.count, file) }
    bytes.removeSubrange(count...)
    if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    return bytes
  }
}

/// Holds messages to a schema.
enum Validator {
  case json(JSONSchemaValidator)
  case xml(XMLSchemaValidator)

  init(_ name: String) throws(BenchmarkFault) {
    let bytes = try Payload.bytes(name)
    do {
      if name.hasSuffix(".xsd") {
        guard let validator = XMLSchemaValidator(try XMLSchema(bytes, path: name) { _ in nil }) else {
          throw BenchmarkFault("not enough memory")
        }
        self = .xml(validator)
      } else {
        guard let validator = JSONSchemaValidator(try JSONSchema(bytes, path: name) { _ in nil }) else {
          throw BenchmarkFault("not enough memory")
        }
        self = .json(validator)
      }
    } catch {
      throw BenchmarkFault("\(name): \(error)")
    }
  }

  /// Why it is refused; nil where it is valid.
  func fault(in message: UnsafeRawBufferPointer) -> String? {
    switch self {
    case .json(let validator): validator.failure(in: message)?.description
    case .xml(let validator): validator.fault(in: message)?.sentence
    }
  }
}
