/// The functions of words and texts.
enum TextRows {
  private static let letters = Literal.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
  private static let joined = "one text, not a list"

  static let rows: [FunctionRow] = [
    FunctionRow(.word, [.speech, .vocabulary], "a word"),
    FunctionRow(
      .words, [.whole("nb", 1...10_000, 3), .vocabulary, .speech, .flag("unique", false)],
      "words separated by spaces; no two of them are the same if unique is True", beside: joined),
    FunctionRow(
      .sentence, [.whole("nb_words", 1...10_000, 6), .flag("variable_nb_words", true), .vocabulary],
      "a sentence; its length varies by 40 % unless variable_nb_words is False"),
    FunctionRow(
      .sentences, [.whole("nb", 1...1000, 3), .vocabulary], "sentences separated by spaces", beside: joined),
    FunctionRow(
      .paragraph, [.whole("nb_sentences", 1...1000, 3), .flag("variable_nb_sentences", true), .vocabulary],
      "sentences; their number varies by 40 % unless variable_nb_sentences is False"),
    FunctionRow(
      .paragraphs, [.whole("nb", 1...100, 3), .vocabulary], "paragraphs separated by spaces", beside: joined),
    FunctionRow(
      .text, [.whole("max_nb_chars", 5...100_000, 200), .vocabulary], "sentences of at most max_nb_chars characters"),
    FunctionRow(
      .texts, [.whole("nb_texts", 1...100, 3), .whole("max_nb_chars", 5...10_000, 200), .vocabulary],
      "texts separated by spaces", beside: joined),
    FunctionRow(.slug, [.optional("value", .text)], "words, or the text's, in lower case and with hyphens"),
    FunctionRow(
      .numerify, [Parameter("text", .text, .text("###"))],
      "the text with a digit for #, a digit except 0 for %, a digit or nothing for !, a digit except 0 or nothing for @",
      sample: "faker.numerify('A-###')"),
    FunctionRow(
      .lexify, [Parameter("text", .text, .text("????")), Parameter("letters", .nonEmptyText, letters)],
      "the text with one of the letters for ?", sample: "faker.lexify('??-??')"),
    FunctionRow(
      .bothify, [Parameter("text", .text, .text("## ??")), Parameter("letters", .nonEmptyText, letters)],
      "numerify and lexify together", sample: "faker.bothify('??-####')"),
    FunctionRow(
      .hexify, [Parameter("text", .text, .text("^^^^")), .flag("upper", false)],
      "the text with a hexadecimal digit for ^", sample: "faker.hexify('0x^^^^')"),
  ]
}
