internal import Diagnostics
internal import Scenarios
internal import Templates

extension Scenario {
  /// The mistakes about ids: messages that nothing recognises, ids that there are not, and stages that no sink holds.
  func idDiagnostics(_ declared: Declarations<Template>) -> [Diagnostic] {
    let mixed = stages.indices.compactMap { mixedIDs($0) }
    guard mixed.isEmpty else { return mixed }
    return withoutID(declared) + stages.indices.compactMap { foreignIDs($0) } + excess + doubleHeld + headerless
      + unheld + unsentKeys(declared)
  }

  /// A stage whose messages carry ids of several stages.
  private func mixedIDs(_ index: Int) -> Diagnostic? {
    let stage = stages[index]
    let uses = Set(stage.shares.flatMap { templates[$0.template].idUses }.map { use in use.name(in: stage) })
    guard uses.count > 1 else { return nil }
    let names = uses.sorted().map(quoted)
    return Diagnostic(
      code: .id, "messages of stage \(quoted(stage.name)) carry the ids of several stages: \(Diagnostic.list(names))",
      at: stage.range, remedy: "each stage carries the ids of one: split it")
  }

  /// Templates without an id, of stages that post to a target, or that a sink must recognise.
  private func withoutID(_ declared: Declarations<Template>) -> [Diagnostic] {
    templates.indices.compactMap { index in
      let template = templates[index]
      let range = declared.entries[index].fields?.headRange
      let poster = stages.first { stage in stage.target != nil && stage.shares.contains { $0.template == index } }
      if let poster, template.idUsesOfRequests.isEmpty {
        return Diagnostic(
          code: .id,
          "messages of template \(quoted(template.name)) have no {{id}}, and stage \(quoted(poster.name)) posts them to a target",
          at: range ?? poster.range, remedy: "write {{id}} in the value, where the system passes it on")
      }
      guard template.idUses.isEmpty else { return nil }
      let holder = sinks.first { sink in
        sink.identity != .header
          && sink.heldStages.contains { stage in stages[stage].shares.contains { $0.template == index } }
          && sink.heldTemplates?.contains(index) ?? true
      }
      return holder.map { sink in
        Diagnostic(
          code: .id,
          "messages of template \(quoted(template.name)) have no {{id}}, and sink \(quoted(sink.name)) looks for it",
          at: range ?? sink.range, remedy: "write {{id}} in the value, where the system passes it on")
      }
    }
  }

  /// A stage that carries ids which are not there: of a stage below, of one without ids, of more messages than that has.
  private func foreignIDs(_ index: Int) -> Diagnostic? {
    let stage = stages[index]
    guard let other = idStage(ofStage: index), other != index else { return nil }
    let owner = stages[other]
    let name = quoted(owner.name)
    if other > index {
      return Diagnostic(
        code: .id, "stage \(quoted(stage.name)) carries the ids of \(name), which comes after it", at: stage.range,
        remedy: "move it below \(name)")
    }
    if idStage(ofStage: other) != other {
      return Diagnostic(
        code: .id, "stage \(quoted(stage.name)) carries the ids of \(name), whose messages have none of their own",
        at: stage.range, remedy: "write {{id}} in a template of \(name)")
    }
    guard let most = owner.schedule.total else {
      return Diagnostic(
        code: .id, "stage \(quoted(stage.name)) carries the ids of \(name), and how many that has is not known",
        at: stage.range, remedy: "give \(name) a count")
    }
    guard let count = stage.schedule.total else {
      return Diagnostic(
        code: .id, "stage \(quoted(stage.name)) carries the ids of \(name), and may send more messages than that",
        at: stage.range, remedy: "write count: \(most) or less")
    }
    guard count > most else { return nil }
    return Diagnostic(
      code: .id,
      "stage \(quoted(stage.name)) sends \(Plural.count(count, "message")), and \(name), whose ids they carry, only \(most)",
      at: stage.range, remedy: "write count: \(most) or less")
  }

  /// More than ids can name.
  private var excess: [Diagnostic] {
    let carriers = idCarriers
    let limit = IDForm.mostMessages
    let tooLong = carriers.filter { ($0.count ?? 0) > limit }.map { carrier in
      Diagnostic(
        code: .id, "stage \(quoted(stages[carrier.stage].name)) sends more messages than ids can number",
        at: stages[carrier.stage].range, remedy: "write count: \(limit) or less")
    }
    guard carriers.count > IDForm.mostStages else { return tooLong }
    let first = carriers[IDForm.mostStages]
    return tooLong + [
      Diagnostic(
        code: .id, "\(carriers.count) stages have ids of their own, and ids can name \(IDForm.mostStages)",
        at: stages[first.stage].range, remedy: "use fewer stages, or the ids of another: {{id(stage='NAME')}}")
    ]
  }

  /// Sinks in which messages of two stages cannot be distinguished.
  private var doubleHeld: [Diagnostic] {
    sinks.compactMap { sink in
      var seen: [Int: Int] = [:]
      for stage in sink.heldStages {
        guard let owner = idStage(ofStage: stage) else { continue }
        if let first = seen[owner] {
          return Diagnostic(
            code: .id,
            "sink \(quoted(sink.name)) holds \(quoted(stages[first].name)) and \(quoted(stages[stage].name)), whose messages carry the same ids",
            at: sink.range, remedy: "write holds: {stages: [\(stages[first].name)]}, and a sink for the other")
        }
        seen[owner] = stage
      }
      return nil
    }
  }

  /// Sinks with the header as identity, of messages that are posted without it.
  private var headerless: [Diagnostic] {
    sinks.compactMap { sink in
      guard case .topic = sink.source, sink.identity == .header,
        let stage = sink.heldStages.first(where: { stages[$0].target != nil })
      else { return nil }
      return Diagnostic(
        code: .id,
        "sink \(quoted(sink.name)) looks for the header \"rehearse\", which messages of stage \(quoted(stages[stage].name)) do not have: they are posted to a target",
        at: sink.range, remedy: "write where {{id}} is in its records, for example identity: {json: $.id}")
    }
  }

  /// Stages with a target of which nothing is verified.
  private var unheld: [Diagnostic] {
    stages.indices.compactMap { index in
      guard stages[index].target != nil, expectedRefusal(ofStage: index) == nil,
        !sinks.contains(where: { $0.heldStages.contains(index) })
      else { return nil }
      return Diagnostic(
        .warning, code: .unheldStage, "no sink holds the messages of stage \(quoted(stages[index].name))",
        at: stages[index].range, remedy: "declare a sink where they must be found; without one only answers are judged")
    }
  }

  /// Keys that no request has.
  private func unsentKeys(_ declared: Declarations<Template>) -> [Diagnostic] {
    templates.indices.compactMap { index in
      let users = stages.filter { stage in stage.shares.contains { $0.template == index } }
      guard let pair = declared.entries[index].fields?["key"], let stage = users.first,
        users.allSatisfy({ $0.target != nil })
      else { return nil }
      return Diagnostic(
        .warning, code: .unsentKey, "the key of template \(quoted(templates[index].name)) is not posted to a target",
        at: pair.key.range, remedy: "write it in the value or in a header, or remove it",
        notes: [.init("stage \(quoted(stage.name)) posts it", at: stage.range)])
    }
  }
}

extension IDUse {
  fileprivate func name(in stage: Stage) -> String {
    switch self {
    case .own: stage.name
    case .ofStage(let name): name
    }
  }
}
