import Glibc
internal import Verification

@main
enum Rehearse {
  /// Must hold no closure: one written in `main()` is isolated to the main actor, even if it compiles without a warning, and
  /// traps as soon as Dispatch or a C library calls it on another thread.
  static func main() { exit(run(Array(CommandLine.arguments.dropFirst()))) }

  /// The whole program: from the arguments, without the program's name, to the exit code.
  private static func run(_ arguments: [String]) -> Int32 {
    Terminal.occupyClosedDescriptors()
    Terminal.ignoreSignalsOfWrites()
    switch CommandLine.parse(arguments) {
    case .success(let invocation): return perform(invocation)
    case .failure(let error):
      Terminal.errors.write(error.text)
      if error.command == .run { Terminal.output.write(RunCommand.lineOfUsageError()) }
      return ExitCode.usage.rawValue
    }
  }

  private static func perform(_ invocation: Invocation) -> Int32 {
    switch invocation {
    case .run(let options): RunCommand.run(options)
    case .post(let options): PostCommand.run(options)
    case .compare(let options): CompareCommand.run(options)
    case .history(let options): HistoryCommand.run(options)
    case .check(let options): CheckCommand.run(options)
    case .plan(let options): PlanCommand.run(options)
    case .explain(let options): ExplainCommand.run(options)
    case .create(let options): InitCommand.run(options)
    case .render(let options): RenderCommand.run(options)
    case .why(let code): WhyCommand.run(code)
    case .schema(let document): Terminal.print(document.text).rawValue
    case .version: Terminal.print(Version.line).rawValue
    case .help(let topic): Terminal.print(Help.text(for: topic)).rawValue
    }
  }
}
