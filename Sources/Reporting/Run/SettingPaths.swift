internal import FoundationEssentials
package import Scenarios

/// The values of a resolved scenario by their paths, so that two of them can be compared value by value.
package struct SettingPaths: Sendable {
  package private(set) var texts: [String: String] = [:]
  /// In the order of the scenario's parts as they are saved.
  package private(set) var paths: [String] = []

  /// Every value; a list's element is named by its own name where it has one.
  package init(_ scenario: ResolvedScenario) {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = .sortedKeys
    guard let bytes = try? encoder.encode(scenario), let tree = try? JSONDecoder().decode(Tree.self, from: bytes) else {
      return
    }
    add(tree, at: "")
  }

  /// The paths at which `self` and `other` differ, those of `self` first.
  package func differences(from other: SettingPaths) -> [String] {
    paths.filter { texts[$0] != other.texts[$0] } + other.paths.filter { texts[$0] == nil }
  }

  private mutating func add(_ tree: Tree, at path: String) {
    switch tree {
    case .text(let text):
      texts[path] = text
      paths.append(path)
    case .list(let elements):
      for (index, element) in elements.enumerated() {
        guard case .mapping(var members) = element, case .text(let name)? = members.removeValue(forKey: "name") else {
          add(element, at: joined(path, String(index)))
          continue
        }
        // A property is a name and its value.
        if members.count == 1, let value = members["value"] {
          add(value, at: joined(path, name))
        } else {
          add(.mapping(members), at: joined(path, name))
        }
      }
    case .mapping(let members):
      for (key, member) in members.sorted(by: { $0.key < $1.key }) { add(member, at: joined(path, key)) }
    }
  }

  private func joined(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}

/// Any JSON; numbers and words as their text.
private indirect enum Tree: Decodable {
  case text(String)
  case list([Tree])
  case mapping([String: Tree])

  init(from decoder: any Decoder) throws {
    if let members = try? decoder.container(keyedBy: AnyKey.self) {
      var mapping: [String: Tree] = [:]
      for key in members.allKeys { mapping[key.stringValue] = try members.decode(Tree.self, forKey: key) }
      self = .mapping(mapping)
    } else if var elements = try? decoder.unkeyedContainer() {
      var list: [Tree] = []
      while !elements.isAtEnd { list.append(try elements.decode(Tree.self)) }
      self = .list(list)
    } else {
      self = .text(try Self.scalar(decoder.singleValueContainer()))
    }
  }

  private static func scalar(_ value: any SingleValueDecodingContainer) throws -> String {
    if value.decodeNil() { return "null" }
    if let flag = try? value.decode(Bool.self) { return flag ? "true" : "false" }
    if let whole = try? value.decode(Int64.self) { return String(whole) }
    if let whole = try? value.decode(UInt64.self) { return String(whole) }
    if let number = try? value.decode(Double.self) { return String(number) }
    return try value.decode(String.self)
  }
}

private struct AnyKey: CodingKey {
  var stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
