extension Fault {
  /// Faults of unique values.
  static let uniqueFaults: [Fault] = [
    Fault(
      "a function whose values cannot be counted", .templates,
      #"""
      templates: {order: {key: '{{unique.email()}}', value: x}}
      """#,
      finds: #"""
        orders.yaml:5:29: error: the values of faker.email() cannot be counted, so it cannot be unique [scenario.placeholder]
          |
        5 | templates: {order: {key: '{{unique.email()}}', value: x}}
          |                             ^~~~~~~~~~~~ put {{seq}} beside faker.email()
        """#),
    Fault(
      "unique as in Python", .templates,
      #"""
      templates: {order: {key: '{{faker.unique.first_name()}}', value: x}}
      """#,
      finds: #"""
        orders.yaml:5:29: error: "faker.unique.first_name" is written without faker [scenario.placeholder]
          |
        5 | templates: {order: {key: '{{faker.unique.first_name()}}', value: x}}
          |                             ^~~~~~~~~~~~~~~~~~~~~~~ write unique.first_name(…)
        """#),
    Fault(
      "an unknown function, and one without parentheses", .templates,
      #"""
      templates: {order: {key: '{{unique.randomint(1, 5)}}', value: '{{unique.random_int}}'}}
      """#,
      finds: #"""
        orders.yaml:5:29: error: unknown function "unique.randomint" [scenario.placeholder]
          |
        5 | templates: {order: {key: '{{unique.randomint(1, 5)}}', value: '{{unique.random_int}}'}}
          |                             ^~~~~~~~~~~~~~~~ did you mean "unique.random_int"?

        orders.yaml:5:66: error: "unique.random_int" is a function [scenario.placeholder]
          |
        5 | templates: {order: {key: '{{unique.randomint(1, 5)}}', value: '{{unique.random_int}}'}}
          |                                                                  ^~~~~~~~~~~~~~~~~ write unique.random_int()
        """#),
    Fault(
      "a unique value in a list", .templates,
      #"""
      templates:
        order:
          format: json
          let: {a: {repeat: 2, value: '{{unique.random_int()}}'}}
          value: '{{a}}'
      """#,
      finds: #"""
        orders.yaml:8:36: error: unique is not supported in a list [scenario.placeholder]
          |
        8 |     let: {a: {repeat: 2, value: '{{unique.random_int()}}'}}
          |                                    ^~~~~~~~~~~~~~~~~ write {{seq}} and {{index}} beside a function
        """#),
    Fault(
      "values that are the same", .templates,
      #"""
      templates:
        order:
          key: '{{unique.choice([1, "1"])}}'
          value: '{{unique.choices([1, 2], weights=[1, 9])}} {{unique.numerify("#!")}}'
      """#,
      finds: #"""
        orders.yaml:7:13: error: two elements of unique.choice() are both "1" [scenario.placeholder]
          |
        7 |     key: '{{unique.choice([1, "1"])}}'
          |             ^~~~~~~~~~~~~ remove one of them

        orders.yaml:8:15: error: unique.choices() uses each element as often as the others, so it cannot have weights [scenario.placeholder]
          |
        8 |     value: '{{unique.choices([1, 2], weights=[1, 9])}} {{unique.numerify("#!")}}'
          |               ^~~~~~~~~~~~~~ remove the weights

        orders.yaml:8:58: error: "!" can draw nothing, so that two values of unique.numerify() could be the same [scenario.placeholder]
          |
        8 |     value: '{{unique.choices([1, 2], weights=[1, 9])}} {{unique.numerify("#!")}}'
          |                                                          ^~~~~~~~~~~~~~~ write # or %
        """#),
    Fault(
      "methods, slices and formats that make values the same", .templates,
      #"""
      templates:
        order:
          key: '{{unique.first_name().title()}} {{unique.random_int()[:2]}}'
          value: '{{unique.past_date():%d.%m.}} {{unique.choice([1.24, 1.25]):.1f}} {{unique.choice(["a", "a "]):<3}}'
      """#,
      finds: #"""
        orders.yaml:7:33: error: methods and slices can make two unique values the same [scenario.placeholder]
          |
        7 |     key: '{{unique.first_name().title()}} {{unique.random_int()[:2]}}'
          |                                 ^~~~~ remove it, or put {{seq}} beside it

        orders.yaml:7:64: error: methods and slices can make two unique values the same [scenario.placeholder]
          |
        7 |     key: '{{unique.first_name().title()}} {{unique.random_int()[:2]}}'
          |                                                                ^ remove it, or put {{seq}} beside it

        orders.yaml:8:34: error: this format writes the same text for different days, and unique.past_date() must not [scenario.placeholder]
          |
        8 |     value: '{{unique.past_date():%d.%m.}} {{unique.choice([1.24, 1.25]):.1f}} {{unique.choice(["a", "a "]):<3}}'
          |                                  ^~~~~~ write year, month and day, as in :%d.%m.%Y

        orders.yaml:8:73: error: this format can write the same text for different values, and unique.choice() must not [scenario.placeholder]
          |
        8 |     value: '{{unique.past_date():%d.%m.}} {{unique.choice([1.24, 1.25]):.1f}} {{unique.choice(["a", "a "]):<3}}'
          |                                                                         ^~~ remove it

        orders.yaml:8:108: error: this format can write the same text for different values, and unique.choice() must not [scenario.placeholder]
          |
        8 |     value: '{{unique.past_date():%d.%m.}} {{unique.choice([1.24, 1.25]):.1f}} {{unique.choice(["a", "a "]):<3}}'
          |                                                                                                            ^~ remove it
        """#),
    Fault(
      "more messages than unique values", .templates,
      #"""
      templates: {order: {key: '{{unique.random_int(1, 9)}}', value: x}}
      """#,
      finds: #"""
        orders.yaml:5:27: error: "{{unique.random_int(1, 9)}}" has 9 values, and stage "all" sends 10 messages [scenario.placeholder]
          |
        5 | templates: {order: {key: '{{unique.random_int(1, 9)}}', value: x}}
          |                           ^~~~~~~~~~~~~~~~~~~~~~~~~~~ draw from more values, or write count: 9 or less
        """#),
    Fault(
      "more messages in a time than unique values, of a name", .whole,
      #"""
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: {partitions: 6}}
      templates:
        order:
          let: {id: '{{unique.date_between("-7d", "today")}}'}
          value: 'a {{id}}'
      stages:
        - {name: few, count: 8}
        - {name: all, rate: 10/s, duration: 1s}
      """#,
      finds: #"""
        orders.yaml:7:16: error: "{{unique.date_between("-7d", "today")}}" has 8 values, and stage "all" sends 10 messages [scenario.placeholder]
          |
        7 |     let: {id: '{{unique.date_between("-7d", "today")}}'}
          |                ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ draw from more values, or write count: 8 or less
        """#),
    Fault(
      "a stage that ends after the last unique value", .whole,
      #"""
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: {partitions: 6}}
      templates: {order: {key: '{{unique.country_code()}}', value: x}}
      stages: [{name: all, duration: 5s}]
      """#,
      finds: #"""
        orders.yaml:5:27: warning: "{{unique.country_code()}}" has 249 values, and stage "all" ends after as many messages [scenario.placeholder]
          |
        5 | templates: {order: {key: '{{unique.country_code()}}', value: x}}
          |                           ^~~~~~~~~~~~~~~~~~~~~~~~~ write count: 249 in stage "all", or draw from more values
        """#),
  ]
}
