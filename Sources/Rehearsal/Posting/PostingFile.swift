internal import Diagnostics
package import PostRequests
internal import Reporting
internal import Verification

/// The requests of one file.
package struct PostingFile: Sendable {
  package var postings: [Posting]
  /// The file has an array: so has the answer.
  package var isArray: Bool

  package static func read(_ path: String, _ terms: PostTerms) -> PostingFile {
    do throws(InputFileError) { return PostingFile(try InputFile.read(path), path: path, terms) } catch {
      return unreadable(path, error)
    }
  }

  /// The requests on standard input; relative paths in them are relative to the working directory.
  package static func readStandardInput(_ terms: PostTerms) -> PostingFile {
    let path = RunResult.standardInput
    do throws(InputFileError) { return PostingFile(try InputFile.readStandardInput(), path: path, terms) } catch {
      return unreadable(path, error)
    }
  }

  private static func unreadable(_ path: String, _ error: InputFileError) -> PostingFile {
    PostingFile(
      postings: [Posting(ScenarioFile(path: path, unreadable: error.reason), path: path)], isArray: false)
  }

  private init(postings: [Posting], isArray: Bool) {
    self.postings = postings
    self.isArray = isArray
  }

  /// The requests in `bytes`.
  /// - Parameter path: what diagnostics name, and what relative paths begin at.
  package init(_ bytes: [UInt8], path: String, _ terms: PostTerms) {
    let file = PostRequestFile.read(bytes, path: path)
    isArray = file.isArray
    guard file.diagnostics.isEmpty else {
      postings = [Posting(ScenarioFile(path: path, file.diagnostics, file.files), path: path)]
      return
    }
    postings = file.entries.enumerated().map { number, entry in
      Posting(entry, number: file.isArray ? number : nil, path: path, files: file.files, terms)
    }
  }
}
