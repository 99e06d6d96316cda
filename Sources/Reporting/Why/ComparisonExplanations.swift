internal import Scenarios

// Words of a comparison of builds.
extension ReportWord {
  static let comparisonWords: [ReportWord] = [
    .console(
      "regressed", also: ["comparison.regressed"],
      Explanation(
        "a metric is worse than in the base, and that is not noise",
        """
        The medians differ by more than the metric's tolerance, and the Mann-Whitney test of at least 4 runs a side, with the base \
        moved by half of the tolerance, has p below 0.05. A count that is 0 in every run of the base, such as lost, needs no test: \
        one run with more is enough. Exit code 13.
        """,
        do:
          "Read what else differs between the sides, in the first lines. A tolerance is changed by compare: in the scenario, or --tolerance."
      )),
    .console(
      "suspect", also: ["comparison.suspect"],
      Explanation(
        "a metric is worse by more than its tolerance, in too few runs to exclude noise",
        """
        Against five or more runs of the base, one to three new ones must also be further off than three deviations of the \
        base. It fails nothing (exit code 0) without --gate suspect.
        """,
        do: "Run both sides 4 times or more: rehearse run --repeat 5.")),
    .console(
      "unclear",
      Explanation(
        "the medians differ by more than the tolerance, but the runs overlap",
        "The test cannot exclude that it is noise, and it fails nothing.",
        do: "More runs decide: rehearse run --repeat 10, the builds in turn with --against-binary.")),
    .console(
      "improved",
      Explanation(
        "a metric is better than in the base, and that is not noise", "By the same test as for regressed.")),
    .console(
      "maybe_improved", also: ["maybe_worse", "maybe_better", "maybe_moved"],
      Explanation(
        "a metric differs by more than its tolerance, in too few runs to exclude noise",
        "Worse, better, or moved where neither direction is better. It fails nothing.",
        do: "Run both sides 4 times or more: rehearse run --repeat 5.")),
    .console(
      "worse", also: ["better", "moved"],
      Explanation(
        "a metric that fails no comparison is not as in the base, and that is not noise",
        "Worse, better, or moved where neither direction is better. It is shown only.",
        do: "--gate and the metric's name let it fail a comparison.")),
    .console(
      "unchanged",
      Explanation(
        "the medians differ by no more than the metric's tolerance", "Or a count that must be 0 is 0 on both sides.")),
    .console(
      "within_tolerance", also: ["within_noise"],
      Explanation(
        "a metric differs, by no more than its tolerance or than the base itself varies",
        "There are too few runs for a test, so the difference is shown all the same; it fails nothing.")),
    .console(
      "incomparable", also: ["not_comparable", "comparison.incomparable"],
      Explanation(
        "nothing of the two sides could be compared",
        "No stage is on both sides, all are of another scenario or another kind of broker, or every row is aborted or skipped. Exit code 14.",
        do: "Ask about it: rehearse why 14.")),
    .console(
      "blocked", also: ["not_compared", "nothing_left"],
      Explanation(
        "a stage that is on both sides, and was not compared",
        """
        Its rows are of different scenarios, of the embedded broker and of Kafka, or of a newer report format; or each row of a \
        side is aborted or skipped. The reason is beside it, value beside value.
        """,
        do: "Compare runs of one scenario, or use --allow-drift.")),
    .console(
      "added", also: ["removed", "only_in_new", "only_in_base"],
      Explanation("a stage that only one side has", "It fails nothing, however many there are.")),
    .console(
      "left_out", also: ["exact_metrics_only", "exact_only"],
      Explanation(
        "rows of a side that were compared in part, or not at all",
        """
        Rows of aborted and skipped stages are left out. Of inconclusive ones, and of those that the generator limited, only the \
        counts of wrong messages are compared: their times say nothing about the cluster.
        """)),
    .console(
      "builds",
      Explanation(
        "the builds whose runs are compared",
        "Named by --label, else by the commit, else by the run. In the last line: the new sides, where there are several."
      )),
    .console(
      "p",
      Explanation(
        "the probability of such a difference, or a greater one, by chance alone",
        "Of the exact two-sided Mann-Whitney test that both sides are alike; empty with fewer than 4 runs a side.")),
  ]
}
