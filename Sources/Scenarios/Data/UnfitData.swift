internal import Payloads

/// The columns in a value of `format: xml` in which some rows have a character that XML cannot hold. Their messages are
/// withheld, each when it comes.
struct UnfitData {
  private let table: DataTable
  private let columns: [Int]

  /// Nil where there are none: then nothing is looked at.
  init?(_ template: Template) {
    guard template.format == .xml, let value = template.value, let table = template.data?.table else { return nil }
    columns = template.dataColumns(of: value).filter { !table.columns[$0].unfit.isEmpty }
    guard !columns.isEmpty else { return nil }
    self.table = table
  }

  /// What is wrong with `value`, whose data are of `row`. A step may have taken the character out of it.
  func fault(row: Int, value: UnsafeRawBufferPointer) -> ValueFault? {
    for column in columns {
      guard let scalar = table.columns[column].unfitForXML(row: row), XMLEscape.firstUnfit(value) != nil else {
        continue
      }
      return ValueFault(
        place: "",
        reason: "\(table.columns[column].path.written) holds \(DataText.name(of: scalar)), which XML cannot hold")
    }
    return nil
  }
}

/// Words that are said of data in more than one place.
enum DataText {
  static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension Template {
  /// The columns of the template's data that a text takes from, by way of names, too.
  func dataColumns(of text: TemplateText) -> [Int] {
    var columns: Set<Int> = []
    func collect(_ text: TemplateText, _ names: ArraySlice<TemplateName>) {
      for case .placeholder(let expression, _) in text.pieces {
        switch expression.source {
        case .data(let reference): columns.insert(reference.column)
        case .name(let name):
          // Names stand for those above them alone, so this ends.
          guard let index = names.firstIndex(where: { $0.name == name }) else { continue }
          collect(names[index].text, names[..<index])
        default: continue
        }
      }
    }
    collect(text, names[...])
    return columns.sorted()
  }
}
