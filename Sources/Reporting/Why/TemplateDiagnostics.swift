import Scenarios

/// Of templates and what they make.
enum TemplateDiagnostics {
  static let placeholder = Explanation(
    "a placeholder that is not known, not closed, or wrong in itself",
    """
    Between {{ and }} stands a name, a function, an argument, a method or a format that there is not, or one of the \
    braces is missing. What there is, Scenarios/templates.md lists.
    """,
    do: "Take the suggestion beside the caret. For the braces themselves write {{ '{{' }}.",
    example: .init(
      faulty: "templates: {order: {value: \"order {{sequ}}\"}}",
      mended: "templates: {order: {value: \"order {{seq}}\"}}"))

  static let data = Explanation(
    "a data file that cannot be read as one, or has too few rows",
    """
    A row of CSV has another number of cells than the header, or a quote is where none may be; a line of NDJSON is no \
    object, or lacks a field that a template names; the file has no rows. Or order: once takes each row once, and the stage \
    has more messages than there are rows.
    """,
    do: "Mend the line that is named; CSV is RFC 4180, with a header row. For a stage write the count that is named.",
    example: .init(
      faulty: "templates: {order: {data: {file: users.csv, order: once}, value: \"{{data.email}}\"}}",
      mended: "templates: {order: {data: {file: users.csv}, value: \"{{data.email}}\"}}"))

  static let json = Explanation(
    "a value that is not JSON, or a placeholder that would make it none",
    """
    With format: json a value is proven before anything is sent. Its fixed part is no JSON (a comma too many, a quote too \
    few); or a placeholder that yields text stands outside quotes, or in the middle of a number or a word.
    """,
    do: "Put quotes around a placeholder that yields text. One that yields a number may stand alone, as a whole value.",
    example: .init(
      faulty: "templates: {order: {format: json, value: '{\"stage\": {{stage.name}}}'}}",
      mended: "templates: {order: {format: json, value: '{\"stage\": \"{{stage.name}}\"}'}}"))

  static let xml = Explanation(
    "a value that is not XML, or a placeholder that would make it none",
    """
    With format: xml a value is proven before anything is sent. Its fixed part is no XML (an element that nothing closes, a \
    bare &); or a placeholder stands where nothing can be escaped: in a name, a comment, an instruction. What it yields in \
    text, in the value of an attribute and in CDATA is escaped; what XML cannot hold at all, such as U+0001, is refused.
    """,
    do: "Mend the line that is named. A placeholder belongs into text, into quotes of an attribute, or into CDATA.",
    example: .init(
      faulty: "templates: {order: {format: xml, value: '<order n={{seq}}/>'}}",
      mended: "templates: {order: {format: xml, value: '<order n=\"{{seq}}\"/>'}}"))

  static let looksLikeJSON = Explanation(
    "a value that looks like JSON, but is not checked",
    """
    Without format: json a value is text, and goes out as it is, whatever a placeholder makes of it. A warning: it may be \
    meant so.
    """,
    do: "Write format: json to have every value proven, or format: string to say that it is text.",
    example: .init(
      faulty: "templates: {order: {value: '{\"n\": {{seq}}}'}}",
      mended: "templates: {order: {format: json, value: '{\"n\": {{seq}}}'}}"))

  static let looksLikeXML = Explanation(
    "a value that looks like XML, but is not checked",
    """
    Without format: xml a value is text, and goes out as it is: an & or < from a placeholder makes it no XML. A warning: it \
    may be meant so.
    """,
    do: "Write format: xml to have every value proven, or format: string to say that it is text.",
    example: .init(
      faulty: "templates: {order: {value: '<order n=\"{{seq}}\"/>'}}",
      mended: "templates: {order: {format: xml, value: '<order n=\"{{seq}}\"/>'}}"))

  static let schema = Explanation(
    "a schema that cannot be used",
    """
    Every value is held to its template's schema before it is sent: to a JSON Schema (2020-12, or draft 7 where $schema says \
    so) with format: json, to an XSD with format: xml. What is wrong in the schema itself is shown at its own line. A word \
    that would restrict a value and is not enforced is refused, because messages would pass that it forbids; one that \
    restricts nothing and looks like a slip of the pen is warned of, for the same reason.
    """,
    do: "Mend the schema, or give the template the format that the schema is for.",
    example: .init(
      faulty: "templates: {order: {schema: order.schema.json, value: '{\"n\": {{seq}}}'}}",
      mended: "templates: {order: {format: json, schema: order.schema.json, value: '{\"n\": {{seq}}}'}}"))

  static let unfitMessages = Explanation(
    "messages that would be withheld, because they are not what their template says",
    """
    The first thousand messages of a template with a schema, or with raw in its value, are made and looked at before \
    anything is sent. If none fits it is an error: the template or the schema is wrong. If some do not it is a warning: a \
    run withholds each such message, counts it as withheld, and is broken unless that is expected.
    """,
    do:
      "Look at the first that is named, with rehearse render; change what the template makes, or what the schema allows.",
    example: .init(
      faulty: "templates: {order: {format: json, value: '{\"word\": {{raw faker.word()}}}'}}",
      mended: "templates: {order: {format: json, value: '{\"word\": \"{{faker.word()}}\"}'}}"))

  static let literalVariable = Explanation(
    "a variable where variables are not replaced",
    """
    In key, headers, let and value, and in the files that they name, ${NAME} is sent as it stands: payloads may contain such \
    text. A warning: most often the variable's value was meant.
    """,
    do: "Give it a name in vars, and write {{vars.build}} in the template.",
    example: .init(
      faulty: "templates: {order: {value: \"build ${CI_COMMIT_SHA}\"}}",
      mended: "vars: {build: \"${CI_COMMIT_SHA:-local}\"}\ntemplates: {order: {value: \"build {{vars.build}}\"}}"))
}
