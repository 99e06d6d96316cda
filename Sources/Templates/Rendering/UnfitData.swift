internal import Payloads

/// The columns in a value of `format: xml` of which some rows contain a character that XML does not allow. The messages of
/// these rows are withheld.
struct UnfitData {
  private let table: DataTable
  private let columns: [Int]

  /// Nil where there are none: then nothing is checked.
  init?(_ template: Template) {
    guard template.format == .xml, let value = template.value, let table = template.data?.table else { return nil }
    columns = template.dataColumns(of: value).filter { !table.columns[$0].unfit.isEmpty }
    guard !columns.isEmpty else { return nil }
    self.table = table
  }

  /// The reason why `value`, with data of `row`, must not be sent; nil where it may: a step may have removed the character.
  func fault(row: Int, value: UnsafeRawBufferPointer) -> InvalidValue? {
    for column in columns {
      guard let scalar = table.columns[column].unfitForXML(row: row), XMLCharacters.firstUnfit(value) != nil else {
        continue
      }
      return InvalidValue(
        place: "",
        reason: "\(table.columns[column].path.written) contains \(scalar.name), which is not allowed in XML")
    }
    return nil
  }
}

extension Unicode.Scalar {
  /// The scalar's name, such as `U+0001`.
  package var name: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension Template {
  /// The columns of the template's data that a text uses, also by way of names.
  package func dataColumns(of text: TemplateText) -> [Int] {
    let columns = text.pieces(with: names).compactMap { piece -> Int? in
      guard case .placeholder(let expression, _) = piece, case .data(let reference) = expression.source else {
        return nil
      }
      return reference.column
    }
    return Set(columns).sorted()
  }
}
