/// Names by what they share, in the order of the first of each.
struct NameGroups<Shared: Hashable> {
  private(set) var groups: [(shared: Shared, names: [String])] = []
  private var indices: [Shared: Int] = [:]

  mutating func add(_ name: String, to shared: Shared) {
    if let index = indices[shared] {
      groups[index].names.append(name)
    } else {
      indices[shared] = groups.count
      groups.append((shared, [name]))
    }
  }
}
