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
