import Diagnostics
import FoundationEssentials
import Testing
import Verification

@testable import Reporting

@Suite struct CheckFormatTests {
  @Test func text() {
    #expect(
      CheckText.findings(CheckedFiles.faulty) == """
        sub/faulty.yaml:6:20: error: unknown key "durtion" in stage "s" [scenario.unknown-key]
          |
        6 | stages: [{name: s, durtion: 30s, rate: 5/s}]
          |                    ^~~~~~~ did you mean "duration"?

        1 error in sub/faulty.yaml
        """)
    #expect(
      CheckText.findings(CheckedFiles.missing) == #"rehearse: cannot read "nowhere.yaml": No such file or directory"#)
    #expect(CheckText.praise(CheckedFiles.good) == "good.yaml: good; 2 stages, 2,010 messages\n")
    #expect(
      CheckText.praise(CheckedFiles.endless) == "endless.yaml: good; 2 stages, 10 messages and what goes at max\n")
    #expect(CheckText.findings(CheckedFiles.good) == "" && CheckText.praise(CheckedFiles.faulty) == "")
  }

  @Test func json() {
    #expect(
      CheckJSON.text([CheckedFiles.good, CheckedFiles.missing, CheckedFiles.noted], toolVersion: "1.2.3") == """
        {
          "diagnostics" : [
            {
              "code" : "input.unreadable",
              "file" : "nowhere.yaml",
              "message" : "the file cannot be read: No such file or directory",
              "notes" : [],
              "severity" : "error"
            },
            {
              "code" : "scenario.conflict",
              "file" : "noted.yaml",
              "message" : "wrong",
              "notes" : [
                {
                  "file" : "noted.yaml",
                  "message" : "written again",
                  "range" : {
                    "end" : {
                      "column" : 4,
                      "line" : 2
                    },
                    "start" : {
                      "column" : 3,
                      "line" : 2
                    }
                  }
                },
                {
                  "message" : "so it is"
                }
              ],
              "range" : {
                "end" : {
                  "column" : 5,
                  "line" : 2
                },
                "start" : {
                  "column" : 4,
                  "line" : 1
                }
              },
              "severity" : "warning"
            }
          ],
          "errors" : 1,
          "exit_code" : 65,
          "files" : [
            {
              "errors" : 0,
              "exit_code" : 0,
              "file" : "good.yaml",
              "messages" : 2010,
              "scenario" : "orders",
              "stages" : 2,
              "warnings" : 0
            },
            {
              "errors" : 1,
              "exit_code" : 66,
              "file" : "nowhere.yaml",
              "warnings" : 0
            },
            {
              "errors" : 0,
              "exit_code" : 65,
              "file" : "noted.yaml",
              "warnings" : 1
            }
          ],
          "schema_version" : 1,
          "tool_version" : "1.2.3",
          "warnings" : 1
        }

        """)
  }

  @Test func github() {
    #expect(
      CheckGitHub.text([CheckedFiles.good, CheckedFiles.faulty, CheckedFiles.missing, CheckedFiles.noted]) == """
        ::error file=sub/faulty.yaml,line=6,endLine=6,col=20,endColumn=26,title=scenario.unknown-key::sub/faulty.yaml:6:20: \
        unknown key "durtion" in stage "s"; did you mean "duration"?
        ::error file=nowhere.yaml,title=input.unreadable::nowhere.yaml: the file cannot be read: No such file or directory
        ::warning file=noted.yaml,line=1,endLine=2,title=scenario.conflict::noted.yaml:1:4: wrong%0A\
        note: written again at noted.yaml:2:3%0Anote: so it is

        """)
    #expect(CheckGitHub.text([CheckedFiles.good]) == "")
  }

  /// No text of a file becomes a line, a property or a command of GitHub's runner.
  @Test func githubIsNotFooled() throws {
    let lines = CheckGitHub.text([CheckedFiles.hostile]).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 2 && lines[1] == "")
    let parts = lines[0].dropFirst(2).split(separator: "::", maxSplits: 1)
    #expect(parts[0].split(separator: ",").count == 6)
    #expect(parts[0].hasPrefix(#"error file=a\u{1B}[31m"\\u{D}\u{A}\u{3A}%3Aerror%3A%3Ax%2C%250A%3A\u{202E}"#))
    #expect(parts[1].contains("%250A:") && !parts[1].contains("%0A:"))
    #expect(lines[0].unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{202E}" && $0 != "\u{9B}" })
  }

  /// A parser gets the text of a document as it was, and a terminal nothing to obey.
  @Test(arguments: [false, true]) func documentsAreNotFooled(_ sarif: Bool) throws {
    let files = [CheckedFiles.hostile, CheckedFile(path: CheckedFiles.hostileText, .unreadable(reason: "no"))]
    let text = sarif ? CheckSARIF.text(files, toolVersion: "1") : CheckJSON.text(files, toolVersion: "1")
    #expect(
      text.unicodeScalars.allSatisfy {
        $0 == "\n" || ![.control, .format, .lineSeparator].contains($0.properties.generalCategory)
      })
    struct Document: Decodable {
      struct Diagnostic: Decodable { var message: String }
      var diagnostics: [Diagnostic]?
    }
    let document = try JSONDecoder().decode(Document.self, from: Data(text.utf8))
    if !sarif { #expect(document.diagnostics?.first?.message == CheckedFiles.hostileText) }
  }
}
