import Payloads
import Scenarios
import Templates

/// Checks that the messages of a valid scenario are the same for every renderer, and valid by their format.
enum RenderedMessages {
  static func check(_ scenario: Scenario) {
    let json = JSONDocument()
    let xml = XMLDocument()
    for index in scenario.stages.indices.prefix(8) {
      let recipe = scenario.recipe(stage: index, seed: 42, runID: "0000000000000", startedAt: 1_709_210_096_789)
      var first = recipe.renderer()
      var second = recipe.renderer()
      second.render(9, due: 0)
      for number: UInt64 in [0, 1, 4711, .max / 2] {
        first.render(number, due: Int64(number % 1000))
        second.render(number, due: Int64(number % 1000))
        guard Array(first.value) == Array(second.value), Array(first.key) == Array(second.key) else {
          fatalError("message \(number) of stage \(index) is not the same twice")
        }
        let template = recipe.templates[first.template]
        guard first.value.baseAddress != nil, first.invalidValue() == nil else { continue }
        let fault: String? =
          switch template.format {
          case .json: json.fault(in: first.value)
          case .xml: xml.fault(in: first.value)?.sentence
          case .string, .bytes: nil
          }
        if let fault { fatalError("message \(number) of stage \(index) is not of its format: \(fault)") }
      }
    }
  }
}
