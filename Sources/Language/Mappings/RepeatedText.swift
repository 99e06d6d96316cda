internal import Diagnostics
internal import Templates

/// Keys of a list of `let`.
enum RepeatedTextKeys {
  /// A text, or a list of texts.
  static let kind: Kind = .either([.template, .mapping(table)])

  static let repetition = Key(
    "repeat", .repetition, "Number of elements; of `1..5` each number is equally likely.", examples: ["1..5", "3"],
    required: true
  ) { $0.quantity($1, expected: "a number of elements such as 3 or 1..5", Quantity.repetition) }

  static let value = Key(
    "value", .template,
    "One element, with placeholders: a JSON value, or an XML element. `{{index}}` is its number, from 0.",
    examples: [#"'{"pos": {{index}}}'"#], required: true
  ) { _, pair in pair }

  static let table = KeyTable(
    name: "repeated", title: "A list",
    summary:
      "A list of varying length under a name of `let`: `{{NAME}}` is a JSON array or XML elements, and `{{NAME.count}}` its "
      + "length.",
    rows: [repetition.row, value.row],
    isReplacedWhole: true,
    example: MappingExample(
      in: "template",
      """
      format: json
      let: {lines: {repeat: 1..5, value: '{"sku": "{{random.hex(4)}}", "pos": {{index}}}'}}
      value: '{"lines": {{lines}}, "count": {{lines.count}}}'
      """))
}
