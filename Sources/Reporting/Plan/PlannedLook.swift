internal import Diagnostics

/// The checks of each value of a stage before it is sent, and their speed.
package struct PlannedLook: Sendable, Equatable {
  /// Such as `by schemas/login.json`, `as XML`.
  package var what: [String]
  /// Messages that can be made and looked at, as measured on this machine.
  package var perSecond: Double

  package init(what: [String], perSecond: Double) {
    self.what = what
    self.perSecond = perSecond
  }
}

/// Values that are padded to a size.
package struct PlannedPadding: Sendable, Equatable {
  /// The number of samples that are longer than that.
  package var longer: Int
  package var samples: Int

  package init(longer: Int, samples: Int) {
    self.longer = longer
    self.samples = samples
  }
}

extension PlanText {
  /// Empty where nothing is looked at.
  static func looks(_ plan: Plan) -> String {
    var lines: [String] = []
    var shown: [PlannedLook] = []
    for look in plan.stages.compactMap(\.look) where !shown.contains(look) {
      shown.append(look)
      let stages = NameList.text(plan.stages.filter { $0.look == look }.map(\.name))
      lines.append(
        fact(
          "checked",
          "each value of \(stages), \(NameList.text(look.what).visible): about \(about(look.perSecond)) on one core"))
    }
    for stage in plan.stages {
      guard let look = stage.look, let rate = stage.perSecond, rate > look.perSecond else { continue }
      lines.append(
        fact(
          "warning",
          "\(stage.name) asks for \(HumanNumber.rate(rate)), and checking its values allows about "
            + "\(about(look.perSecond))"))
    }
    return lines.joined()
  }

  /// Empty where nothing is padded.
  static func padding(_ plan: Plan) -> String {
    let padded = plan.stages.compactMap { stage in stage.padding.map { (stage.name, $0) } }
    guard !padded.isEmpty else { return "" }
    var sentences = padded.filter { $1.longer > 0 }.map { name, padding in
      "\(HumanNumber.grouped(UInt64(padding.longer))) of \(HumanNumber.count(UInt64(padding.samples), "sample")) "
        + "of \(name) \(Plural.form(padding.longer, "is", "are")) longer than the size, and sent as \(Plural.form(padding.longer, "it is", "they are"))"
    }
    if plan.compression != "none" {
      sentences.append("padding is blanks, which compression by \(plan.compression.visible) shrinks to almost nothing")
    }
    return sentences.isEmpty ? "" : fact("size", sentences.joined(separator: "; "))
  }

  /// To two digits: `1,200,000/s`.
  private static func about(_ perSecond: Double) -> String {
    var unit = 1.0
    while perSecond / unit >= 100 { unit *= 10 }
    return HumanNumber.rate((perSecond / unit).rounded() * unit)
  }
}
