import Glibc
import Verification

extension Terminal {
  /// Writes what was asked for, and says so where it could not be written: `rehearse help > /dev/full` is no success.
  func tell(_ text: String) -> Int32 {
    switch write(text) {
    case .written, .readerGone: return ExitCode.passed.rawValue
    case .failed(let code):
      Terminal.errors.write("rehearse: cannot write to standard output: \(String(cString: strerror(code)))\n")
      return ExitCode.unwritableReport.rawValue
    }
  }
}
