/// A command that was started and whose output is read, until it is reaped.
struct StartedCommand: ~Copyable {
  let process: StartedProcess
  private let output: Descriptor
  private let errors: Descriptor

  /// An `input` of nil is `/dev/null`; its descriptor is above 2.
  init(
    _ invocation: Command.Invocation, environment: [String: String], in directory: String? = nil,
    input: Int32? = nil
  ) throws(CommandError) {
    let outputs = try Pipe.new()
    let complaints = try Pipe.new()
    process = try StartedProcess(
      invocation, environment: environment, in: directory,
      Spawning.Streams(input: input, output: outputs.writing.number, errors: complaints.writing.number))
    output = outputs.reading
    errors = complaints.reading
  }

  /// The readings of standard output and of standard error, which must not outlive this.
  func readings(output kept: PipeReading.Kept, errors keptErrors: PipeReading.Kept) -> (PipeReading, PipeReading) {
    (PipeReading(output.number, keeping: kept), PipeReading(errors.number, keeping: keptErrors))
  }
}
