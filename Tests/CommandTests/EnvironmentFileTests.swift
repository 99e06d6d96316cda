import Rehearsal
import Reporting
import Testing
import Verification

@Suite struct EnvironmentFileTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var variables: [String: String]

    init(_ name: String, _ text: String, _ variables: [String: String]) {
      testDescription = name
      self.text = text
      self.variables = variables
    }
  }

  /// Where python-dotenv 1.2.4 reads another value, the name says so.
  static let samples: [Sample] = [
    Sample("a name and a value", "A=1", ["A": "1"]),
    Sample("nothing", "", [:]),
    Sample("a byte order mark", "\u{feff}A=1\nB=2", ["A": "1", "B": "2"]),
    Sample("line ends of Windows", "export A=1\r\nB=2\r\n", ["A": "1", "B": "2"]),
    Sample("line ends of old Macs", "A=1\rB=2\r", ["A": "1", "B": "2"]),
    Sample("of two the last", "A=1\nA=2", ["A": "2"]),
    Sample("blanks around the sign and the value", "  A =  1  \n\tB\t=\t2\t", ["A": "1", "B": "2"]),
    Sample("no value", "A=\nB=\"\"\nC=''\nD= \t", ["A": "", "B": "", "C": "", "D": ""]),
    Sample("signs in a value", "A=b=c==", ["A": "b=c=="]),
    Sample("blanks in a value", "A=a b  c", ["A": "a b  c"]),
    Sample("quotes in a value", "A=it's \"so\"", ["A": "it's \"so\""]),
    Sample("characters beyond ASCII", "A=é山😀\u{85}\u{2028}x", ["A": "é山😀\u{85}\u{2028}x"]),
    Sample("export", "export A=1\nexport\tB=2\nexport   C=3", ["A": "1", "B": "2", "C": "3"]),
    Sample("a variable of that name", "export=1", ["export": "1"]),
    Sample("a variable of that name, with blanks: python-dotenv refuses it", "export = 1", ["export": "1"]),
    Sample("comments", "# a\n  # b\nA=1 # c\nB=2# d\nC=3 #d'\"", ["A": "1", "B": "2# d", "C": "3"]),
    Sample("comments of systemd", "; a\nA=1;2", ["A": "1;2"]),
    Sample("a comment for a value", "A= # b", ["A": ""]),
    Sample("a value that begins with a number sign", "A=#b", ["A": "#b"]),
    Sample("comments behind quotes", "A='x' # y\nB=\"x\"# y", ["A": "x", "B": "x"]),
    Sample("number signs in quotes", "A='x # \"y\"' # z\nB=\"x # 'y'\"", ["A": "x # \"y\"", "B": "x # 'y'"]),
    Sample(
      "escapes in double quotes: python-dotenv keeps the backslash before $", #"A="a\n\"b\"\\\t\r\$\'""#,
      ["A": "a\n\"b\"\\\t\r$'"]),
    Sample("what is no escape keeps its backslash", #"A="^\d+\.x""#, ["A": #"^\d+\.x"#]),
    Sample("a backslash before the closing quote", #"A="a\\""#, ["A": #"a\"#]),
    Sample("single quotes are raw: python-dotenv makes one backslash of two", #"A='a\n\t\\$B'"#, ["A": #"a\n\t\\$B"#]),
    Sample("an escaped single quote", #"A='it\'s' # b"#, ["A": "it's"]),
    Sample("a folder in single quotes: python-dotenv refuses it", #"A='C:\data\'"#, ["A": #"C:\data\"#]),
    Sample("a folder without quotes", #"A=C:\data\"#, ["A": #"C:\data\"#]),
    Sample("dollar signs", "A=$B\nC=\"${D}\"\nE='$(F)'\nG=a$$b", ["A": "$B", "C": "${D}", "E": "$(F)", "G": "a$$b"]),
    Sample(
      "several lines", "A=\"-----BEGIN\nMIIB=\n\n# no comment\n-----END\"\nB=2",
      ["A": "-----BEGIN\nMIIB=\n\n# no comment\n-----END", "B": "2"]),
    Sample("several lines in single quotes", "A='{\n  \"b\": 1\n}' # c\nB=2", ["A": "{\n  \"b\": 1\n}", "B": "2"]),
    Sample(
      "several lines of Windows: python-dotenv keeps the carriage return", "A=\"b\r\nc\"\r\nD=1\r\n",
      ["A": "b\nc", "D": "1"]),
    Sample("names that no variable has", "feature.flag=on\nx-y=1\n1A=2\nA[0]=3\nCOUNT=5", ["COUNT": "5"]),
    Sample("such names with several lines", "a.b=\"x\nCOUNT=4\n\"\nCOUNT=5", ["COUNT": "5"]),
    Sample("names of the environment", "A\nexport B\nC # c\nD=1", ["D": "1"]),
  ]

  @Test(arguments: samples) func isRead(_ sample: Sample) throws {
    #expect(try EnvironmentFile(Array(sample.text.utf8), path: "ci.env").variables == sample.variables)
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var found: String

    init(_ name: String, _ text: String, finds found: String) {
      testDescription = name
      self.text = text
      self.found = found
    }
  }

  static let faults: [Fault] = [
    Fault(
      "a quote that is not closed", "A=1\nB='hunter2\nC=3\n",
      finds: #"""
        ci.env:2:3: error: the quote of "B" is not closed [scenario.env-file]
          |
        2 | B=…
          |   ^ close it

        1 error in ci.env
        """#),
    Fault(
      "a double quote that is not closed, at its opening line", "A=\"hunter2\nB=x\n\nC=3",
      finds: #"""
        ci.env:1:3: error: the quote of "A" is not closed [scenario.env-file]
          |
        1 | A=…
          |   ^ close it

        1 error in ci.env
        """#),
    Fault(
      "a quote that one of another value closes", "A=\"hunter2\nB=\"x\"\nC=3",
      finds: #"""
        ci.env:1:3: error: the quote of "A" is not closed [scenario.env-file]
          |
        1 | A=…
          |   ^ close it

        1 error in ci.env
        """#),
    Fault(
      "text behind quotes", "A=\"x\" hunter2",
      finds: #"""
        ci.env:1:7: error: text follows the closing quote of "A" [scenario.env-file]
          |
        1 | A=…
          |    ^ put quotes around the whole value, and write \" for a quote inside it

        1 error in ci.env
        """#),
    Fault(
      "text behind single quotes", "export A='x'hunter2 # a",
      finds: #"""
        ci.env:1:13: error: text follows the closing quote of "A" [scenario.env-file]
          |
        1 | export A=…
          |           ^ put quotes around the whole value

        1 error in ci.env
        """#),
    Fault(
      "a quote inside double quotes", "A=\"x \"hunter2\" y\"",
      finds: #"""
        ci.env:1:7: error: text follows the closing quote of "A" [scenario.env-file]
          |
        1 | A=…
          |    ^ put quotes around the whole value, and write \" for a quote inside it

        1 error in ci.env
        """#),
    Fault(
      "three quotes", "A=\"\"\"hunter2\"\"\"",
      finds: #"""
        ci.env:1:5: error: text follows the closing quote of "A" [scenario.env-file]
          |
        1 | A=…
          |    ^ put quotes around the whole value, and write \" for a quote inside it

        1 error in ci.env
        """#),
    Fault(
      "a blank in a name", "A B=hunter2",
      finds: #"""
        ci.env:1:1: error: this line is not NAME=VALUE [scenario.env-file]
          |
        1 | …
          | ^ a name has letters, digits and _

        1 error in ci.env
        """#),
    Fault(
      "a name in quotes", "\"A\"=hunter2",
      finds: #"""
        ci.env:1:1: error: this line is not NAME=VALUE [scenario.env-file]
          |
        1 | …
          | ^ a name has letters, digits and _

        1 error in ci.env
        """#),
    Fault(
      "no name", "=hunter2",
      finds: #"""
        ci.env:1:1: error: this line is not NAME=VALUE [scenario.env-file]
          |
        1 | …
          | ^ a name has letters, digits and _

        1 error in ci.env
        """#),
    Fault(
      "a colon for the sign", "A: hunter2",
      finds: #"""
        ci.env:1:1: error: this line is not NAME=VALUE [scenario.env-file]
          |
        1 | …
          | ^ write = instead of the colon

        1 error in ci.env
        """#),
    Fault(
      "words", "A hunter2",
      finds: #"""
        ci.env:1:1: error: this line is not NAME=VALUE [scenario.env-file]
          |
        1 | …
          | ^ write NAME=VALUE, and quotes around a value of several lines

        1 error in ci.env
        """#),
    Fault(
      "an exclamation mark", "hunter2!",
      finds: #"""
        ci.env:1:1: error: this line is not NAME=VALUE [scenario.env-file]
          |
        1 | …
          | ^ write NAME=VALUE, and quotes around a value of several lines

        1 error in ci.env
        """#),
    Fault(
      "the lines of a key without quotes are one mistake",
      "KEY=-----BEGIN KEY-----\nhunter2/+\nMIIB\nqq==\n-----END KEY-----\nB=2\n",
      finds: #"""
        ci.env:2:1: error: this line is not NAME=VALUE [scenario.env-file]
          |
        2 | …
          | ^ write NAME=VALUE, and quotes around a value of several lines

        1 error in ci.env
        """#),
    Fault(
      "a value that goes on in the next line", "A=hunter2 \\\n  B=x",
      finds: #"""
        ci.env:1:3: error: the value of "A" ends with a backslash [scenario.env-file]
          |
        1 | A=…
          |   ^ put a value of several lines in quotes

        1 error in ci.env
        """#),
    Fault(
      "all mistakes at once", "A='hunter2\nB=1\nC=\"x\" y\n = 2\nD: 3\nE=4",
      finds: #"""
        ci.env:1:3: error: the quote of "A" is not closed [scenario.env-file]
          |
        1 | A=…
          |   ^ close it

        ci.env:3:7: error: text follows the closing quote of "C" [scenario.env-file]
          |
        3 | C=…
          |    ^ put quotes around the whole value, and write \" for a quote inside it

        ci.env:4:2: error: this line is not NAME=VALUE [scenario.env-file]
          |
        4 | …
          |  ^ a name has letters, digits and _

        ci.env:5:1: error: this line is not NAME=VALUE [scenario.env-file]
          |
        5 | …
          | ^ write = instead of the colon

        4 errors in ci.env
        """#),
    Fault(
      "names that no variable has", "a.b=\"hunter2\nx/y='hunter2",
      finds: #"""
        ci.env:1:5: error: the quote of "a.b" is not closed [scenario.env-file]
          |
        1 | a.b=…
          |     ^ close it

        ci.env:2:5: error: the quote of this variable is not closed [scenario.env-file]
          |
        2 | …
          |  ^ close it

        2 errors in ci.env
        """#),
  ]

  /// Each has "hunter2" where a secret could be, and none shows it.
  @Test(arguments: faults) func isRefusedWithoutShowingItsContent(_ fault: Fault) throws {
    let error = try #require(
      #expect(throws: EnvironmentFileError.self) { try EnvironmentFile(Array(fault.text.utf8), path: "ci.env") })
    #expect(error.text == fault.found)
    #expect(error.exit == .invalidInput)
    #expect(fault.text.contains("hunter2"))
    for text in [
      error.text, CheckJSON.text([error.checked], toolVersion: "1"), CheckSARIF.text([error.checked], toolVersion: "1"),
      CheckGitHub.text([error.checked]),
    ] {
      #expect(!text.contains("hunter2") && text.contains("ci.env"))
    }
  }

  @Test(
    arguments: [
      ([0xff, 0xfe, 0x41, 0, 0x3d, 0, 0x31, 0], "ci.env:1:1: error: the file is UTF-16 [scenario.encoding]"),
      ([0x41, 0, 0x3d, 0, 0x31, 0], "ci.env:1:1: error: the file is UTF-16 [scenario.encoding]"),
      ([0x41, 0x3d, 0x31, 0x0a, 0x42, 0x3d, 0xe4], "ci.env:2:3: error: the file is not UTF-8 [scenario.encoding]"),
    ] as [([UInt8], String)]) func anotherEncodingIsNamed(_ bytes: [UInt8], _ heading: String) throws
  {
    let error = try #require(#expect(throws: EnvironmentFileError.self) { try EnvironmentFile(bytes, path: "ci.env") })
    #expect(error.text.hasPrefix(heading + "\n"))
    #expect(error.text.contains("| …\n") && error.text.contains("save it as UTF-8"))
  }

  @Test func aMissingFile() throws {
    let error = try #require(
      #expect(throws: EnvironmentFileError.self) { try EnvironmentFile.read("/nowhere/ci.env") })
    #expect(error.text == "rehearse: cannot read \"/nowhere/ci.env\": No such file or directory")
    #expect(error.exit == .missingFile)
  }

  @Test func theArgumentsHoldNoSecret() {
    let overrides = Overrides(
      settings: ["stages.a.rate=1/s", "identities.loader.password=hunter2"], environmentPath: "ci.env")
    #expect(overrides.arguments == ["--env-file", "ci.env", "--set", "stages.a.rate=1/s"])
  }
}
