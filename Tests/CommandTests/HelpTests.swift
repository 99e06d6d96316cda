import Testing
import Verification

@testable import rehearse

@Suite struct HelpTests {
  @Test func ofTheProgram() {
    #expect(
      Help.text(for: .program) == """
        rehearse rehearses Kafka traffic: a YAML scenario says what to send, how fast
        and where; every message is read back and accounted for, and the exit code says
        what was found.

        usage: rehearse COMMAND [OPTION…] FILE…

        commands:
          run FILE…            send what each scenario says, read it back, judge and
                               report
          check FILE…          read each scenario and show every mistake in it; sends
                               nothing
          plan FILE            show what a run would do: stages, counts, bytes, time,
                               memory; sends nothing
          explain FILE [PATH]  show every value of a scenario and the line it comes from
          render FILE          print messages of a stage; sends nothing
          why [CODE]           explain a word that rehearse says: what it means, what to
                               do
          schema [DOCUMENT]    print the JSON Schema of scenarios, for editors
          init [FILE]          write a first scenario, with comments, that runs as it is
          help [COMMAND]       explain the program, or one command with its options

        options:
          --version   print the versions of rehearse and librdkafka
          -h, --help  print this text, or that of a command

        exit codes:
            0  passed
           10  verification failed (messages were lost, duplicated, corrupted, …)
           11  an expectation on a metric failed
           12  nothing ran
           20  the cluster could not be used (unreachable, refused, wrong topic)
           21  this machine was too slow for the rate asked for
           22  inconclusive (what happened to some messages is not known)
           64  the command line is wrong
           65  a scenario or its data is invalid
           66  a file is missing
           70  a bug in rehearse
           74  a report could not be written
          130  interrupted (SIGINT); reports are still written
          143  terminated (SIGTERM); reports are still written

        example:
          rehearse run Scenarios/quickstart.yaml

        The options of a command: rehearse help COMMAND

        """)
  }

  @Test func ofRun() {
    #expect(
      Help.text(for: .command(.run)) == """
        usage: rehearse run [OPTION…] FILE…

        Send what each scenario says, read it back, judge and report. Runs the scenarios
        one after the other. Progress goes to standard error; a table, what failed and a
        last line "result: …" go to standard output. An interrupted run (control-C,
        SIGTERM) still judges and reports what it has; a second signal ends it at once.

        options:
          --brokers LIST    use these instead of the scenario's brokers: HOST:PORT,
                            several with a comma between them, or the word embedded for
                            the broker inside the program
          --report-dir DIR  write reports below DIR instead of Reports
          --seed N          use this seed instead of the scenario's: a whole number from
                            0 to 18446744073709551615
          --set PATH=VALUE  put this value in place of the scenario's:
                            stages.peak.rate=10k/s; a stage by its name, a key with dots
                            in double quotes, null takes a value away; may be given
                            several times
          --env-file FILE   take variables for ${NAME} from this file of NAME=VALUE
                            lines, where the environment does not have them
          --label TEXT      a text of your own that every report keeps, such as a
                            build's number
          --stage NAME      run this stage only; may be given several times
          -h, --help        print this text, or that of a command

        examples:
          rehearse run Scenarios/quickstart.yaml
              on the brokers that the scenario names
          rehearse run --brokers kafka-1:9092,kafka-2:9092 --label nightly orders.yaml
              the same scenario on another cluster
          rehearse run --set stages.steady.rate=1k/s orders.yaml
              with another rate than the file's
          rehearse run --stage warm-up --stage steady orders.yaml
              two of its stages

        """)
  }

  @Test func ofCheck() {
    #expect(
      Help.text(for: .command(.check)) == """
        usage: rehearse check [OPTION…] FILE…

        Read each scenario and show every mistake in it; sends nothing. Shows each
        mistake with its line, a caret and what to write instead. Without --connect it
        asks no broker and needs no network; with it, what is wrong at the cluster
        stands at its line as well. Rights to write and to read show in a run alone. The
        exit code is 0 where every file can be run, 65 where one cannot, 66 where one
        cannot be read, 20 where its cluster is not as the scenario needs it. A FILE of
        - is standard input.

        options:
          --connect         also ask the cluster: is it there, are the topics as stated,
                            could missing ones be created? Nothing is created
          --set PATH=VALUE  put this value in place of the scenario's:
                            stages.peak.rate=10k/s; a stage by its name, a key with dots
                            in double quotes, null takes a value away; may be given
                            several times
          --env-file FILE   take variables for ${NAME} from this file of NAME=VALUE
                            lines, where the environment does not have them
          --format FORMAT   text (the default), or, on standard output and for all files
                            at once: json, github (annotations of GitHub Actions), sarif
                            (version 2.1.0)
          -h, --help        print this text, or that of a command

        examples:
          rehearse check Scenarios/*.yaml
              before a change is committed
          rehearse check --format github Scenarios/*.yaml
              in a workflow of GitHub Actions
          rehearse check --connect orders.yaml
              before a long run: is its cluster ready for it?

        """)
  }

  @Test func ofRender() {
    #expect(
      Help.text(for: .command(.render)) == """
        usage: rehearse render [OPTION…] FILE

        Print messages of a stage; sends nothing. Prints the values as they would be
        sent, a line break behind each, from message 0 of the first stage on. A run's
        own messages are made again from its folder; without one the run id is zero and
        the start is the year 2000.

        options:
          --stage NAME      print messages of this stage instead of the first
          --seq N           begin with message N of the stage, which counts from 0, and
                            print it alone unless -n says otherwise
          -n, --count N     print N messages (10)
          --keys            print each message's key, too; a null key is the word null
          --headers         print each message's headers, too, as name:value
          --format FORMAT   plain (the default; headers, key and value with tabs
                            between), or ndjson (one JSON object a line)
          --run RUN         as in this run: the folder that it left, or its run.json
          --set PATH=VALUE  put this value in place of the scenario's:
                            stages.peak.rate=10k/s; a stage by its name, a key with dots
                            in double quotes, null takes a value away; may be given
                            several times
          --env-file FILE   take variables for ${NAME} from this file of NAME=VALUE
                            lines, where the environment does not have them
          -h, --help        print this text, or that of a command

        examples:
          rehearse render Scenarios/quickstart.yaml
              the first ten messages
          rehearse render --stage steady --seq 4711 --keys orders.yaml
              one message with its key
          rehearse render -n 1000 --headers --format ndjson orders.yaml
              for other tools

        """)
  }

  @Test func ofWhy() {
    #expect(
      Help.text(for: .command(.why)) == """
        usage: rehearse why [CODE]

        Explain a word that rehearse says: what it means, what to do. CODE is a
        diagnostic, a problem, a word of counting or measuring, the code of a check, or
        an exit code, as it stands in any report. Without one, all of them are listed.

        options:
          -h, --help  print this text, or that of a command

        examples:
          rehearse why scenario.unknown-key
              a diagnostic; unknown-key will do
          rehearse why lost
              what became of a message
          rehearse why 22
              an exit code

        """)
  }

  @Test func ofSchema() {
    #expect(
      Help.text(for: .command(.schema)) == """
        usage: rehearse schema [DOCUMENT]

        Print the JSON Schema of scenarios, for editors. A DOCUMENT is scenario (also
        without a word), included for the schema of files that scenarios include,
        reference for every key in Markdown, or functions for every function of
        templates. All are made from the tables that scenarios are read by. To use the
        schema, save it beside a scenario as scenario.v1.schema.json, and begin the
        scenario with the line that those of rehearse init begin with.

        options:
          -h, --help  print this text, or that of a command

        examples:
          rehearse schema
              for an editor that knows JSON Schema
          rehearse schema reference
              every key with its meaning
          rehearse schema functions
              every function, its arguments and a sample

        """)
  }

  /// What stands on standard error where nothing was asked.
  @Test func withoutAnyArgument() {
    #expect(CommandLine.parse([]) == .failure(.nothingAsked))
    #expect(UsageError.nothingAsked.text == Help.text(for: .program))
  }

  @Test func ofPlan() {
    #expect(
      Help.text(for: .command(.plan)) == """
        usage: rehearse plan [OPTION…] FILE

        Show what a run would do: stages, counts, bytes, time, memory; sends nothing.
        Shows the stages over a time line, exact counts, a message of each template,
        what becomes of the topics, the settings of the clients with secrets replaced,
        what memory is needed, and which files are written. It asks no broker.

        options:
          --set PATH=VALUE  put this value in place of the scenario's:
                            stages.peak.rate=10k/s; a stage by its name, a key with dots
                            in double quotes, null takes a value away; may be given
                            several times
          --env-file FILE   take variables for ${NAME} from this file of NAME=VALUE
                            lines, where the environment does not have them
          -h, --help        print this text, or that of a command

        example:
          rehearse plan Scenarios/quickstart.yaml
              before anything is sent

        """)
  }

  @Test func ofExplain() {
    #expect(
      Help.text(for: .command(.explain)) == """
        usage: rehearse explain [OPTION…] FILE [PATH]

        Show every value of a scenario and the line it comes from. Includes, extends,
        anchors, defaults and variables are in their place; what is not written shows as
        the default that holds. Of a secret it shows where it is found, never what it
        is.

        options:
          --set PATH=VALUE  put this value in place of the scenario's:
                            stages.peak.rate=10k/s; a stage by its name, a key with dots
                            in double quotes, null takes a value away; may be given
                            several times
          --env-file FILE   take variables for ${NAME} from this file of NAME=VALUE
                            lines, where the environment does not have them
          -h, --help        print this text, or that of a command

        examples:
          rehearse explain orders.yaml
              all of it
          rehearse explain orders.yaml stages.peak
              one stage, with all of its defaults

        """)
  }

  @Test func ofInit() {
    #expect(
      Help.text(for: .command(.create)) == """
        usage: rehearse init [FILE]

        Write a first scenario, with comments, that runs as it is. Without FILE it
        writes scenario.yaml; a file that is there is left as it is. The scenario runs
        on the broker inside the program, so nothing else has to be there.

        options:
          -h, --help  print this text, or that of a command

        examples:
          rehearse init
              writes scenario.yaml, and says what to try next
          rehearse init orders.yaml
              under another name
          rehearse init -
              shows it, and writes no file

        """)
  }

  @Test func fitsIntoEightyColumns() {
    let topics = [HelpTopic.program] + Command.Name.allCases.map(HelpTopic.command)
    let lines = topics.flatMap { Help.text(for: $0).split(separator: "\n", omittingEmptySubsequences: false) }
    #expect(lines.filter { $0.count > 80 || $0.last == " " } == [])
  }

  @Test func theNameOfACommandOrOptionIsGivenOnce() {
    for command in CommandTable.commands {
      let spellings = (command.options + CommandTable.globalOptions).flatMap(\.spellings)
      #expect(Set(spellings).count == spellings.count, "\(command.name)")
    }
  }

  /// Whoever copies an example gets what it says.
  @Test func theExamplesCanBeTyped() {
    for command in CommandTable.commands {
      for example in command.examples {
        let words = example.line.split(separator: " ").map(String.init)
        #expect(words.first == "rehearse")
        #expect((try? CommandLine.parse(Array(words.dropFirst())).get()) != nil, "\(example.line)")
      }
    }
  }
}
