internal import Scenarios

/// Diagnostics of templates and of what they render.
enum TemplateDiagnostics {
  static let placeholder = Explanation(
    "a placeholder that is unknown, not closed, or malformed",
    """
    Between {{ and }} is an unknown name, function, argument, method or format, or one of the braces is missing. \
    Scenarios/templates.md and functions.md list what there is.
    """,
    do: "Use the suggestion beside the caret. For literal braces write {{ '{{' }}.",
    example: .init(
      faulty: "templates: {order: {value: \"order {{sequ}}\"}}",
      fixed: "templates: {order: {value: \"order {{seq}}\"}}"))

  static let data = Explanation(
    "a data file that is malformed, or has too few rows",
    """
    A CSV row has a different number of cells than the header, or a quote where none is allowed; an NDJSON line is not an \
    object, or lacks a field that a template uses; the file has no rows. Or order: once uses each row once, and the stage \
    has more messages than there are rows.
    """,
    do: "Fix the line in the message; CSV is RFC 4180, with a header row. For a stage use the count in the message.",
    example: .init(
      faulty: "templates: {order: {data: {file: users.csv, order: once}, value: \"{{data.email}}\"}}",
      fixed: "templates: {order: {data: {file: users.csv}, value: \"{{data.email}}\"}}"))

  static let json = Explanation(
    "a value that is not JSON, or a placeholder that would make it invalid",
    """
    With format: json a value is checked before anything is sent. Its fixed part is not JSON (an extra comma, a missing \
    quote); or a placeholder that yields text is outside quotes, or inside a number or a word.
    """,
    do:
      "Put quotes around a placeholder that yields text. One that yields a number can be a whole value without quotes.",
    example: .init(
      faulty: "templates: {order: {format: json, value: '{\"stage\": {{stage.name}}}'}}",
      fixed: "templates: {order: {format: json, value: '{\"stage\": \"{{stage.name}}\"}'}}"))

  static let xml = Explanation(
    "a value that is not XML, or a placeholder that would make it invalid",
    """
    With format: xml a value is checked before anything is sent. Its fixed part is not XML (an element that is not closed, \
    a bare &); or a placeholder is where nothing can be escaped: in a name, a comment, a processing instruction. What it \
    yields in text, in attribute values and in CDATA is escaped; what XML cannot hold at all, such as U+0001, is refused.
    """,
    do: "Fix the line in the message. Placeholders are allowed in text, in quoted attribute values, and in CDATA.",
    example: .init(
      faulty: "templates: {order: {format: xml, value: '<order n={{seq}}/>'}}",
      fixed: "templates: {order: {format: xml, value: '<order n=\"{{seq}}\"/>'}}"))

  static let looksLikeJSON = Explanation(
    "a value that looks like JSON, but is not checked",
    """
    Without format: json a value is text and is sent as it is, whatever a placeholder puts into it. This is a warning: it \
    may be intended.
    """,
    do: "Write format: json to have every value checked, or format: string to say that it is text.",
    example: .init(
      faulty: "templates: {order: {value: '{\"n\": {{seq}}}'}}",
      fixed: "templates: {order: {format: json, value: '{\"n\": {{seq}}}'}}"))

  static let looksLikeXML = Explanation(
    "a value that looks like XML, but is not checked",
    """
    Without format: xml a value is text and is sent as it is: an & or < from a placeholder makes it invalid. This is a \
    warning: it may be intended.
    """,
    do: "Write format: xml to have every value checked, or format: string to say that it is text.",
    example: .init(
      faulty: "templates: {order: {value: '<order n=\"{{seq}}\"/>'}}",
      fixed: "templates: {order: {format: xml, value: '<order n=\"{{seq}}\"/>'}}"))

  static let schema = Explanation(
    "a schema that cannot be used",
    """
    Every value is validated against its template's schema before it is sent: a JSON Schema (2020-12, or draft 4, 6 or 7 \
    where $schema says so) or a part of a file (api.json#/components/schemas/Order) with format: json, an XSD with format: \
    xml. Errors in the schema itself are shown at their own lines. A keyword of another draft is refused, because invalid \
    messages would pass. It is a warning if a keyword or a format restricts nothing and probably should, or if the whole \
    schema restricts nothing: then it is probably another document, of which a part is the schema.
    """,
    do: "Fix the schema, or give the template the format that the schema is for.",
    example: .init(
      faulty: "templates: {order: {schema: order.schema.json, value: '{\"n\": {{seq}}}'}}",
      fixed: "templates: {order: {format: json, schema: order.schema.json, value: '{\"n\": {{seq}}}'}}"))

  static let unfitMessages = Explanation(
    "messages that would be withheld, because they do not match their template's format or schema",
    """
    The first thousand messages of a template with a schema, or with raw in its value, are rendered and validated before \
    anything is sent. It is an error if none is valid: the template or the schema is wrong. It is a warning if some are not, \
    or if the scenario expects that messages are withheld (withheld == 50): a run withholds each such message and counts it, and \
    fails unless that is expected.
    """,
    do:
      "Render the first of them (rehearse render); change the template, or what the schema allows.",
    example: .init(
      faulty: "templates: {order: {format: json, value: '{\"word\": {{raw faker.word()}}}'}}",
      fixed: "templates: {order: {format: json, value: '{\"word\": \"{{faker.word()}}\"}'}}"))

  static let literalVariable = Explanation(
    "a variable where variables are not replaced",
    """
    In key, headers, let and value, and in the files that they name, ${NAME} is sent literally: payloads may contain such \
    text. This is a warning: usually the variable's value was meant.
    """,
    do: "Give it a name in vars, and write {{vars.build}} in the template.",
    example: .init(
      faulty: "templates: {order: {value: \"build ${CI_COMMIT_SHA}\"}}",
      fixed: "vars: {build: \"${CI_COMMIT_SHA:-local}\"}\ntemplates: {order: {value: \"build {{vars.build}}\"}}"))
}
