internal import Diagnostics
internal import Scenarios

/// Numbers for people: grouped, three significant digits, with their unit. Files for machines use `FixedPoint`.
package enum HumanNumber {
  /// `1,234,567`
  package static func grouped(_ count: UInt64) -> String { grouped(digits: String(count)) }

  /// A size or limit in bytes that a file or a broker states; a negative one is 0 here.
  package static func grouped(bytes: Int) -> String { grouped(UInt64(clamping: bytes)) }

  /// `1 byte`, `1,048,588 bytes`
  package static func count(bytes: Int) -> String { count(UInt64(clamping: bytes), "byte") }

  /// `0.42ms`, `12.3ms`, `1,234ms`; always milliseconds, so that a column can be compared at a glance.
  static func milliseconds(_ value: Double) -> String { significant(value) + "ms" }

  /// `12.0s`, `1,234.5s`
  static func seconds(nanoseconds: Nanoseconds) -> String {
    let text = FixedPoint.seconds(nanoseconds: nanoseconds, places: 1)
    return grouped(digits: String(text.dropLast(2))) + text.suffix(2) + "s"
  }

  /// `20,009/s`, and `2.5/s` below ten.
  static func rate(_ perSecond: Double) -> String {
    let isWhole = perSecond == perSecond.rounded()
    let text = FixedPoint.text(perSecond, places: perSecond < 10 && !isWhole ? 1 : 0) ?? "?"
    return (perSecond < 10 ? text : grouped(digits: text)) + "/s"
  }

  /// `312 kB/s`, `1.24 MB/s`; a kilobyte is 1,000 bytes.
  static func bytes(perSecond: Double) -> String {
    let (value, unit) = scaled(perSecond)
    return significant(value) + " " + unit + "/s"
  }

  /// `295 B`, `1.24 MB`; a kilobyte is 1,000 bytes.
  static func bytes(_ count: Double) -> String {
    let (value, unit) = scaled(count)
    return (unit == "B" ? FixedPoint.text(value, places: 0) ?? "?" : significant(value)) + " " + unit
  }

  private static func scaled(_ bytes: Double) -> (value: Double, unit: String) {
    var (value, unit) = (bytes, "B")
    for larger in ["kB", "MB", "GB", "TB"] where value >= 999.5 { (value, unit) = (value / 1000, larger) }
    return (value, unit)
  }

  /// 0.98999 against 0.99 is `98.999%`: with as many decimals as distinguish it from `bound`, so that no report
  /// says "99%, expected at least 99%".
  static func percent(_ ratio: Double, against bound: Double? = nil) -> String {
    func text(_ ratio: Double, _ places: Int) -> String { FixedPoint.text(ratio * 100, places: places) ?? "?" }
    guard let bound, bound != ratio else { return text(ratio, 2) + "%" }
    let places = (2...6).first { text(ratio, $0) != text(bound, $0) } ?? 6
    return text(ratio, places) + "%"
  }

  /// `1 message`, `2 messages`
  static func count(_ count: UInt64, _ one: String, _ many: String? = nil) -> String {
    grouped(count) + " " + Plural.form(count, one, many)
  }

  private static func significant(_ value: Double) -> String {
    let places = value < 9.995 ? 2 : value < 99.95 ? 1 : 0
    let text = FixedPoint.text(value, places: places) ?? "?"
    return places == 0 ? grouped(digits: text) : text
  }

  private static func grouped(digits: String) -> String {
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    return grouped
  }
}
