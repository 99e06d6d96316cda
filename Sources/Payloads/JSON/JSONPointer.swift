/// JSON Pointers (RFC 6901) to places of a tape, used only for errors and while a schema is compiled.
extension JSONTape {
  func pointer(to place: Int) -> String {
    var pointer = ""
    var at = Self.root
    while at != place, let (step, inside) = step(from: at, towards: place) {
      pointer += "/" + Self.escaped(step)
      at = inside
    }
    return pointer
  }

  /// The name or index, in the value at `place`, of the value that contains `target`.
  private func step(from place: Int, towards target: Int) -> (String, Int)? {
    guard isObject(place) || isArray(place) else { return nil }
    var at = place + 1
    let end = end(place)
    var index = 0
    while at < end {
      let value = isObject(place) ? at + 1 : at
      if target < next(value) { return (isObject(place) ? string(at) : String(index), value) }
      at = next(value)
      index += 1
    }
    return nil
  }

  static func pointer(of steps: some Sequence<String>) -> String { steps.map { "/" + escaped($0) }.joined() }

  private static func escaped(_ step: String) -> String {
    step.contains("~") || step.contains("/")
      ? String(step.flatMap { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }) : step
  }

  /// The value one step down; `step` is already unescaped.
  func value(_ step: String, in place: Int) -> Int? {
    if isObject(place) { return member(step, of: place) }
    guard isArray(place), step == "0" || (step.first != "0" && step.utf8.allSatisfy(\.isDigit)), let index = Int(step)
    else { return nil }
    let elements = elements(of: place)
    return index < elements.count ? elements[index] : nil
  }

  static func steps(_ pointer: String) -> [String] {
    pointer.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { step in
      var text = String.UnicodeScalarView()
      var isAfterTilde = false
      for scalar in step {
        if isAfterTilde {
          text.append(scalar == "1" ? "/" : "~")
          isAfterTilde = false
        } else if scalar == "~" {
          isAfterTilde = true
        } else {
          text.append(scalar)
        }
      }
      return String(text)
    }
  }
}
