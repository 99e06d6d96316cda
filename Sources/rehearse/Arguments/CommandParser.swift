internal import PostRequests
internal import Rehearsal
internal import Scenarios

extension CommandLine {
  /// The invocation that `arguments`, without the program's name, ask for. Reads nothing else.
  static func parse(_ arguments: [String]) -> Result<Invocation, UsageError> {
    Result { () throws(UsageError) in try invocation(arguments) }
  }

  private static func invocation(_ arguments: [String]) throws(UsageError) -> Invocation {
    guard let first = arguments.first else { throw .nothingAsked }
    let rest = Array(arguments.dropFirst())
    if CommandOption.help.spellings.contains(first) { return try help(on: rest) }
    if first == CommandOption.version.name { return .version }
    if first.hasPrefix("-") { throw .optionBeforeCommand(first) }
    guard let command = CommandTable.command(named: first) else { throw .unknownCommand(first) }

    let given: GivenArguments
    switch try ArgumentReader(command).read(rest) {
    case .arguments(let arguments): given = arguments
    case .help: return .help(.command(command.name))
    case .version: return .version
    }
    switch command.name {
    case .run: return .run(try RunOptions(given))
    case .post: return .post(try PostOptions(given))
    case .compare: return .compare(try CompareOptions(given))
    case .history: return .history(try HistoryOptions(given))
    case .check: return .check(try CheckOptions(given))
    case .render: return .render(try RenderOptions(given))
    case .why: return .why(try given.code())
    case .schema: return .schema(try SchemaDocument(given))
    case .plan: return .plan(PlanOptions(file: try given.files(atMost: 1)[0], overrides: OverrideOptions(given)))
    case .explain:
      let operands = try given.files(atMost: 2)
      return .explain(
        ExplainOptions(file: operands[0], path: operands.dropFirst().first, overrides: OverrideOptions(given)))
    case .create: return .create(try InitOptions(given))
    case .help: return try help(on: given.operands)
    }
  }

  private static func help(on topics: [String]) throws(UsageError) -> Invocation {
    guard let topic = topics.first else { return .help(.program) }
    guard let command = CommandTable.command(named: topic) else { throw .unknownCommand(topic) }
    if topics.count > 1 { throw .unexpectedOperand(topics[1], of: .help) }
    return .help(.command(command.name))
  }
}

/// Separates options, their values and operands.
private struct ArgumentReader {
  enum Outcome {
    case arguments(GivenArguments)
    case help
    case version
  }

  private let command: Command
  private var given: GivenArguments

  init(_ command: Command) {
    self.command = command
    given = GivenArguments(command: command.name)
  }

  consuming func read(_ arguments: [String]) throws(UsageError) -> Outcome {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        given.operands += rest
        break
      }
      guard argument.hasPrefix("-"), argument != "-" else {
        given.operands.append(argument)
        continue
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let option = command.option(named: parts[0]) else { throw .unknownOption(parts[0], of: command.name) }
      guard option.placeholder != nil else {
        if parts.count > 1 { throw .unexpectedValue(of: option, in: command.name) }
        if option == .help { return .help }
        if option == .version { return .version }
        given.flags.insert(option.name)
        continue
      }
      try keep(parts.count > 1 ? parts[1] : Self.value(from: &rest), of: option)
    }
    return .arguments(given)
  }

  /// The next argument, unless it is an option itself: in `--label --seed 7` the label is missing. A value that does begin
  /// with two dashes can be written after a `=`.
  private static func value(from rest: inout ArraySlice<String>) -> String? {
    guard let next = rest.first, !next.hasPrefix("--") else { return nil }
    return rest.popFirst()
  }

  private mutating func keep(_ value: String?, of option: CommandOption) throws(UsageError) {
    guard let value, !value.isEmpty else { throw .missingValue(of: option, in: command.name) }
    if given.values[option.name] != nil, !option.isRepeatable { throw .givenTwice(option, in: command.name) }
    given.values[option.name, default: []].append(value)
  }
}

/// The arguments of one command, separated but not yet read.
private struct GivenArguments {
  var command: Command.Name
  /// The values by the option's name.
  var values: [String: [String]] = [:]
  /// The names of options without a value.
  var flags: Set<String> = []
  var operands: [String] = []

  func all(_ option: CommandOption) -> [String] { values[option.name] ?? [] }

  func has(_ flag: CommandOption) -> Bool { flags.contains(flag.name) }

  func files(atMost limit: Int = .max) throws(UsageError) -> [String] {
    if operands.isEmpty { throw .missingOperand(of: command) }
    if operands.count > limit { throw .unexpectedOperand(operands[limit], of: command) }
    return operands
  }

  func number(_ option: CommandOption) throws(UsageError) -> UInt64? {
    guard let text = all(option).first else { return nil }
    guard text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = UInt64(text) else {
      throw .invalidValue(text, of: option, in: command, reason: "it must be a whole number")
    }
    return number
  }

  func number(_ option: CommandOption, from least: Int, to most: Int) throws(UsageError) -> Int? {
    guard let text = all(option).first else { return nil }
    guard text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = Int(text), (least...most).contains(number)
    else {
      throw .invalidValue(
        text, of: option, in: command, reason: "it must be a whole number from \(least) to \(most)")
    }
    return number
  }

  func code() throws(UsageError) -> String? {
    if operands.count > 1 { throw .unexpectedOperand(operands[1], of: command) }
    return operands.first
  }
}

extension RunOptions {
  fileprivate init(_ given: GivenArguments) throws(UsageError) {
    if let list = given.all(.brokers).first { brokers = try Brokers(list: list, in: .brokers, of: .run) }
    if let text = given.all(.seed).first { seed = try UInt64(seed: text) }
    reportDirectory = given.all(.reportDirectory).first
    label = given.all(.label).first
    stages = given.all(.stage)
    allowsDeletion = given.has(.allowDelete)
    history = given.all(.append).first
    overrides = OverrideOptions(given)
    repetitions = try given.number(.repeated, from: 1, to: 1000) ?? 1
    against = try OtherSide(given)
    againstLabel = given.all(.againstLabel).first
    if against == nil, againstLabel != nil { throw .labelWithoutOtherSide }
    warmUps = try given.number(.warmUp, from: 0, to: 1000) ?? (against == nil ? 0 : 1)
    files = try given.files()
  }
}

extension OtherSide {
  fileprivate init?(_ given: GivenArguments) throws(UsageError) {
    let (path, list) = (given.all(.againstBinary).first, given.all(.againstBrokers).first)
    if path != nil, list != nil { throw .twoOtherSides }
    if let list {
      self = .brokers(try Brokers(list: list, in: .againstBrokers, of: .run))
    } else if let path {
      try Self.refuseWhatOtherBuildsDoNotGet(given)
      self = .binary(path)
    } else {
      return nil
    }
  }

  /// Another build gets the options that every build has, and runs what they say: what they do not say would make it another run.
  private static func refuseWhatOtherBuildsDoNotGet(_ given: GivenArguments) throws(UsageError) {
    let options: [CommandOption] = [.allowPath, .stage, .allowDelete]
    if let option = options.first(where: { given.has($0) || !given.all($0).isEmpty }) {
      throw .notForOtherBuild(option)
    }
    if let setting = given.all(.set).first(where: Overrides.mayHoldSecret) {
      throw .secretForOtherBuild(path: String(setting.prefix { $0 != "=" }))
    }
  }
}

extension OverrideOptions {
  fileprivate init(_ given: GivenArguments) {
    self.init(
      settings: given.all(.set), environmentFile: given.all(.environmentFile).first,
      allowedPaths: given.all(.allowPath))
  }
}

extension CompareOptions {
  fileprivate init(_ given: GivenArguments) throws(UsageError) {
    let (bases, news) = (given.all(.base), given.all(.new))
    if let base = bases.first, !news.isEmpty {
      sides = .builds(of: try given.files(atMost: 1)[0], base: base, new: news)
    } else {
      if let given = bases.first ?? news.first { throw .halfOfTheBuilds(given) }
      let paths = try given.files()
      guard paths.count > 1 else { throw .missingOperand(of: .compare) }
      sides = .paths(base: paths[0], new: Array(paths.dropFirst()))
    }
    for pattern in given.all(.metric) {
      metrics += try ComparisonArguments.metrics(pattern, of: .metric, in: .compare)
    }
    for text in given.all(.tolerance) { settings.append(try ComparisonArguments.tolerance(text)) }
    for text in given.all(.gate) {
      if let setting = try ComparisonArguments.gate(text) {
        settings.append(setting)
      } else {
        gatesSuspicions = true
      }
    }
    // What gates is compared, whatever else is named.
    if !metrics.isEmpty { metrics += settings.filter { $0.gates == true }.map(\.metric) }
    showsAll = given.has(.all)
    allowsDrift = given.has(.allowDrift)
    scenario = given.all(.ofScenario).first
    if let text = given.all(.comparisonFormat).first {
      guard let known = Format(rawValue: text) else {
        throw .invalidValue(
          text, of: .comparisonFormat, in: .compare,
          reason: "it must be one of \(Format.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      format = known
    }
    output = given.all(.output).first
    overrides = OverrideOptions(given)
  }
}

extension HistoryOptions {
  fileprivate init(_ given: GivenArguments) throws(UsageError) {
    files = try given.files()
    for pattern in given.all(.shownMetric) {
      metrics += try ComparisonArguments.metrics(pattern, of: .shownMetric, in: .history)
    }
    if let number = try given.number(.within) {
      guard let count = Int(exactly: number), count > 0 else {
        throw .invalidValue(String(number), of: .within, in: .history, reason: "it must be 1 or more builds")
      }
      within = count
    }
    if let text = given.all(.historyFormat).first {
      guard let known = Format(rawValue: text) else {
        throw .invalidValue(
          text, of: .historyFormat, in: .history,
          reason: "it must be one of \(Format.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      format = known
    }
    scenario = given.all(.ofScenario).first
    output = given.all(.output).first
    overrides = OverrideOptions(given)
  }
}

extension PostOptions {
  fileprivate init(_ given: GivenArguments) throws(UsageError) {
    files = try given.files()
    if files.count(where: { $0 == CheckOptions.standardInput }) > 1 { throw .standardInputTwice(of: .post) }
    let (shows, validates, connects) = (given.has(.show), given.has(.dryRun), given.has(.askCluster))
    if shows, validates { throw .showWithDryRun }
    if connects, !validates { throw .connectWithoutDryRun }
    purpose = shows ? .show : validates ? .validate(connects: connects) : .post
    if let list = given.all(.postBrokers).first {
      _ = try Brokers(list: list, in: .postBrokers, of: .post)
      terms.brokers = list
    }
    if let text = given.all(.postSeed).first { terms.seed = try UInt64(seed: text) }
    if let text = given.all(.mechanism).first {
      guard let known = PostTerms.Mechanism(rawValue: text.uppercased()) else {
        throw .invalidValue(
          text, of: .mechanism, in: .post,
          reason: "it must be one of \(PostTerms.Mechanism.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      terms.mechanism = known
    }
    terms.verifies = !given.has(.noVerify)
    reportDirectory = given.all(.reportDirectory).first
    history = given.all(.append).first
    label = given.all(.label).first
  }
}

extension CheckOptions {
  fileprivate init(_ given: GivenArguments) throws(UsageError) {
    files = try given.files()
    if files.count(where: { $0 == Self.standardInput }) > 1 { throw .standardInputTwice(of: .check) }
    connects = given.has(.connect)
    if let list = given.all(.brokers).first {
      brokers = try Brokers(list: list, in: .brokers, of: .check)
      if !connects { throw .brokersWithoutConnect }
    }
    if let text = given.all(.format).first { format = try Format(text) }
    overrides = OverrideOptions(given)
  }
}

extension SchemaDocument {
  fileprivate init(_ given: GivenArguments) throws(UsageError) {
    guard let name = given.operands.first else {
      self = .scenario
      return
    }
    guard let document = SchemaDocument(rawValue: name) else { throw .unknownDocument(name) }
    if given.operands.count > 1 { throw .unexpectedOperand(given.operands[1], of: .schema) }
    self = document
  }
}

extension InitOptions {
  fileprivate init(_ given: GivenArguments) throws(UsageError) {
    let file = given.operands.isEmpty ? FirstScenario.fileName : try given.files(atMost: 1)[0]
    self.file = file == "-" ? nil : file
  }
}

extension RenderOptions {
  fileprivate init(_ given: GivenArguments) throws(UsageError) {
    file = try given.files(atMost: 1)[0]
    stage = given.all(.ofStage).first
    sequence = try given.number(.sequence)
    count = try given.number(.messageCount)
    if let text = given.all(.form).first { form = try Form(text) }
    showsKeys = given.flags.contains(CommandOption.keys.name)
    showsHeaders = given.flags.contains(CommandOption.headers.name)
    run = given.all(.pastRun).first
    overrides = OverrideOptions(given)
  }
}
