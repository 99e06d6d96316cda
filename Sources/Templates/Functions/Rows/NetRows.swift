/// The functions of names and addresses of the network.
enum NetRows {
  private static let ownDomain = "at example.com, example.net or example.org, or below one of them"
  private static let reserved = "hosts below .example, .invalid and .test"
  private static let schemes = Parameter.optional("schemes", .words)
  private static let levels = Parameter.whole("levels", 1...8, 1)
  private static let classes = Parameter.optional("address_class", .choice(["a", "b", "c"]))
  private static let network = Parameter.flag("network", false)

  static let rows: [FunctionRow] = [
    FunctionRow(
      .email, [.flag("safe", true), .optional("domain", .text)],
      "an e-mail address \(ownDomain); safe=False: of a company; or at the domain",
      beside: "safe=False is below .example, .invalid or .test, too"),
    FunctionRow(.safeEmail, [], "an e-mail address \(ownDomain)"),
    FunctionRow(.freeEmail, [], "an e-mail address \(ownDomain)", beside: "no real provider"),
    FunctionRow(.companyEmail, [], "an e-mail address of a company", beside: reserved),
    FunctionRow(.asciiEmail, [], "an e-mail address \(ownDomain)"),
    FunctionRow(.asciiSafeEmail, [], "an e-mail address \(ownDomain)"),
    FunctionRow(.asciiFreeEmail, [], "an e-mail address \(ownDomain)", beside: "no real provider"),
    FunctionRow(.asciiCompanyEmail, [], "an e-mail address of a company", beside: reserved),
    FunctionRow(.freeEmailDomain, [], "a domain of e-mail addresses", beside: "no real provider"),
    FunctionRow(.safeDomainName, [], "example.com, example.net or example.org"),
    FunctionRow(
      .url, [schemes], "a URL below .example, .invalid or .test, with http or https, or one of the schemes",
      sample: "faker.url(schemes=['ftp'])", beside: reserved),
    FunctionRow(
      .uri, [schemes, .optional("deep", .integer(1...8))], "a URL with a path and a page",
      beside: reserved),
    FunctionRow(.uriPath, [.optional("deep", .integer(1...8))], "one to three words with slashes, or deep words"),
    FunctionRow(.uriPage, [], "a page's name"),
    FunctionRow(.uriExtension, [], "the end of a page's name"),
    FunctionRow(
      .imageUrl,
      [
        .optional("width", .integer(1...100_000)), .optional("height", .integer(1...100_000)),
        Parameter(
          "placeholder_url", .unsupported(.none, instead: "write the URL as text around faker.random_int()"),
          Literal.none),
      ], "the URL of a picture", beside: reserved),
    FunctionRow(.domainName, [levels], "a domain below .example, .invalid or .test", beside: reserved),
    FunctionRow(.domainWord, [], "the first word of a domain"),
    FunctionRow(.tld, [], "a top-level domain"),
    FunctionRow(.hostname, [.whole("levels", 0...8, 1)], "a host", beside: reserved),
    FunctionRow(
      .ipv4, [network, classes, .optional("private", .boolean)],
      "an IPv4 address; network=True: a network, such as 10.0.0.0/8"),
    FunctionRow(.ipv4Private, [network, classes], "an IPv4 address of a private network"),
    FunctionRow(.ipv4Public, [network, classes], "an IPv4 address of no private network", beside: "fewer networks"),
    FunctionRow(.ipv6, [network], "an IPv6 address; network=True: a network"),
    FunctionRow(.macAddress, [.flag("multicast", false)], "a MAC address"),
    FunctionRow(
      .portNumber, [.flag("is_system", false), .flag("is_user", false), .flag("is_dynamic", false)], .integer,
      "a port from 0 to 65535: up to 1023 of the system, up to 49151 of users, above for any use"),
    FunctionRow(.httpMethod, [], "a method of HTTP"),
    FunctionRow(
      .httpStatusCode, [.flag("include_unassigned", true)], .integer, "a status of HTTP from 100 to 599"),
    FunctionRow(.userAgent, [], "the user agent of a browser"),
    FunctionRow(
      .chrome,
      ["version_from", "version_to", "build_from", "build_to"].enumerated().map { index, name in
        Parameter(
          name,
          .unsupported(.integer([13, 63, 800, 899][index]), instead: "write the user agent around faker.random_int()"),
          .integer([13, 63, 800, 899][index]))
      }, "the user agent of Chrome"),
    FunctionRow(.firefox, [], "the user agent of Firefox"),
    FunctionRow(.safari, [], "the user agent of Safari"),
  ]
}
