extension Fault {
  private static let stage = "stages: [{name: all, count: 10}]"

  static let settingFaults: [Fault] = [
    Fault(
      "a setting without a value", .stages, stage, settings: ["stages.all.rate"],
      finds: #"""
        --set:1:1: error: "stages.all.rate" is not a setting [scenario.setting]
          |
        1 | stages.all.rate
          | ^~~~~~~~~~~~~~~ for example stages.peak.rate=10k/s
        """#),
    Fault(
      "a setting of nothing", .stages, stage, settings: ["stages.all.count="],
      finds: #"""
        --set:1:18: error: there is no value after "=" [scenario.setting]
          |
        1 | stages.all.count=
          |                  ^ write a value, or null
        """#),
    Fault(
      "a path that the language does not have", .stages, stage,
      settings: ["stages.all.cuont=20", "clustr.brokers=a:1"],
      finds: #"""
        --set:1:12: error: unknown key "cuont" in stages.all [scenario.setting]
          |
        1 | stages.all.cuont=20
          |            ^~~~~ did you mean "count"?

        --set:2:1: error: unknown key "clustr" [scenario.setting]
          |
        2 | clustr.brokers=a:1
          | ^~~~~~ did you mean "cluster"?
        """#),
    Fault(
      "a stage that is not there", .stages, stage, settings: ["stages.al.count=20"],
      finds: #"""
        --set:1:8: error: unknown stage "al" [scenario.setting]
          |
        1 | stages.al.count=20
          |        ^~ did you mean "all"?
        """#),
    Fault(
      "a stage as a whole", .stages, stage, settings: ["stages.all={count: 20}"],
      finds: #"""
        --set:1:8: error: a stage cannot be set as a whole [scenario.setting]
          |
        1 | stages.all={count: 20}
          |        ^~~ name one of its keys: stages.all.rate=10k/s
        """#),
    Fault(
      "a parent that is not in the file", .stages, stage, settings: ["verify.within=5s"],
      finds: #"""
        --set:1:1: error: "verify" is not in the file [scenario.setting]
          |
        1 | verify.within=5s
          | ^~~~~~ set all of it: verify={within: …}
        """#),
    Fault(
      "a key below a value", .stages, stage, settings: ["name.first=a"],
      finds: #"""
        --set:1:6: error: "name" has no keys [scenario.setting]
          |
        1 | name.first=a
          |      ^~~~~ set name itself, as a whole
        """#),
    Fault(
      "a value that does not fit, at its place on the command line", .stages, stage,
      settings: ["seed=7", "stages.all.count=many"],
      finds: #"""
        --set:2:18: error: count "many" is not a number [scenario.bad-value]
          |
        2 | stages.all.count=many
          |                  ^~~~ for example 100000, 100k or 1.5M
        """#),
    Fault(
      "a value that is no YAML", .stages, stage, settings: ["topics.orders={partitions: 6"],
      finds: #"""
        --set:1:15: error: this "{" is not closed [scenario.yaml]
          |
        1 | topics.orders={partitions: 6
          |               ^ close it with }
        """#),
    Fault(
      "what is included cannot be set", .stages, stage, settings: ["include=[a.yaml]"],
      finds: #"""
        --set:1:1: error: "include" cannot be set [scenario.setting]
          |
        1 | include=[a.yaml]
          | ^~~~~~~ files are included before anything is set
        """#),
  ]
}
