internal import Rehearsal

/// Every command and option; the parser and the help are made from this table.
enum CommandTable {
  static let commands = Command.Name.allCases.map(command)

  static let globalOptions: [CommandOption] = [.version, .help]

  static func command(_ name: Command.Name) -> Command {
    switch name {
    case .run: run
    case .post: post
    case .compare: compare
    case .history: history
    case .check: check
    case .render: render
    case .why: why
    case .schema: schema
    case .plan: plan
    case .explain: explain
    case .create: create
    case .help: help
    }
  }

  static func command(named name: String) -> Command? {
    Command.Name(rawValue: name).map(command)
  }

  private static let run = Command(
    name: .run, operands: .files,
    summary: "send what each scenario says, read it back, judge and report",
    description: """
      Reads all files, and then runs the scenarios one after the other; if one cannot be read, none is run. Progress \
      goes to standard error; a table, what failed and a last line "result: …", with the exit code, go to standard \
      output. The first signal (Ctrl-C, SIGTERM, SIGHUP) ends the sending, and what was sent is read back and \
      reported; the second ends the waiting, and what was read is reported; the third quits. Signals within a second \
      count as one. With --against-… the exit code is that of this side's runs, and if they passed, 13 for a metric that \
      regressed, or 14 if nothing could be compared.
      """,
    options: [
      .brokers, .reportDirectory, .append, .seed, .set, .environmentFile, .allowPath, .label, .stage, .allowDelete,
      .repeated, .warmUp, .againstBinary, .againstBrokers, .againstLabel,
    ],
    examples: [
      Command.Example(
        line: "rehearse run Scenarios/quickstart.yaml",
        meaning: "on the scenario's own brokers"),
      Command.Example(
        line: "rehearse run --brokers kafka-1:9092,kafka-2:9092 --label nightly orders.yaml",
        meaning: "the same scenario on another cluster"),
      Command.Example(
        line: "rehearse run --set stages.steady.rate=1k/s orders.yaml",
        meaning: "with a different rate than the file's"),
      Command.Example(
        line: "rehearse run --stage warm-up --stage steady orders.yaml",
        meaning: "only two of its stages"),
      Command.Example(
        line: "rehearse run --repeat 5 --against-binary ~/v1.4/rehearse orders.yaml",
        meaning: "five runs of each of two builds, in turn, and what differs"),
    ])

  private static let post = Command(
    name: .post, operands: .requests,
    summary: "run the requests of a posting utility; answer in JSON",
    description: """
      A REQUEST is JSON with the brokers, the topic and the content of messages, of phase 1 or phase 2; an array has several. It becomes a scenario, which is run and judged like any other. Standard output has the answer in JSON: an \
      object, or an array for an array or several files. A REQUEST of - is standard input. All requests are read before the first \
      is run; if one cannot be read, none is. The exit codes are those of rehearse run.
      """,
    options: [
      .show, .dryRun, .askCluster, .noVerify, .mechanism, .postBrokers, .postSeed, .reportDirectory, .append, .label,
    ],
    examples: [
      Command.Example(line: "rehearse post Scenarios/posting/phase-1.json", meaning: "posts, reads back, and answers"),
      Command.Example(line: "rehearse post --show request.json > orders.yaml", meaning: "the scenario, to go on with"),
      Command.Example(
        line: "rehearse post --dry-run --connect request.json", meaning: "is all of it right, and the cluster ready?"),
    ])

  private static let compare = Command(
    name: .compare, operands: .sides,
    summary: "compare the runs of builds: what moved, and whether it is noise",
    description: """
      Each side is a file stages.csv, a folder of reports, or a pattern in quotes; all runs in it belong to that side. A metric has \
      regressed if the medians differ by more than its tolerance, and a test shows that this is not noise; that needs four runs a \
      side (rehearse run --repeat 5). A count of wrong messages that was 0 needs one run. With fewer runs a difference is \
      suspect, and fails nothing. The exit code is 13 for a regression, 14 if nothing can be compared, 65 or 66 if a file \
      cannot be read. What compare: in the scenario says about a metric is taken from --scenario, else from the run.json of the \
      newest run.
      """,
    options: [
      .base, .new, .metric, .tolerance, .gate, .all, .allowDrift, .ofScenario, .comparisonFormat, .output, .set,
      .environmentFile, .allowPath,
    ],
    examples: [
      Command.Example(line: "rehearse compare Reports-main Reports-branch", meaning: "two folders of reports"),
      Command.Example(
        line: "rehearse compare all.csv --base v1.2 --new v1.3", meaning: "two builds of one file, by their labels"),
      Command.Example(
        line: "rehearse compare --tolerance ack_latency_p99=20%,5ms base new",
        meaning: "with another limit"),
      Command.Example(
        line: "rehearse compare --format markdown --output comment.md base new", meaning: "for a pull request"),
    ])

  private static let history = Command(
    name: .history, operands: .reports,
    summary: "show metrics over many builds, and with which build one changed",
    description: """
      FILE is a history that run --append wrote, a stages.csv, a folder of reports, or a pattern in quotes. The runs of a build, \
      which is their label, else their commit, become one value: their median, and of counts of wrong messages the greatest. Shown \
      are the metrics that can fail a comparison; a change is found where the values before and after differ by more than the \
      metric's tolerance, with p < 0.001. Another scenario file, or another kind of broker, begins a new series. The exit code is \
      0; with --within, 13 for a change for the worse, and 14 if there is no value; 65 or 66 if a file cannot be read. What \
      compare: in the scenario says about a metric is taken from --scenario, else from the run.json of the newest run.
      """,
    options: [
      .shownMetric, .within, .ofScenario, .historyFormat, .output, .set, .environmentFile, .allowPath,
    ],
    examples: [
      Command.Example(line: "rehearse history history.csv", meaning: "all builds of one file"),
      Command.Example(
        line: "rehearse history --within 3 history.csv", meaning: "fails if one of the last three builds made it worse"),
      Command.Example(
        line: "rehearse history --metric ack_latency_max Reports", meaning: "one metric, of a folder of reports"),
    ])

  private static let check = Command(
    name: .check, operands: .files,
    summary: "read each scenario and show every mistake in it; sends nothing",
    description: """
      Shows each mistake with its line, a caret and what to write instead. Without --connect it needs no network; with \
      it, problems of the cluster are shown at their lines, too. Produce and consume permissions are only checked by \
      an actual run. The exit code is 0 if every file can be run, 65 if one is invalid, 66 if one cannot be read, 20 if \
      a cluster is not ready for its scenario. A FILE of - is standard input.
      """,
    options: [.connect, .brokers, .set, .environmentFile, .allowPath, .format],
    examples: [
      Command.Example(line: "rehearse check Scenarios/*.yaml", meaning: "before you commit a change"),
      Command.Example(
        line: "rehearse check --format github Scenarios/*.yaml", meaning: "in a GitHub Actions workflow"),
      Command.Example(
        line: "rehearse check --connect orders.yaml", meaning: "before a long run: is its cluster ready for it?"),
    ])

  private static let render = Command(
    name: .render, operands: .file,
    summary: "print messages of a stage; sends nothing",
    description: """
      Prints the values as they would be sent, one a line, beginning with message 0 of the first stage. With --run, the \
      messages are those of that run; without it, the run id is zero and the start is the year 2000.
      """,
    options: [
      .ofStage, .sequence, .messageCount, .keys, .headers, .form, .pastRun, .set, .environmentFile,
      .allowPath,
    ],
    examples: [
      Command.Example(line: "rehearse render Scenarios/quickstart.yaml", meaning: "the first ten messages"),
      Command.Example(
        line: "rehearse render --stage steady --seq 4711 --keys orders.yaml", meaning: "one message with its key"),
      Command.Example(
        line: "rehearse render -n 1000 --headers --format ndjson orders.yaml", meaning: "for other tools"),
    ])

  private static let why = Command(
    name: .why, operands: .code,
    summary: "explain a code or a word of a report, and what to do",
    description: """
      CODE is a diagnostic, a problem, a count, a metric, a column, the code of a check, an exit code, or another word, as \
      reports and messages show it. Without CODE, all of them are listed.
      """,
    options: [],
    examples: [
      Command.Example(line: "rehearse why scenario.unknown-key", meaning: "a diagnostic; unknown-key will do"),
      Command.Example(line: "rehearse why lost", meaning: "a count of a report"),
      Command.Example(line: "rehearse why 22", meaning: "an exit code"),
    ])

  private static let schema = Command(
    name: .schema, operands: .document,
    summary: "print the JSON Schema of scenarios, for editors",
    description: """
      A DOCUMENT is scenario (the default), included for the schema of files that scenarios include, \
      reference for every key in Markdown, functions for every template function, or locales for how many \
      texts faker has in each locale. All are made from the tables that scenarios are read by. To use the schema, save it beside a scenario as \
      scenario.v1.schema.json, and begin the scenario with the first line that rehearse init writes.
      """,
    options: [],
    examples: [
      Command.Example(line: "rehearse schema", meaning: "for an editor that supports JSON Schema"),
      Command.Example(line: "rehearse schema reference", meaning: "every key with its meaning"),
      Command.Example(line: "rehearse schema functions", meaning: "every function with its arguments and a sample"),
    ])

  private static let plan = Command(
    name: .plan, operands: .file,
    summary: "show what a run would do: stages, counts, bytes, time, memory; sends nothing",
    description: """
      Shows the stages on a time line, exact counts, a message of each template, the topics, the clients' settings \
      with secrets replaced, the memory that is needed, and the files that are written. It connects to no broker.
      """,
    options: [.set, .environmentFile, .allowPath],
    examples: [
      Command.Example(line: "rehearse plan Scenarios/quickstart.yaml", meaning: "before anything is sent")
    ])

  private static let explain = Command(
    name: .explain, operands: .fileAndPath,
    summary: "show every value of a scenario and the line it comes from",
    description: """
      Includes, extends, anchors and variables are resolved, and a value that is not in the file is shown with its \
      default. Of a secret it shows where it is stored, never its value.
      """,
    options: [.set, .environmentFile, .allowPath],
    examples: [
      Command.Example(line: "rehearse explain orders.yaml", meaning: "all of it"),
      Command.Example(line: "rehearse explain orders.yaml stages.peak", meaning: "one stage, with all of its defaults"),
    ])

  private static let create = Command(
    name: .create, operands: .newFile,
    summary: "write a first scenario, with comments, that runs as it is",
    description: """
      Without FILE it writes \(FirstScenario.fileName); an existing file is not changed. The scenario runs on the \
      broker inside rehearse, so nothing else is needed.
      """,
    options: [],
    examples: [
      Command.Example(line: "rehearse init", meaning: "writes \(FirstScenario.fileName), and shows what to try next"),
      Command.Example(line: "rehearse init orders.yaml", meaning: "under another name"),
      Command.Example(line: "rehearse init -", meaning: "prints it, and writes no file"),
    ])

  private static let help = Command(
    name: .help, operands: .topic,
    summary: "explain the program, or one command with its options",
    description: "The same as --help after a command.",
    options: [],
    examples: [Command.Example(line: "rehearse help run", meaning: "the options of run")])
}

extension CommandOption {
  static let brokers = CommandOption(
    name: "--brokers", placeholder: "LIST",
    help: """
      use these instead of the scenario's brokers: HOST:PORT, several with a comma between them, or the word \
      embedded for the broker inside rehearse
      """)
  static let set = CommandOption(
    name: "--set", placeholder: "PATH=VALUE", isRepeatable: true,
    help: """
      use this value instead of the scenario's: stages.peak.rate=10k/s; stages by name, keys with dots in double \
      quotes, null removes a value; may be given several times
      """)
  static let environmentFile = CommandOption(
    name: "--env-file", placeholder: "FILE",
    help: "read variables for ${NAME} from this file of NAME=VALUE lines; those of the environment override them")
  static let allowPath = CommandOption(
    name: "--allow-path", placeholder: "DIR", isRepeatable: true,
    help: """
      let the scenario read templates, data, schemas and included files from DIR, too, and not from its own folder alone; may \
      be given several times
      """)
  static let reportDirectory = CommandOption(
    name: "--report-dir", placeholder: "DIR",
    help: "write reports below DIR instead of Reports")
  static let append = CommandOption(
    name: "--append", placeholder: "FILE",
    help: """
      also append the rows of stages.csv to FILE, a history that several runs may write to at once; it is made if it is not \
      there, and an older header is extended
      """)
  static let seed = CommandOption(
    name: "--seed", placeholder: "N",
    help: "use this seed instead of the scenario's: a whole number from 0 to \(UInt64.max)")
  static let label = CommandOption(
    name: "--label", placeholder: "TEXT",
    help: "a text of your own for the reports, such as a build number")
  static let stage = CommandOption(
    name: "--stage", placeholder: "NAME", isRepeatable: true,
    help: "run this stage only; may be given several times")
  static let allowDelete = CommandOption(
    name: "--allow-delete",
    help: """
      let create: always delete a topic that exists, with all that is in it; without it the run ends before anything is sent
      """)
  static let base = CommandOption(
    name: "--base", placeholder: "BUILD",
    help: "with one file: the build to compare with, by its label, commit (7 digits or more) or run id")
  static let new = CommandOption(
    name: "--new", placeholder: "BUILD", isRepeatable: true,
    help: "with one file: the build that is compared; may be given several times")
  static let metric = CommandOption(
    name: "--metric", placeholder: "METRIC", isRepeatable: true,
    help: "compare this metric only, or those that a pattern matches (ack_latency_*); may be given several times")
  static let tolerance = CommandOption(
    name: "--tolerance", placeholder: "METRIC=PERCENT,AMOUNT", isRepeatable: true,
    help: "how much a metric may move: by more than both, such as ack_latency_p99=20%,5ms; may be given several times")
  static let gate = CommandOption(
    name: "--gate", placeholder: "METRIC", isRepeatable: true,
    help: "let this metric fail the comparison, too; the word suspect: let every suspect difference fail it")
  static let all = CommandOption(name: "--all", help: "show metrics that did not move, too")
  static let allowDrift = CommandOption(
    name: "--allow-drift",
    help: "compare runs of different scenarios, of embedded broker and Kafka, and of newer reports all the same")
  static let ofScenario = CommandOption(
    name: "--scenario", placeholder: "FILE", help: "take compare: from this scenario")
  static let comparisonFormat = CommandOption(
    name: "--format", placeholder: "FORMAT", help: "table (the default), markdown, json, csv or junit")
  static let shownMetric = CommandOption(
    name: "--metric", placeholder: "METRIC", isRepeatable: true,
    help: """
      show this metric only, whether it can fail a comparison or not, or those that a pattern matches (ack_latency_*); may be given \
      several times
      """)
  static let within = CommandOption(
    name: "--within", placeholder: "N",
    help: "exit with 13 if a metric changed for the worse with one of the last N builds of its stage")
  static let historyFormat = CommandOption(
    name: "--format", placeholder: "FORMAT",
    help: "table (the default), markdown, json, or csv (one row for each build)")
  static let output = CommandOption(
    name: "--output", placeholder: "FILE",
    help: "write it to FILE, and only the last line to standard output")
  static let repeated = CommandOption(
    name: "--repeat", placeholder: "N",
    help: """
      run each file N times, 1 to 1000, each with a run id, a folder and a summary of its own; topics that the command \
      created are deleted and created again before each run
      """)
  static let warmUp = CommandOption(
    name: "--warm-up", placeholder: "N",
    help: """
      begin with N runs that are not counted, of each side (the default is 1 with --against-…, else 0); their reports \
      are in DIR/warm-up
      """)
  static let againstBinary = CommandOption(
    name: "--against-binary", placeholder: "PATH",
    help: """
      run each repetition with this build of rehearse, too, in balanced order, and compare: it is the base. It gets \
      --brokers, --set, --env-file, the seed, and writes its reports to DIR/against
      """)
  static let againstBrokers = CommandOption(
    name: "--against-brokers", placeholder: "LIST",
    help: """
      run each repetition on these brokers, too, in balanced order, and compare: they are the base. The reports are in \
      DIR/against
      """)
  static let againstLabel = CommandOption(
    name: "--against-label", placeholder: "TEXT",
    help: "the label of the other side's runs, such as its version (the default is against)")
  static let format = CommandOption(
    name: "--format", placeholder: "FORMAT",
    help: """
      text (the default), or one document for all files on standard output: json, github (GitHub Actions annotations), \
      sarif (version 2.1.0)
      """)

  static let connect = CommandOption(
    name: "--connect",
    help: """
      also check the cluster: that it can be reached, that topics are as stated and take messages and batches of these \
      sizes, and that missing ones could be created; creates nothing
      """)
  static let ofStage = CommandOption(
    name: "--stage", placeholder: "NAME",
    help: "print messages of this stage instead of the first")
  static let sequence = CommandOption(
    name: "--seq", placeholder: "N",
    help: "print message N of the stage, counted from 0, or with -n the messages from N on")
  static let messageCount = CommandOption(
    name: "--count", short: "-n", placeholder: "N",
    help: "print N messages (the default is 10)")
  static let keys = CommandOption(name: "--keys", help: "print each message's key, too; null for a message without one")
  static let headers = CommandOption(name: "--headers", help: "print each message's headers, too, as name:value")
  static let form = CommandOption(
    name: "--format", placeholder: "FORMAT",
    help: "plain (the default; headers, key and value with tabs between), or ndjson (one JSON object a line)")
  static let pastRun = CommandOption(
    name: "--run", placeholder: "RUN",
    help: "print the messages of this run: its folder, or its run.json")

  static let show = CommandOption(
    name: "--show", help: "print the scenario that the request becomes; sends nothing")
  static let dryRun = CommandOption(name: "--dry-run", help: "validate the request; sends nothing")
  static let askCluster = CommandOption(
    name: "--connect", help: "with --dry-run: also ask the cluster for its topic and partitions; creates nothing")
  static let noVerify = CommandOption(
    name: "--no-verify", help: "do not read the topic back: only what brokers acknowledge is judged")
  static let mechanism = CommandOption(
    name: "--mechanism", placeholder: "NAME",
    help: "the SASL mechanism of the request's account: PLAIN (the default), SCRAM-SHA-256 or SCRAM-SHA-512")
  static let postSeed = CommandOption(
    name: "--seed", placeholder: "N",
    help:
      "make the random values of this seed, which are new in each run without it: a whole number from 0 to \(UInt64.max)"
  )
  static let postBrokers = CommandOption(
    name: "--brokers", placeholder: "LIST",
    help: """
      use these instead of the request's brokers: HOST:PORT, several with a comma between them, or the word \
      embedded for the broker inside rehearse
      """)

  static let version = CommandOption(name: "--version", help: "print the versions of rehearse and librdkafka")
  static let help = CommandOption(name: "--help", short: "-h", help: "print this help, or that of a command")
}
