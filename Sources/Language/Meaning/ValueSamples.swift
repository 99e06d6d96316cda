internal import Diagnostics
internal import Scenarios
internal import Templates

/// The first messages of a template, looked at before anything is sent.
struct ValueSamples {
  /// The most messages that are checked. They come one stage after the other, as many as each sends.
  static let most = 1000
  /// Bytes that are rendered at most for all templates of a scenario; each has its share, and one message at least.
  static let mostBytes = 64 << 20
  /// The most messages of a stage that are passed over in search of those of a rare template.
  private static let mostSought: UInt64 = 100_000

  private(set) var looked = 0
  private(set) var failing = 0
  /// The first of those that fail: its number, its stage where there is one, and why.
  private(set) var first: (number: UInt64, stage: String?, fault: InvalidValue)?
  private var bytes = 0
  private let budget: Int

  /// - Parameters:
  ///   - template: its index.
  ///   - stages: those of the scenario, of which some may send it.
  ///   - seed: of a run; 0 where each run draws its own.
  ///   - secrets: what is not shown of a message.
  ///   - share: of the bytes.
  init(
    of template: Int, among templates: [Template], in stages: [Stage], seed: UInt64, secrets: [String] = [], share: Int
  ) {
    budget = share
    let users = stages.filter { $0.shares.contains { $0.template == template } }
    // Those beside it have their turn and nothing to render, or many templates of one mix would take long to make ready.
    let silent = Template(name: "", format: .string, value: nil)
    for stage in users where !isEnough {
      let recipe = RenderRecipe(
        templates: stage.shares.map { $0.template == template ? templates[template] : silent },
        weights: stage.shares.map(\.weight),
        context: .outsideOfRuns(seed: seed, stageName: stage.name, secrets: secrets))
      let share = stage.shares.firstIndex { $0.template == template } ?? 0
      look(recipe, share, in: stage)
    }
    if users.isEmpty {
      look(
        RenderRecipe(
          templates: [templates[template]], weights: [1],
          context: .outsideOfRuns(seed: seed, stageName: templates[template].name, secrets: secrets)), 0, in: nil)
    }
  }

  private var isEnough: Bool { looked >= Self.most || (looked > 0 && bytes >= budget) }

  private mutating func look(_ recipe: RenderRecipe, _ share: Int, in stage: Stage?) {
    var renderer = recipe.renderer()
    // In each run of as many messages as the weights add up to, every template comes.
    let sought = recipe.weights.count == 1 ? .max : max(Self.mostSought, recipe.weights.reduce(0, +))
    let end = min(stage?.schedule.total ?? .max, sought)
    var number: UInt64 = 0
    while number < end, !isEnough {
      if renderer.template(of: number) == share {
        renderer.render(number, due: stage?.schedule.due(number).count ?? 0)
        looked += 1
        bytes += renderer.key.count + renderer.value.count
        if let fault = renderer.invalidValue() {
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

  /// The diagnostics of templates that make messages which may not be sent.
  static func diagnostics(
    of proven: [ProvenTemplate], among declared: Declarations<Template>?, in stages: [Stage], seed: UInt64,
    secrets: [String]
  ) -> [Diagnostic] {
    // Stages refer to templates by their place among all, the faulty ones too.
    guard let declared else { return [] }
    let templates = declared.entries.map { $0.value ?? Template(name: $0.name, format: .string, value: nil) }
    var told: Set<SourceRange> = []
    return proven.compactMap { template in
      guard let index = declared.index(of: template.name) else { return nil }
      let samples = ValueSamples(
        of: index, among: templates, in: stages, seed: seed, secrets: secrets, share: mostBytes / proven.count)
      // Where templates share a schema's line, each is reported at a place of its own.
      let range = told.insert(template.proof.range).inserted ? template.proof.range : template.place
      return samples.diagnostic(of: template, at: range)
    }
  }

  /// Nil where all may be sent.
  fileprivate func diagnostic(of template: ProvenTemplate, at range: SourceRange) -> Diagnostic? {
    guard let first else { return nil }
    let name = quoted(template.name)
    let place = first.fault.place.isEmpty ? "" : " at \(first.fault.place.visible)"
    let example = "#\(first.number)\(place): \(first.fault.reason)"
    let (one, more, remedy): (String, String, String) =
      switch template.proof.kind {
      case .schema: ("fits its schema", "do not fit its schema", "change the template or the schema")
      case .json: ("is JSON", "are not JSON", "take raw away, or change what it writes")
      case .xml, .none: ("is XML", "are not XML", "take raw away, or change what it writes")
      }
    if failing == looked {
      return Diagnostic(
        code: .unfitMessages, "no message of template \(name) \(one), of \(looked) looked at: \(example)", at: range,
        remedy: remedy)
    }
    let notes = first.stage.map {
      [Diagnostic.Note("rehearse render --stage \($0) --seq \(first.number) shows that message")]
    }
    return Diagnostic(
      .warning, code: .unfitMessages,
      "\(failing) of \(looked) messages of template \(name) \(more), and would be withheld: \(example)", at: range,
      remedy: remedy, notes: notes ?? [])
  }
}
