import Testing
import Verification

@testable import rehearse

@Suite struct HelpTests {
  @Test func ofTheProgram() {
    #expect(
      Help.text(for: .program) == """
        rehearse tests Apache Kafka with scenarios: a YAML file says what to send, how
        fast and where; every message is read back and accounted for, and the exit code
        is the verdict.

        usage: rehearse COMMAND [OPTION…] FILE…

        commands:
          run FILE…            send what each scenario says, read it back, judge and
                               report
          post REQUEST…        run the requests of a posting utility; answer in JSON
          compare BASE NEW…    compare the runs of builds: what moved, and whether it is
                               noise
          history FILE…        show metrics over many builds, and with which build one
                               changed
          check FILE…          read each scenario and show every mistake in it; sends
                               nothing
          plan FILE            show what a run would do: stages, counts, bytes, time,
                               memory; sends nothing
          explain FILE [PATH]  show every value of a scenario and the line it comes from
          render FILE          print messages of a stage; sends nothing
          why [CODE]           explain a code or a word of a report, and what to do
          schema [DOCUMENT]    print the JSON Schema of scenarios, for editors
          init [FILE]          write a first scenario, with comments, that runs as it is
          help [COMMAND]       explain the program, or one command with its options

        options:
          --version   print the versions of rehearse and librdkafka
          -h, --help  print this help, or that of a command

        exit codes:
            0  passed
           10  verification failed (messages were lost, duplicated, corrupted, …)
           11  an expectation on a metric failed
           12  nothing ran
           13  a comparison found a regression
           14  there is nothing to compare with
           20  the cluster could not be used (unreachable, refused, wrong topic)
           21  this machine was too slow for the rate asked for
           22  inconclusive (what happened to some messages is not known)
           64  the command line is wrong
           65  a scenario or its data is invalid
           66  a file is missing
           70  a bug in rehearse
           74  a report could not be written
          130  interrupted (SIGINT); reports are still written
          143  terminated (SIGTERM, SIGHUP); reports are still written

        example:
          rehearse run Scenarios/quickstart.yaml

        The options of a command: rehearse help COMMAND

        """)
  }

  @Test func ofRun() {
    #expect(
      Help.text(for: .command(.run)) == """
        usage: rehearse run [OPTION…] FILE…

        Send what each scenario says, read it back, judge and report. Reads all files,
        and then runs the scenarios one after the other; if one cannot be read, none is
        run. Progress goes to standard error; a table, what failed and a last line
        "result: …", with the exit code, go to standard output. The first signal
        (Ctrl-C, SIGTERM, SIGHUP) ends the sending, and what was sent is read back and
        reported; the second ends the waiting, and what was read is reported; the third
        quits. Signals within a second count as one. With --against-… the exit code is
        that of this side's runs, and if they passed, 13 for a metric that regressed, or
        14 if nothing could be compared.

        options:
          --brokers LIST          use these instead of the scenario's brokers:
                                  HOST:PORT, several with a comma between them, or the
                                  word embedded for the broker inside rehearse
          --report-dir DIR        write reports below DIR instead of Reports
          --append FILE           also append the rows of stages.csv to FILE, a history
                                  that several runs may write to at once; it is made if
                                  it is not there, and an older header is extended
          --seed N                use this seed instead of the scenario's: a whole
                                  number from 0 to 18446744073709551615
          --set PATH=VALUE        use this value instead of the scenario's:
                                  stages.peak.rate=10k/s; stages by name, keys with dots
                                  in double quotes, null removes a value; may be given
                                  several times
          --env-file FILE         read variables for ${NAME} from this file of
                                  NAME=VALUE lines; those of the environment override
                                  them
          --allow-path DIR        let the scenario read templates, data, schemas and
                                  included files from DIR, too, and not from its own
                                  folder alone; may be given several times
          --label TEXT            a text of your own for the reports, such as a build
                                  number
          --stage NAME            run this stage only; may be given several times
          --allow-delete          let create: always delete a topic that exists, with
                                  all that is in it; without it the run ends before
                                  anything is sent
          --repeat N              run each file N times, 1 to 1000, each with a run id,
                                  a folder and a summary of its own; topics that the
                                  command created are deleted and created again before
                                  each run
          --warm-up N             begin with N runs that are not counted, of each side
                                  (the default is 1 with --against-…, else 0); their
                                  reports are in DIR/warm-up
          --against-binary PATH   run each repetition with this build of rehearse, too,
                                  in balanced order, and compare: it is the base. It
                                  gets --brokers, --set, --env-file, the seed, and
                                  writes its reports to DIR/against
          --against-brokers LIST  run each repetition on these brokers, too, in balanced
                                  order, and compare: they are the base. The reports are
                                  in DIR/against
          --against-label TEXT    the label of the other side's runs, such as its
                                  version (the default is against)
          -h, --help              print this help, or that of a command

        examples:
          rehearse run Scenarios/quickstart.yaml
              on the scenario's own brokers
          rehearse run --brokers kafka-1:9092,kafka-2:9092 --label nightly orders.yaml
              the same scenario on another cluster
          rehearse run --set stages.steady.rate=1k/s orders.yaml
              with a different rate than the file's
          rehearse run --stage warm-up --stage steady orders.yaml
              only two of its stages
          rehearse run --repeat 5 --against-binary ~/v1.4/rehearse orders.yaml
              five runs of each of two builds, in turn, and what differs

        """)
  }

  @Test func ofCheck() {
    #expect(
      Help.text(for: .command(.check)) == """
        usage: rehearse check [OPTION…] FILE…

        Read each scenario and show every mistake in it; sends nothing. Shows each
        mistake with its line, a caret and what to write instead. Without --connect it
        needs no network; with it, problems of the cluster are shown at their lines,
        too. Produce and consume permissions are only checked by an actual run. The exit
        code is 0 if every file can be run, 65 if one is invalid, 66 if one cannot be
        read, 20 if a cluster is not ready for its scenario. A FILE of - is standard
        input.

        options:
          --connect         also check the cluster: that it can be reached, that topics
                            are as stated and take messages and batches of these sizes,
                            and that missing ones could be created; creates nothing
          --brokers LIST    use these instead of the scenario's brokers: HOST:PORT,
                            several with a comma between them, or the word embedded for
                            the broker inside rehearse
          --set PATH=VALUE  use this value instead of the scenario's:
                            stages.peak.rate=10k/s; stages by name, keys with dots in
                            double quotes, null removes a value; may be given several
                            times
          --env-file FILE   read variables for ${NAME} from this file of NAME=VALUE
                            lines; those of the environment override them
          --allow-path DIR  let the scenario read templates, data, schemas and included
                            files from DIR, too, and not from its own folder alone; may
                            be given several times
          --format FORMAT   text (the default), or one document for all files on
                            standard output: json, github (GitHub Actions annotations),
                            sarif (version 2.1.0)
          -h, --help        print this help, or that of a command

        examples:
          rehearse check Scenarios/*.yaml
              before you commit a change
          rehearse check --format github Scenarios/*.yaml
              in a GitHub Actions workflow
          rehearse check --connect orders.yaml
              before a long run: is its cluster ready for it?

        """)
  }

  @Test func ofRender() {
    #expect(
      Help.text(for: .command(.render)) == """
        usage: rehearse render [OPTION…] FILE

        Print messages of a stage; sends nothing. Prints the values as they would be
        sent, one a line, beginning with message 0 of the first stage. With --run, the
        messages are those of that run; without it, the run id is zero and the start is
        the year 2000.

        options:
          --stage NAME      print messages of this stage instead of the first
          --seq N           print message N of the stage, counted from 0, or with -n the
                            messages from N on
          -n, --count N     print N messages (the default is 10)
          --keys            print each message's key, too; null for a message without
                            one
          --headers         print each message's headers, too, as name:value
          --format FORMAT   plain (the default; headers, key and value with tabs
                            between), or ndjson (one JSON object a line)
          --run RUN         print the messages of this run: its folder, or its run.json
          --set PATH=VALUE  use this value instead of the scenario's:
                            stages.peak.rate=10k/s; stages by name, keys with dots in
                            double quotes, null removes a value; may be given several
                            times
          --env-file FILE   read variables for ${NAME} from this file of NAME=VALUE
                            lines; those of the environment override them
          --allow-path DIR  let the scenario read templates, data, schemas and included
                            files from DIR, too, and not from its own folder alone; may
                            be given several times
          -h, --help        print this help, or that of a command

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

        Explain a code or a word of a report, and what to do. CODE is a diagnostic, a
        problem, a count, a metric, a column, the code of a check, an exit code, or
        another word, as reports and messages show it. Without CODE, all of them are
        listed.

        options:
          -h, --help  print this help, or that of a command

        examples:
          rehearse why scenario.unknown-key
              a diagnostic; unknown-key will do
          rehearse why lost
              a count of a report
          rehearse why 22
              an exit code

        """)
  }

  @Test func ofSchema() {
    #expect(
      Help.text(for: .command(.schema)) == """
        usage: rehearse schema [DOCUMENT]

        Print the JSON Schema of scenarios, for editors. A DOCUMENT is scenario (the
        default), included for the schema of files that scenarios include, reference for
        every key in Markdown, functions for every template function, or locales for how
        many texts faker has in each locale. All are made from the tables that scenarios
        are read by. To use the schema, save it beside a scenario as
        scenario.v1.schema.json, and begin the scenario with the first line that
        rehearse init writes.

        options:
          -h, --help  print this help, or that of a command

        examples:
          rehearse schema
              for an editor that supports JSON Schema
          rehearse schema reference
              every key with its meaning
          rehearse schema functions
              every function with its arguments and a sample

        """)
  }

  /// A command line without arguments prints the help of the program on standard error.
  @Test func withoutAnyArgument() {
    #expect(CommandLine.parse([]) == .failure(.nothingAsked))
    #expect(UsageError.nothingAsked.text == Help.text(for: .program))
  }

  @Test func ofPlan() {
    #expect(
      Help.text(for: .command(.plan)) == """
        usage: rehearse plan [OPTION…] FILE

        Show what a run would do: stages, counts, bytes, time, memory; sends nothing.
        Shows the stages on a time line, exact counts, a message of each template, the
        topics, the clients' settings with secrets replaced, the memory that is needed,
        and the files that are written. It connects to no broker.

        options:
          --set PATH=VALUE  use this value instead of the scenario's:
                            stages.peak.rate=10k/s; stages by name, keys with dots in
                            double quotes, null removes a value; may be given several
                            times
          --env-file FILE   read variables for ${NAME} from this file of NAME=VALUE
                            lines; those of the environment override them
          --allow-path DIR  let the scenario read templates, data, schemas and included
                            files from DIR, too, and not from its own folder alone; may
                            be given several times
          -h, --help        print this help, or that of a command

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
        anchors and variables are resolved, and a value that is not in the file is shown
        with its default. Of a secret it shows where it is stored, never its value.

        options:
          --set PATH=VALUE  use this value instead of the scenario's:
                            stages.peak.rate=10k/s; stages by name, keys with dots in
                            double quotes, null removes a value; may be given several
                            times
          --env-file FILE   read variables for ${NAME} from this file of NAME=VALUE
                            lines; those of the environment override them
          --allow-path DIR  let the scenario read templates, data, schemas and included
                            files from DIR, too, and not from its own folder alone; may
                            be given several times
          -h, --help        print this help, or that of a command

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
        writes scenario.yaml; an existing file is not changed. The scenario runs on the
        broker inside rehearse, so nothing else is needed.

        options:
          -h, --help  print this help, or that of a command

        examples:
          rehearse init
              writes scenario.yaml, and shows what to try next
          rehearse init orders.yaml
              under another name
          rehearse init -
              prints it, and writes no file

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

  /// The examples are valid command lines.
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
