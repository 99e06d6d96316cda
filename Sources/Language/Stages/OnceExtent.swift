internal import Diagnostics
internal import Scenarios
internal import Templates

/// The rows of templates that take each row of their data once.
struct OnceRows {
  struct Share {
    var template: String
    var weight: UInt64
    var rows: UInt64
  }

  /// The shares of those templates alone.
  var shares: [Share]
  /// Messages in which every template of the mix comes as often as its weight; 1 without a mix.
  var run: UInt64

  /// The template whose rows are used up first.
  var scarcest: Share { shares.min { reach($0) < reach($1) } ?? Share(template: "", weight: 1, rows: 0) }

  /// The most messages for which there are rows, in whatever order a run of the mix has its templates.
  var most: UInt64 { reach(scarcest) }

  /// The messages of all whole runs of the mix for which there are rows.
  var wholeRuns: UInt64 { (shares.map { $0.rows / $0.weight }.min() ?? 0) * run }

  /// All messages, where with the last of them the rows of every template are used up.
  var all: UInt64? { shares.allSatisfy { $0.rows * run == $0.weight * wholeRuns } && wholeRuns > 0 ? wholeRuns : nil }

  /// The most messages for which one template has rows.
  private func reach(_ share: Share) -> UInt64 {
    let (runs, rest) = share.rows.quotientAndRemainder(dividingBy: share.weight)
    return runs * run + rest
  }
}

extension RateProfile.Extent {
  /// True if a stage can be given a number of messages.
  fileprivate var takesCount: Bool {
    switch self {
    case .countOrDurationOrBoth, .countOrDuration: true
    case .duration, .own: false
    }
  }
}

/// The rows that a stage takes once, as far as they are known.
enum OnceReading {
  case none
  /// A mistake in it was reported.
  case unknown
  case rows(OnceRows)
}

extension StageReader {
  /// The rows of a stage's template, or of those of its mix.
  func once(_ traits: StageTraits, _ fields: Fields) -> OnceReading {
    guard let entries = declared.templates?.entries else { return .unknown }
    // A template that was reported may be one whose rows are used once.
    let isInDoubt = if case .faulty = traits.template { true } else { traits.mix == nil && fields.has("mix") }
    if isInDoubt, entries.contains(where: { $0.value?.data?.order == .once }) { return .unknown }
    let only = entries.count == 1 && traits.template.isAbsent ? 0 : nil
    let shares = traits.mix ?? (traits.template.value ?? only).map { [TemplateShare(template: $0, weight: 1)] } ?? []
    var once = OnceRows(shares: [], run: shares.reduce(0) { $0 + $1.weight })
    for share in shares {
      let entry = entries[share.template]
      guard let data = entry.value?.data else {
        if entry.fields?.has("data") ?? true { return .unknown }
        continue
      }
      guard data.order == .once else { continue }
      once.shares.append(.init(template: entry.name, weight: share.weight, rows: UInt64(data.table.rows)))
    }
    return once.shares.isEmpty ? .none : .rows(once)
  }

  /// The schedule without data, or with rows that are used once: all rows by default, at `max` no more than there are, and
  /// never more.
  func schedule(
    _ fields: Fields, _ name: StageName, rate: Setting<RateProfile>, count: Setting<UInt64>,
    duration: Setting<Nanoseconds>, once: OnceReading, _ values: inout ValueReader
  ) -> Schedule? {
    if case .unknown = once, count.isAbsent, duration.isAbsent { return nil }
    guard case .rows(let rows) = once else {
      return schedule(fields, name, rate: rate, count: count, duration: duration, &values)
    }
    let extent = (rate.value ?? StageKeys.rate.standard).extent
    if count.isAbsent, duration.isAbsent, extent.takesCount {
      if let all = rows.all {
        return schedule(
          fields, name, rate: rate, count: .given(all, at: name.range ?? fields.headRange), duration: duration,
          &values)
      }
      values.report(Self.uneven(rows, name, at: name.range ?? fields.headRange))
      return nil
    }
    guard var schedule = schedule(fields, name, rate: rate, count: count, duration: duration, &values) else {
      return nil
    }
    if schedule.total == nil, let range = duration.range {
      if rows.wholeRuns == 0 {
        values.report(Self.uneven(rows, name, at: range))
        return nil
      }
      schedule = Schedule(schedule.profile, count: rows.wholeRuns, duration: schedule.duration)
    }
    if let total = schedule.total, total > rows.most, let range = count.range ?? duration.range ?? rate.range {
      let advice =
        if count.range != nil { "write count: \(rows.most) or less" } else if extent.takesCount {
          "write count: \(rows.most) or less instead of the duration"
        } else { "send \(rows.most) or less" }
      values.report(Self.tooFewRows(total, rows, name, advice, at: range))
      return nil
    }
    return schedule
  }

  private static func tooFewRows(
    _ total: UInt64, _ rows: OnceRows, _ name: StageName, _ advice: String, at range: SourceRange
  ) -> Diagnostic {
    let scarcest = rows.scarcest
    return Diagnostic(
      code: .data,
      "\(Plural.count(total, "message"))\(name.context), and template \(quoted(scarcest.template)) has "
        + "\(Plural.count(scarcest.rows, "row")), each used once", at: range,
      remedy: "\(advice), or order: in-order, which starts again after the last row")
  }

  private static func uneven(_ rows: OnceRows, _ name: StageName, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: .data, "the rows of the mix are not used up together\(name.context)", at: range,
      remedy: "write count: \(rows.wholeRuns > 0 ? rows.wholeRuns : rows.most)",
      notes: rows.shares.map { share in
        Diagnostic.Note(
          "template \(quoted(share.template)) has \(Plural.count(share.rows, "row")), and takes \(share.weight) of "
            + "\(Plural.count(rows.run, "message"))"
        )
      })
  }
}
