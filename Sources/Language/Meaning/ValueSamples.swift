internal import Diagnostics
internal import Scenarios
internal import Templates

/// The first messages of a template, checked before anything is sent.
struct ValueSamples {
  /// The most messages that are checked. They come one stage after the other, as many as each sends.
  static let most = 1000
  /// The most bytes that are rendered for all templates of a scenario; each has its share, and at least one message.
  static let mostBytes = 64 << 20
  /// The most messages of a stage that are skipped in search of those of a rare template.
  private static let mostSought: UInt64 = 100_000

  private(set) var checked = 0
  private(set) var failing = 0
  /// The first of those that fail: its number, its stage where there is one, and why.
  private(set) var first: (number: UInt64, stage: String?, fault: InvalidValue)?
  private var bytes = 0
  private let budget: Int

  /// - Parameters:
  ///   - template: its index.
  ///   - stages: the scenario's, of which some may send it.
  ///   - seed: of a run; 0 where each run draws its own.
  ///   - secrets: texts of messages that are not shown.
  ///   - share: of the bytes.
  init(
    of template: Int, among templates: [Template], in stages: [Stage], seed: UInt64, secrets: [String] = [], share: Int
  ) {
    budget = share
    let users = stages.filter { $0.shares.contains { $0.template == template } }
    let ids = Self.ids(stages)
    // The other templates of a mix keep their turns but render nothing: preparing them all would take long.
    let silent = Template(name: "", format: .string, value: nil)
    for stage in users where !isEnough {
      let recipe = RenderRecipe(
        templates: stage.shares.map { $0.template == template ? templates[template] : silent },
        weights: stage.shares.map(\.weight),
        context: .outsideOfRuns(seed: seed, stageName: stage.name, ids: ids, secrets: secrets))
      let share = stage.shares.firstIndex { $0.template == template } ?? 0
      check(recipe, share, in: stage)
    }
    if users.isEmpty {
      check(
        RenderRecipe(
          templates: [templates[template]], weights: [1],
          context: .outsideOfRuns(seed: seed, stageName: templates[template].name, secrets: secrets)), 0, in: nil)
    }
  }

  /// Ids as long as those of a run.
  private static func ids(_ stages: [Stage]) -> [String: IDForm] {
    let forms = stages.compactMap { stage in
      IDForm(RunTag(run: RenderContext.noRun), rank: 0, count: stage.schedule.total).map { (stage.name, $0) }
    }
    return Dictionary(forms) { first, _ in first }
  }

  private var isEnough: Bool { checked >= Self.most || (checked > 0 && bytes >= budget) }

  private mutating func check(_ recipe: RenderRecipe, _ share: Int, in stage: Stage?) {
    var renderer = recipe.renderer()
    // In each run of as many messages as the weights add up to, every template comes.
    let sought = recipe.weights.count == 1 ? .max : max(Self.mostSought, recipe.weights.reduce(0, +))
    let end = min(stage?.schedule.total ?? .max, sought)
    var number: UInt64 = 0
    while number < end, !isEnough {
      if renderer.template(of: number) == share {
        renderer.render(number, due: stage?.schedule.due(number).count ?? 0)
        checked += 1
        bytes += renderer.key.count + renderer.value.count
        // The number of unique days can depend on the run.
        if let fault = renderer.unfitValue() {
          failing += 1
          if first == nil { first = (number, stage?.name, fault) }
        }
      }
      number += 1
    }
  }
}

extension ValueSamples {
  /// The seed of a run's messages; 0 where each run draws its own.
  static func seed(_ written: Seed?, _ name: String?) -> UInt64 {
    if case .fixed(let seed) = written ?? .derived(fromName: name ?? "") { seed } else { 0 }
  }

  /// The diagnostics of templates that make messages which may not be sent; `expectations` are those of the scenario's top.
  static func diagnostics(
    of sampled: [SampledTemplate], among declared: Declarations<Template>?, in stages: [Stage],
    expecting expectations: [Expectation], seed: UInt64, secrets: [String]
  ) -> [Diagnostic] {
    // Stages refer to templates by their place among all, the faulty ones too.
    guard let declared else { return [] }
    let templates = declared.entries.map { $0.value ?? Template(name: $0.name, format: .string, value: nil) }
    var reported: Set<SourceRange> = []
    return sampled.compactMap { template in
      guard let index = declared.index(of: template.name) else { return nil }
      let samples = ValueSamples(
        of: index, among: templates, in: stages, seed: seed, secrets: secrets, share: mostBytes / sampled.count)
      // If templates share a schema's line, each is reported at its own name.
      let range = reported.insert(template.requirement.range).inserted ? template.requirement.range : template.nameRange
      let users = stages.filter { $0.shares.contains { $0.template == index } }
      let isExpected = !users.isEmpty && users.allSatisfy { $0.expects(some: .withheld, among: expectations) }
      return samples.diagnostic(of: template, at: range, isExpected: isExpected)
    }
  }

  /// Nil if all messages may be sent. `isExpected`: the scenario says that some are withheld, which is what it tests.
  fileprivate func diagnostic(
    of template: SampledTemplate, at range: SourceRange, isExpected: Bool
  ) -> Diagnostic? {
    guard let first else { return nil }
    let name = quoted(template.name)
    let place = first.fault.place.isEmpty ? "" : " at \(first.fault.place.visible)"
    let example = "#\(first.number)\(place): \(first.fault.reason)"
    let (one, more, remedy): (String, String, String) =
      switch template.requirement.kind {
      case .schema:
        (
          "fits its schema", Plural.form(failing, "does not fit its schema", "do not fit its schema"),
          "change the template or the schema"
        )
      case .json:
        ("is JSON", Plural.form(failing, "is not JSON", "are not JSON"), "remove raw, or change what it writes")
      case .xml, .none:
        ("is XML", Plural.form(failing, "is not XML", "are not XML"), "remove raw, or change what it writes")
      }
    if failing == checked {
      return Diagnostic(
        isExpected ? .warning : .error, code: .unfitMessages,
        "no message of template \(name) \(one), of \(checked) checked: \(example)", at: range,
        remedy: remedy)
    }
    let notes = first.stage.map {
      [Diagnostic.Note("rehearse render --stage \($0) --seq \(first.number) shows that message")]
    }
    return Diagnostic(
      .warning, code: .unfitMessages,
      "\(failing) of \(Plural.count(checked, "message")) of template \(name) \(more), and would be withheld: \(example)",
      at: range,
      remedy: remedy, notes: notes ?? [])
  }
}
