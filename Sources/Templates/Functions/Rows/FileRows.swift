/// The functions of files and colours.
enum FileRows {
  private static let category = ["audio", "image", "office", "text", "video"]

  static let rows: [FunctionRow] = [
    FunctionRow(
      .fileName, [.optional("category", .choice(category)), .optional("extension", .text)],
      "a file's name; categories are \(category.joined(separator: ", "))", sample: "faker.file_name('image')"),
    FunctionRow(.fileExtension, [.optional("category", .choice(category))], "the end of a file's name"),
    FunctionRow(
      .filePath,
      [
        .whole("depth", 0...16, 1), .optional("category", .choice(category)), .optional("extension", .text),
        .flag("absolute", true),
        Parameter(
          "file_system_rule", .unsupported(.text("linux"), instead: "add .replace('/', '\\\\')"), .text("linux")),
      ], "a file in folders"),
    FunctionRow(
      .mimeType, [.optional("category", .choice(["application", "audio", "image", "text", "video"]))],
      "a media type", beside: "without the rare ones"),
    FunctionRow(.unixDevice, [.optional("prefix", .choice(["sd", "vd", "xvd"]))], "a device's file"),
    FunctionRow(
      .color,
      ["hue", "luminosity"].map { name in
        Parameter(
          name, .unsupported(.none, instead: "write random.choice(['#cc0000', '#ff6666']) with the colours wanted"),
          Literal.none)
      } + [Parameter("color_format", .choice(["hex", "rgb", "hsl", "hsv"]), .text("hex"))],
      "a colour as # and six hexadecimal digits, or such as hsl(210, 50, 40)"),
    FunctionRow(.colorName, [], "the name of a colour"),
    FunctionRow(.hexColor, [], "a colour as # and six hexadecimal digits"),
    FunctionRow(.rgbColor, [], "a colour as three numbers with commas"),
    FunctionRow(.rgbCssColor, [], "a colour as rgb() of CSS"),
    FunctionRow(.safeHexColor, [], "a colour as # and three pairs of equal digits"),
    FunctionRow(.safeColorName, [], "the name of one of the first fifteen colours of CSS"),
  ]
}
