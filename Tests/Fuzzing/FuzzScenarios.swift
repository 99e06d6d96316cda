import Dispatch
import Glibc
import Language
import Templates

#if FUZZER
  /// Reads one text of libFuzzer.
  @_cdecl("LLVMFuzzerTestOneInput") public func readOne(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    _ = FuzzScenarios.outcome(of: Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
  }
#else
  @main extension FuzzScenarios {}
#endif

/// Reads mutated scenarios, each in bounded time and memory; `Scripts/fuzz` runs it, part by part, so that a crash is found
/// with the text that caused it.
///
///     fuzz-scenarios SEED FIRST COUNT FILE…   mutations FIRST ..< FIRST + COUNT of the files
///     fuzz-scenarios SEED FIRST show FILE…    prints mutation FIRST and reads it
///
/// Every fourth is not a mutation but a template of random words of the template language. Scenarios that can be run are
/// rendered twice, and their messages checked by their format.
enum FuzzScenarios {
  static func main() { exit(run(Array(CommandLine.arguments.dropFirst()))) }

  private static func run(_ arguments: [String]) -> Int32 {
    guard arguments.count > 3, let seed = UInt64(arguments[0]), let first = UInt64(arguments[1]) else {
      print("usage: fuzz-scenarios SEED FIRST COUNT|show FILE…")
      return 64
    }
    let corpus = arguments.dropFirst(3).compactMap(contents)
    guard corpus.count == arguments.count - 3 else {
      print("fuzz-scenarios: a file cannot be read")
      return 66
    }
    guard let count = UInt64(arguments[2]) else {
      let text = mutation(first, seed: seed, of: corpus)
      print(String(decoding: text, as: UTF8.self))
      _ = outcome(of: text)
      return 0
    }
    var slowest: (nanoseconds: UInt64, index: UInt64) = (0, first)
    var sound = 0
    for index in first..<first + count {
      let text = mutation(index, seed: seed, of: corpus)
      let start = DispatchTime.now().uptimeNanoseconds
      if outcome(of: text) { sound += 1 }
      let taken = DispatchTime.now().uptimeNanoseconds - start
      if taken > slowest.nanoseconds { slowest = (taken, index) }
    }
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let megabytes = usage.ru_maxrss / 1024
    let milliseconds = slowest.nanoseconds / 1_000_000
    print(
      "first=\(first) count=\(count) sound=\(sound) slowest_ms=\(milliseconds) slowest=\(slowest.index) rss_mb=\(megabytes)"
    )
    return milliseconds > 1000 || megabytes > 200 ? 1 : 0
  }

  private static func mutation(_ index: UInt64, seed: UInt64, of corpus: [[UInt8]]) -> [UInt8] {
    var chance = Chance(seed: seed &+ index &* 0x2545_f491_4f6c_dd1d)
    return index % 4 == 3 ? TemplateWords.scenario(&chance) : Mutation.apply(to: corpus, &chance)
  }

  /// True if the scenario can be run. Every diagnostic is described with its snippet.
  static func outcome(of text: [UInt8]) -> Bool {
    let environment = ReadingEnvironment(
      variable: { $0.utf8.count % 2 == 0 ? "10k" : nil },
      file: {
        if let schema = TemplateWords.schemas[$0] { return .success(Array(schema.utf8)) }
        return $0.utf8.count % 2 == 0
          ? .success(Array("version: 1\nx-a: {count: 1}\n".utf8)) : .failure(.init(reason: "gone"))
      },
      data: { path in .success(DataBytes(FuzzData.file(path, of: text))) },
      settings: text.count % 7 == 0 ? ["stages.steady.rate=1k/s", "defaults.measure=false"] : [])
    let reading = ScenarioReader.read(text, path: "fuzz.yaml", in: environment)
    _ = reading.describeAll(limit: 1000)
    guard let scenario = reading.scenario else { return false }
    RenderedMessages.check(scenario)
    return true
  }

  private static func contents(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = read(descriptor, &bytes, bytes.count)
    return count < 0 ? nil : Array(bytes.prefix(count))
  }
}
