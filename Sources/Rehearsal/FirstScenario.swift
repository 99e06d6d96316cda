/// The scenario that `rehearse init` writes: the language on one screen, and it runs as it is.
package enum FirstScenario {
  package static let fileName = "scenario.yaml"

  package static let text = #"""
    # yaml-language-server: $schema=scenario.v1.schema.json
    # What to send, how fast and where; every message is then read back and accounted for.
    # Durations and rates have a unit: 250ms, 30s, 5m; 500/s, 20k/s, 100/min. Counts may have k or M: 100k, 1.5M.
    version: 1
    name: first                     # names the reports: Reports/first/
    seed: 42                        # random values are the same in every run

    cluster:
      brokers: embedded             # the broker inside rehearse; or your own: "localhost:9092"
      librdkafka: {linger.ms: 5}    # any property of librdkafka, by its name

    topics:
      orders: {partitions: 3}       # created if it does not exist; with "create: never" it must exist

    templates:                      # how one message is made
      order:
        format: json                # every value is checked to be JSON before it is sent
        key: "customer-{{seq}}"     # {{seq}} counts from 0 in each stage; the key decides the partition
        value: '{"order": {{seq}}, "stage": "{{stage.name}}", "run": "{{run.id}}", "cents": 1850}'
      note:
        value: "note {{seq}}"       # plain text, and no key

    defaults: {topic: orders, template: order}    # for every stage

    stages:                         # one after the other
      - name: warm-up
        rate: 500/s
        duration: 1s
        measure: false              # verified like the others, but its times are not reported
      - name: steady
        rate: 2k/s                  # 4,000 messages, evenly spaced
        duration: 2s
      - name: flat-out
        count: 20k                  # without a rate: as fast as the brokers take them
        template: note
        partition: round-robin      # by-key, by-key-crc32, sticky, round-robin, or a number

    verify:
      within: 10s                   # reading stops after this long without progress

    """#
}
