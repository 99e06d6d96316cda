internal import Reporting
internal import Verification

/// `rehearse why`
enum WhyCommand {
  static func run(_ code: String?) -> Int32 {
    guard let code else { return Terminal.print(Subject.contents).rawValue }
    guard let subject = Subject.named(code) else {
      Terminal.errors.write(UsageError.nothingToExplain(code, nearest: Subject.nearest(to: code)).text)
      return ExitCode.usage.rawValue
    }
    return Terminal.print(subject.page).rawValue
  }
}
