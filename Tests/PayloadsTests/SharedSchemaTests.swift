import Payloads
import Testing

/// One schema, shared by tasks with a validator each.
@Suite struct SharedSchemaTests {
  @Test func json() async throws {
    let schema = try JSONSchema(Array(#"{"items":{"pattern":"^a+$"},"uniqueItems":true}"#.utf8), path: "a") { _ in nil }
    let counts = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          guard let validator = JSONSchemaValidator(schema) else { return 0 }
          return (0..<500).count { index in
            let text = index % 2 == 0 ? "[\"a\",\"aa\"]" : "[\"a\",\"b\"]"
            return Array(text.utf8).withUnsafeBytes { validator.failure(in: $0) } == nil
          }
        }
      }
      return await group.reduce(into: [Int]()) { $0.append($1) }
    }
    #expect(counts == [250, 250, 250, 250])
  }

  @Test func xml() async throws {
    let schema = try XMLSchema(Array(XMLSchemaTests.order.utf8), path: "schemas/order.xsd") {
      XMLSchemaTests.files[$0].map { Array($0.utf8) }
    }
    let counts = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          guard let validator = XMLSchemaValidator(schema) else { return 0 }
          return (0..<500).count { index in
            let text = "<order id='\(index)'><age>\(17 + index % 2)</age></order>"
            return Array(text.utf8).withUnsafeBytes { validator.fault(in: $0) } == nil
          }
        }
      }
      return await group.reduce(into: [Int]()) { $0.append($1) }
    }
    #expect(counts == [250, 250, 250, 250])
  }
}
