import Scenarios
import Testing
import Verification

@testable import Reporting

@Suite struct ComparisonMarkdownTests {
  @Test func aRegression() {
    #expect(
      ComparisonMarkdown.text([SampleComparison.regression]) == """
        <!-- rehearse compare orders -->

        **Regressed**: `v1.5.0` against `v1.4.0`: 2 regressed, 10 unchanged in 3 stages (exit code 13)

        | stage | metric | base | new | change | p | runs | verdict |
        |:--|:--|--:|--:|--:|--:|--:|:--|
        | `steady` | `lost` | 0 | 3 | n/a (+3) in 1 of 5 runs |  | 5/5 | **regressed** |
        | `steady` | `ack_latency_p99` | 12.4ms | 18.9ms | +52.4% (+6.5ms) | 0.008 | 5/5 | **regressed** |

        <details>
        <summary>1 metric moved that fails nothing</summary>

        | stage | metric | base | new | change | p | runs | verdict |
        |:--|:--|--:|--:|--:|--:|--:|:--|
        | `steady` | `ack_latency_max` | 33.0ms | 47.0ms | +42.4% (+14.0ms) | 0.008 | 5/5 | worse |

        </details>

        <details>
        <summary>10 metrics, and 2 that fail nothing, unchanged</summary>

        | stage | metric | base | new | change | p | runs | verdict |
        |:--|:--|--:|--:|--:|--:|--:|:--|
        | `warm-up` | `lost` | 0 | 0 | 0 |  | 5/5 | unchanged |
        | `warm-up` | `rate_kept` | 99.98% | 99.98% | 0 | 1.000 | 5/5 | unchanged |
        | `warm-up` | `ack_latency_p50` | 4.13ms | 4.13ms | 0 | 1.000 | 5/5 | unchanged |
        | `warm-up` | `ack_latency_p99` | 12.4ms | 12.4ms | 0 | 1.000 | 5/5 | unchanged |
        | `steady` | `rate_kept` | 99.98% | 99.98% | 0 | 1.000 | 5/5 | unchanged |
        | `steady` | `ack_latency_p50` | 4.13ms | 4.13ms | 0 | 1.000 | 5/5 | unchanged |
        | `peak` | `lost` | 0 | 0 | 0 |  | 5/5 | unchanged |
        | `peak` | `rate_kept` | 99.98% | 99.98% | 0 | 1.000 | 5/5 | unchanged |
        | `peak` | `ack_latency_p50` | 4.13ms | 3.13ms | -24.2% (-1.00ms) | 0.008 | 5/5 | unchanged |
        | `peak` | `ack_latency_p99` | 12.4ms | 12.4ms | 0 | 1.000 | 5/5 | unchanged |
        | `warm-up` | `ack_latency_max` | 33.0ms | 33.0ms | 0 | 1.000 | 5/5 | unchanged |
        | `peak` | `ack_latency_max` | 33.0ms | 33.0ms | 0 | 1.000 | 5/5 | unchanged |

        </details>

        | | base | new |
        |:--|:--|:--|
        | from | `Reports/v1.4.0` | `Reports/v1.5.0` |
        | builds | `v1.4.0` | `v1.5.0` |
        | runs | 5 | 5 |
        | host | `ci-3` | `ci-7` |

        """)
  }

  @Test func whatCannotBeCompared() {
    #expect(
      ComparisonMarkdown.text([SampleComparison.blocked]) == #"""
        <!-- rehearse compare orders -->

        **Not comparable**: `v1.5.0` against `v1.4.0`: nothing to compare (exit code 14)

        - not compared: stages steady and peak: scenario\_sha256 is 3f9a1c0d2e4b in base and b07d55e0a9c1 in new; compare runs of one scenario, or use --allow-drift
        - only in new: stage soak

        | | base | new |
        |:--|:--|:--|
        | from | `base.csv` | `new.csv` |
        | builds | `v1.4.0` | `v1.5.0` |
        | runs | 5 | 5 |

        """#)
  }

  /// A build server finds its comment again after other runs and other builds.
  @Test func theMarkerIsOfTheScenariosAlone() {
    let marker = ComparisonMarkdown.text([SampleComparison.regression]).split(separator: "\n")[0]
    #expect(marker == "<!-- rehearse compare orders -->")
    #expect(
      ComparisonMarkdown.text([SampleComparison.blocked, SampleComparison.clean]).split(separator: "\n")[0] == marker)
  }

  @Test func severalBuildsBeginWithTheWholeVerdict() {
    let text = ComparisonMarkdown.text([SampleComparison.clean, SampleComparison.regression])
    #expect(
      text.hasPrefix(
        "<!-- rehearse compare orders -->\n\n**Regressed**: 2 builds, 1 regressed (exit code 13)\n\n**Passed**: "))
  }

  @Test(arguments: [
    ("steady", "`steady`"), ("a b", "`a b`"), (" a", "<code> a</code>"), ("", "<code></code>"),
    ("a|b", "<code>a&#124;b</code>"),
    ("`", "<code>&#96;</code>"), ("<img src=x>", "<code>&#60;img src&#61;x&#62;</code>"),
    ("@person", "<code>&#64;person</code>"), ("a\nb", "<code>a&#92;u&#123;A&#125;b</code>"),
    ("größe", "<code>größe</code>"),
    ("x\\|y", "<code>x&#92;&#124;y</code>"), ("www.example.com:80", "<code>www&#46;example&#46;com&#58;80</code>"),
  ])
  func namesOfOthersInCells(_ name: String, _ text: String) {
    #expect(MarkdownText.code(name) == text)
  }

  @Test func namesOfOthersInSentences() {
    #expect(
      MarkdownText.plain("stage <b>`x`|*@me* #1\n--- [a](b) $x$")
        == #"stage &#60;b&#62;\`x\`\|\*<code>@</code>me\* <code>#</code>1\\u{A}\\u{2D}-- \[a\](b) &#36;x&#36;"#)
    #expect(
      MarkdownText.plain("stage https://a.example www.b.example")
        == "stage https:<code>//</code>a.example www<code>.</code>b.example")
    #expect(MarkdownText.comment("a --> <b>") == "a --\\u{3E} \\u{3C}b\\u{3E}")
  }

  /// However many stages there are and whatever their names hold, it fits a comment, and says what it leaves out.
  @Test(arguments: [60, 400]) func aLongOneIsCut(_ count: Int) {
    let stages = (0..<count).map { String(repeating: "|<`@", count: 40) + "\($0)" }
    let comparison = SampleComparison.comparison(
      base: SampleComparison.side("a", "1", stages: stages),
      new: SampleComparison.side("b", "2", stages: stages) { $0["ack_latency_p99"] = 30 })
    let text = ComparisonMarkdown.text([comparison])
    #expect(text.unicodeScalars.count <= 65_000)
    #expect(text.contains(" left out, because a comment has no space for more."))
    #expect(text.contains(": \(count) regressed, "))
    let many = ComparisonMarkdown.text(Array(repeating: comparison, count: 30))
    #expect(many.unicodeScalars.count <= 65_000)
    #expect(many.contains("20 more builds left out") || many.contains("10 more builds left out"))
  }

  /// Names that fill a comment by themselves.
  @Test func namesOfAnyLength() {
    let name = String(repeating: "@|<", count: 5000)
    let side = { (build: String) in
      SampleComparison.side(name + build, name + build, stages: [name]) { $0.scenarioSHA256 = name + build }
    }
    let comparison = SampleComparison.comparison(base: side("1"), new: side("2"))
    for count in [1, 40] {
      let text = ComparisonMarkdown.text(Array(repeating: comparison, count: count))
      #expect(text.unicodeScalars.count <= 65_000, "\(count)")
      #expect(text.contains("**Not comparable**"))
    }
  }
}
