internal import Diagnostics
internal import Scenarios

/// Bars over a common axis, one line for each stage:
///
///               0s        10s       20s       30s
///               ├─────────┼─────────┼─────────┤~~~~~~~~
///     warm-up   ░░░░░░░░░░
///     peak                ████████████████████
///     flat-out                                 ▒▒▒▒▒▒▒▸
///
/// The axis counts the time that is known. A stage without a known end has a stretch of its own, of no scale, after which the
/// axis says the least time that has passed: `30s+`.
struct TimeLine {
  struct Bar {
    var name: String
    var length: PlannedLength
    var measured: Bool
    /// The earliest start, where not all stages follow one another; nil where they do.
    var start: Nanoseconds?
  }

  /// Known time, or the stretch of one stage without a known end.
  private enum Stretch {
    case known(Nanoseconds, columns: Int)
    case open
  }

  private static let widestOpen = 8
  /// The columns of a label and a blank.
  private static let tickColumns = 9
  private static let longestName = 24

  private let bars: [Bar]
  private let width: Int
  private let nameWidth: Int
  private let stretches: [Stretch]
  /// Columns for each nanosecond.
  private let scale: Double
  /// The columns of each stage without a known end.
  private let openColumns: Int

  init(_ bars: [Bar], width: Int) {
    self.bars = bars
    self.width = width
    nameWidth = min(bars.map { $0.name.count }.max() ?? 0, Self.longestName)
    if bars.contains(where: { $0.start != nil }) {
      let extent = bars.map { ($0.start ?? .zero) + $0.length.known }.max() ?? .zero
      openColumns = bars.contains { $0.length.isOpen } ? Self.widestOpen : 0
      let columns = extent == .zero ? 0 : max(width - nameWidth - 7 - openColumns, 10)
      scale = extent == .zero ? 0 : Double(columns) / Double(extent.count)
      stretches =
        (extent == .zero ? [] : [.known(extent, columns: columns)]) + (openColumns > 0 ? [.open] : [])
      return
    }
    let opens = bars.count { $0.length.isOpen }
    let known = bars.reduce(Nanoseconds.zero) { $0 + $1.length.known }
    // The last label stands partly behind the axis. Many open stages leave at least half of the line to what has a scale.
    let room = width - nameWidth - 7
    let openColumns = opens == 0 ? 0 : max(1, min(Self.widestOpen, room / 2 / opens))
    self.openColumns = openColumns
    let columns = known == .zero ? 0 : max(room - openColumns * opens, 10)
    scale = known == .zero ? 0 : Double(columns) / Double(known.count)
    var stretches: [Stretch] = []
    var sum = Nanoseconds.zero
    for bar in bars {
      switch bar.length {
      case .exactly(let length): sum += length
      case .open:
        if sum > .zero { stretches.append(.known(sum, columns: Int(Double(sum.count) * scale))) }
        stretches.append(.open)
        sum = .zero
      }
    }
    if sum > .zero { stretches.append(.known(sum, columns: Int(Double(sum.count) * scale))) }
    self.stretches = stretches
  }

  var text: String {
    let lines = axis + rows + legend
    return lines.map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  /// The meaning of the signs that need one.
  private var legend: [String] {
    let unmeasured = bars.contains { !$0.measured && !$0.length.isOpen } ? ["░ is not measured"] : []
    let open = bars.contains { $0.length.isOpen } ? ["▒ takes as long as the cluster does, and has no scale"] : []
    let isMoved = bars.contains { $0.start != nil } && bars.contains { $0.length.isOpen }
    let signs = unmeasured + open + (isMoved ? ["what waits for it begins later"] : [])
    return signs.isEmpty ? [] : ["(" + signs.joined(separator: "; ") + ")"]
  }

  private var indent: String { String(repeating: " ", count: nameWidth + 2) }

  // MARK: The axis

  private var axis: [String] {
    var labels: [Character] = []
    var rule: [Character] = []
    var passed = Nanoseconds.zero
    for (index, stretch) in stretches.enumerated() {
      let start = rule.count
      switch stretch {
      case .open:
        rule += Array(repeating: "~", count: openColumns)
        // Behind the label of the time at which it begins.
        if openColumns == Self.widestOpen { put("open", at: start + 3, in: &labels) }
      case .known(let length, let columns):
        rule += index == 0 ? ["├"] : ["┼"]
        rule += Array(repeating: "─", count: max(columns - 1, 0))
        let step = Self.step(atLeast: Double(Self.tickColumns) / max(scale, .leastNonzeroMagnitude))
        var time = Nanoseconds.zero
        while true {
          let column = start + Int(Double(time.count) * scale)
          if time > .zero, column < rule.count { rule[column] = "┼" }
          put((passed + time).shortDuration + (index == 0 ? "" : "+"), at: column, in: &labels)
          guard length - time >= step else { break }
          time += step
        }
        passed += length
      }
    }
    rule.append(stretches.last.map { if case .open = $0 { ">" } else { "┤" } } ?? "┤")
    return [indent + String(labels), indent + String(rule)]
  }

  /// Puts a label where the one before it leaves a blank, and the line is long enough.
  private func put(_ label: String, at column: Int, in labels: inout [Character]) {
    guard labels.isEmpty || labels.count < column, indent.count + column + label.count <= width else { return }
    labels += Array(repeating: " ", count: column - labels.count) + Array(label)
  }

  private static let steps: [Nanoseconds] =
    [1, 2, 5, 10, 20, 50, 100, 200, 500].map(Nanoseconds.milliseconds)
    + [1, 2, 5, 10, 15, 30].map(Nanoseconds.seconds) + [1, 2, 5, 10, 15, 30].map(Nanoseconds.minutes)
    + [1, 2, 3, 6, 12, 24, 48, 168, 336, 720, 1440, 4320].map(Nanoseconds.hours)

  private static func step(atLeast nanoseconds: Double) -> Nanoseconds {
    steps.first { Double($0.count) >= nanoseconds } ?? Nanoseconds(clamping: UInt64(min(nanoseconds, 0x1p63)))
  }

  // MARK: The bars

  private var rows: [String] {
    var column = 0
    var since: (column: Int, time: Nanoseconds) = (0, .zero)
    return bars.map { bar in
      if let begin = bar.start {
        column = Int(Double(begin.count) * scale)
        since = (column, .zero)
      }
      let start = column
      let name = bar.name.cut(to: Self.longestName)
      var line = name + String(repeating: " ", count: nameWidth - name.count + 2)
      switch bar.length {
      case .exactly(let length):
        since.time += length
        column = since.column + Int(Double(since.time.count) * scale)
        // What is shorter than a column is drawn as one.
        let columns = max(column - start, 1)
        line += String(repeating: " ", count: start)
        line += String(repeating: bar.measured ? "█" : "░", count: columns)
      case .open:
        line += String(repeating: " ", count: start)
        line += String(repeating: "▒", count: openColumns - 1) + "▸"
        column = start + openColumns
        since = (column, .zero)
      }
      return line
    }
  }
}
