/// A few numbers as a line of blocks, the least at the bottom: `▁▂▁▁▇█`.
enum Sparkline {
  private static let blocks = Array("▁▂▃▄▅▆▇█")

  /// The last `limit` of `values`. The height is that of `least` if they lie within less, so that noise looks small.
  static func text(_ values: [Double], least: Double, limit: Int) -> String {
    let shown = values.suffix(limit)
    guard let low = shown.min(), let high = shown.max() else { return "" }
    let height = max(high - low, least)
    // Of a height of 0, and of one that no number holds, nothing is seen.
    guard height > 0, height.isFinite else { return String(shown.map { _ in blocks[0] }) }
    return String(shown.map { blocks[Int((($0 - low) / height * Double(blocks.count - 1)).rounded())] })
  }
}
