internal import Reporting
package import Verification

/// The reports that one side of a comparison, or a history, is read from: an argument is a CSV file, a folder, a pattern, or `-`.
package struct ReportInputs: Sendable {
  package private(set) var records: [StageRecord] = []
  /// In the order in which they were read.
  package private(set) var files: [String] = []
  /// The path of `run.json` by the id of the run, where it is beside the run's `stages.csv`.
  package private(set) var runJSON: [String: String] = [:]

  package static let standardInput = "-"
  private static let largestFile = 256 << 20

  package static func read(_ argument: String) throws(ReportInputError) -> Self { try read([argument]) }

  /// Several arguments as one list. A file that two of them name is read once.
  package static func read(_ arguments: [String]) throws(ReportInputError) -> Self {
    var inputs = Self()
    var list = StageRecordList()
    var search = ReportSearch()
    for argument in arguments {
      let files = argument == standardInput ? [argument] : try search.files(argument)
      for file in files { try inputs.add(file, to: &list) }
    }
    inputs.records = list.records
    return inputs
  }

  private mutating func add(_ file: String, to list: inout StageRecordList) throws(ReportInputError) {
    let bytes: [UInt8]
    do throws(InputFileError) {
      bytes =
        file == Self.standardInput
        ? try InputFile.readStandardInput(limit: Self.largestFile) : try InputFile.read(file, limit: Self.largestFile)
    } catch {
      throw .unreadable(error)
    }
    let shown = file == Self.standardInput ? "standard input" : file
    guard bytes.count <= Self.largestFile else { throw .tooLarge(path: shown, limit: Self.largestFile) }
    let runs: [String]
    do throws(StageRecordError) { runs = try list.add(bytes, of: shown) } catch { throw .malformed(path: shown, error) }
    files.append(file)
    guard ReportSearch.name(of: file) == ReportFile.stages.name else { return }
    let run = String(file.dropLast(ReportFile.stages.name.count)) + ReportFile.run.name
    guard InputFile.size(run) != nil else { return }
    for id in runs where runJSON[id] == nil { runJSON[id] = run }
  }
}
