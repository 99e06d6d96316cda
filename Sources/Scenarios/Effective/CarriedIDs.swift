package import Templates

extension Scenario {
  /// Index of the stage whose ids a stage's messages carry: its own, or another's by `{{id(stage='…')}}`. Nil where they carry none.
  package func idStage(ofStage index: Int) -> Int? {
    let uses = Set(stages[index].shares.flatMap { templates[$0.template].idUses })
    guard let use = uses.first, uses.count == 1 else {
      // Of several, which are refused where a scenario is read.
      return uses.contains(.own) ? index : nil
    }
    switch use {
    case .own: return index
    case .ofStage(let name): return stages.firstIndex { $0.name == name }
    }
  }

  /// The stages that ids are of, in the order of their ranks.
  package var idCarriers: [MessageIDs.Carrier] {
    let used = Set(stages.indices.compactMap(idStage))
    return used.sorted().map { MessageIDs.Carrier(stage: $0, count: stages[$0].schedule.total) }
  }

  /// The ids of a run, by its id as text; nil where a scenario has more than they can name, which is refused where it is read.
  package func messageIDs(run: String) -> MessageIDs? { try? MessageIDs(run: run, carriers: idCarriers) }

  /// The forms of a run's ids, by the names of the stages that they are of.
  package func idForms(run: String) -> [String: IDForm] {
    guard let ids = messageIDs(run: run) else { return [:] }
    var forms: [String: IDForm] = [:]
    for (rank, stage) in ids.stages.enumerated() { forms[stages[stage].name] = ids.form(rank) }
    return forms
  }
}
