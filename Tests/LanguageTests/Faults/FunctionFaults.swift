/// Calls of functions that cannot be made.
extension Fault {
  static let functionFaults: [Fault] = [
    Fault(
      "a name of Faker that is an object", .templates,
      #"""
      templates: {order: {value: "{{faker.profile()}}"}}
      """#,
      finds: #"""
        orders.yaml:5:31: error: "faker.profile" is not supported [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{faker.profile()}}"}}
          |                               ^~~~~~~~~~~~~ write an object: {"name": "{{faker.name()}}", "mail": "{{faker.email()}}"}
        """#),
    Fault(
      "a name of Faker that is a list", .templates,
      #"""
      templates: {order: {value: "{{faker.random_sample(['a', 'b'])}}"}}
      """#,
      finds: #"""
        orders.yaml:5:31: error: "faker.random_sample" is not supported [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{faker.random_sample(['a', 'b'])}}"}}
          |                               ^~~~~~~~~~~~~~~~~~~ for one element write random.choice(['a', 'b']), for a list NAME: {repeat: 1..3, value: …} in let:
        """#),
    Fault(
      "a name of Faker that is a setting", .templates,
      #"""
      templates: {order: {value: "{{faker.seed_instance(7)}}"}}
      """#,
      finds: #"""
        orders.yaml:5:31: error: "faker.seed_instance" is not supported [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{faker.seed_instance(7)}}"}}
          |                               ^~~~~~~~~~~~~~~~~~~ write seed: at the top of the scenario
        """#),
    Fault(
      "a name of Python's random", .templates,
      #"""
      templates: {order: {value: "{{random.randrange(5)}}"}}
      """#,
      finds: #"""
        orders.yaml:5:31: error: "random.randrange" is not supported [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{random.randrange(5)}}"}}
          |                               ^~~~~~~~~~~~~~~~ write random.randint(0, 9), which includes the last
        """#),
    Fault(
      "a name of Faker at another object", .templates,
      #"""
      templates: {order: {value: "{{fake.name()}} {{fake.json()}}"}}
      """#,
      finds: #"""
        orders.yaml:5:29: error: unknown placeholder "{{fake.name()}}" [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{fake.name()}} {{fake.json()}}"}}
          |                             ^~~~~~~~~~~~~~~ write faker.name()

        orders.yaml:5:45: error: unknown placeholder "{{fake.json()}}" [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{fake.name()}} {{fake.json()}}"}}
          |                                             ^~~~~~~~~~~~~~~ write the JSON as the value, with format: json
        """#),
    Fault(
      "a name that no library has", .templates,
      #"""
      templates: {order: {value: "{{faker.sha512()}}"}}
      """#,
      finds: #"""
        orders.yaml:5:31: error: unknown function "faker.sha512" [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{faker.sha512()}}"}}
          |                               ^~~~~~~~~~~~ rehearse schema functions lists what there is
        """#),
    Fault(
      "a state in France", .templates,
      #"""
      templates: {order: {locale: fr_FR, value: "{{faker.state()}}"}}
      """#,
      finds: #"""
        orders.yaml:5:46: error: faker.state() is not there in fr_FR [scenario.placeholder]
          |
        5 | templates: {order: {locale: fr_FR, value: "{{faker.state()}}"}}
          |                                              ^~~~~~~~~~~ write faker.region()
        """#),
    Fault(
      "a state in Japan", .templates,
      #"""
      templates: {order: {locale: ja_JP, value: "{{faker.state()}}"}}
      """#,
      finds: #"""
        orders.yaml:5:46: error: faker.state() is not there in ja_JP [scenario.placeholder]
          |
        5 | templates: {order: {locale: ja_JP, value: "{{faker.state()}}"}}
          |                                              ^~~~~~~~~~~ write faker.prefecture()
        """#),
    Fault(
      "an abbreviation of states in Germany", .templates,
      #"""
      templates: {order: {locale: de_DE, value: "{{faker.first_name()}} {{ faker.state_abbr().lower() }}"}}
      """#,
      finds: #"""
        orders.yaml:5:70: error: faker.state_abbr() is not there in de_DE [scenario.placeholder]
          |
        5 | templates: {order: {locale: de_DE, value: "{{faker.first_name()}} {{ faker.state_abbr().lower() }}"}}
          |                                                                      ^~~~~~~~~~~~~~~~ write faker.state()
        """#),
    Fault(
      "a county in the default locale", .templates,
      #"""
      templates: {order: {value: "{{faker.county()}}"}}
      """#,
      finds: #"""
        orders.yaml:5:31: error: faker.county() is not there in en_US [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{faker.county()}}"}}
          |                               ^~~~~~~~~~~~ write faker.state()
        """#),
    Fault(
      "a day before its start", .templates,
      #"""
      templates: {order: {value: "{{faker.date_between('today', '-1d')}}"}}
      """#,
      finds: #"""
        orders.yaml:5:50: error: faker.date_between() ends before it starts [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{faker.date_between('today', '-1d')}}"}}
          |                                                  ^~~~~~~ write the earlier time as the start
        """#),
    Fault(
      "a day that is before its start if the run starts early", .templates,
      #"""
      templates: {order: {value: "{{faker.date_between('today', '-1h')}}"}}
      """#,
      finds: #"""
        orders.yaml:5:50: error: faker.date_between() ends before it starts [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{faker.date_between('today', '-1h')}}"}}
          |                                                  ^~~~~~~ write the earlier time as the start
        """#),
    Fault(
      "a time before its start", .templates,
      #"""
      templates: {order: {value: "{{faker.date_time_between('now', 'today')}}"}}
      """#,
      finds: #"""
        orders.yaml:5:55: error: faker.date_time_between() ends before it starts [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{faker.date_time_between('now', 'today')}}"}}
          |                                                       ^~~~~ write the earlier time as the start
        """#),
    Fault(
      "a range that ended before any run", .templates,
      #"""
      templates: {order: {value: "{{faker.date_time_between('now', '2020-01-01')}}"}}
      """#,
      finds: #"""
        orders.yaml:5:55: error: faker.date_time_between() ends before it starts [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{faker.date_time_between('now', '2020-01-01')}}"}}
          |                                                       ^~~~~ write the earlier time as the start
        """#),
    Fault(
      "a past date in the future", .templates,
      #"""
      templates: {order: {value: "{{faker.past_date('+1d')}}"}}
      """#,
      finds: #"""
        orders.yaml:5:47: error: faker.past_date() ends before it starts [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{faker.past_date('+1d')}}"}}
          |                                               ^~~~~ write a time in the past, such as '-30d'
        """#),
    Fault(
      "a future time in the past", .templates,
      #"""
      templates: {order: {value: "{{faker.future_datetime('-1d')}}"}}
      """#,
      finds: #"""
        orders.yaml:5:53: error: faker.future_datetime() ends before it starts [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{faker.future_datetime('-1d')}}"}}
          |                                                     ^~~~~ write a time in the future, such as '+30d'
        """#),
    Fault(
      "ages in the wrong order", .templates,
      #"""
      templates: {order: {value: "{{faker.date_of_birth(minimum_age=65, maximum_age=18)}}"}}
      """#,
      finds: #"""
        orders.yaml:5:63: error: "minimum_age" is greater than "maximum_age" [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{faker.date_of_birth(minimum_age=65, maximum_age=18)}}"}}
          |                                                               ^~ the first is the minimum, the second the maximum
        """#),
    Fault(
      "a zone by its name", .templates,
      #"""
      templates: {order: {value: "{{faker.date_time(tzinfo='Europe/Berlin')}}"}}
      """#,
      finds: #"""
        orders.yaml:5:54: error: "tzinfo" must be 'UTC' or an offset such as '+02:00' [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{faker.date_time(tzinfo='Europe/Berlin')}}"}}
          |                                                      ^~~~~~~~~~~~~~~ write the zone's offset, such as '+02:00': summer time is not known
        """#),
    Fault(
      "a zone of Python", .templates,
      #"""
      templates: {order: {value: "{{faker.iso8601(tzinfo=timezone.utc)}}"}}
      """#,
      finds: #"""
        orders.yaml:5:52: error: "timezone" is not a value [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{faker.iso8601(tzinfo=timezone.utc)}}"}}
          |                                                    ^~~~~~~~ write 'UTC' or an offset such as '+02:00'
        """#),
    Fault(
      "a moment of Python", .templates,
      #"""
      templates: {order: {value: "{{faker.date_between(datetime(2020, 1, 1))}}"}}
      """#,
      finds: #"""
        orders.yaml:5:50: error: "datetime" is not a value [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{faker.date_between(datetime(2020, 1, 1))}}"}}
          |                                                  ^~~~~~~~ write a moment such as '-30d' or '2024-01-31'
        """#),
    Fault(
      "a directive of dates that there is not", .templates,
      #"""
      templates: {order: {value: "{{faker.time('%H:%Q')}}"}}
      """#,
      finds: #"""
        orders.yaml:5:42: error: "pattern" must be a date format such as '%Y-%m-%d' [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{faker.time('%H:%Q')}}"}}
          |                                          ^~~~~~~ the directives are %Y %m %d %H %M %S %f %j %a %A %b %B %y %p %I %z %Z %F %T %s %% %:z
        """#),
    Fault(
      "several elements", .templates,
      #"""
      templates: {order: {value: "{{faker.random_elements(['a', 'b'], length=2)}}"}}
      """#,
      finds: #"""
        orders.yaml:5:72: error: "length" must be 1 [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{faker.random_elements(['a', 'b'], length=2)}}"}}
          |                                                                        ^ for a list of varying length write NAME: {repeat: 1..3, value: …} in let:
        """#),
    Fault(
      "weights as in Python", .templates,
      #"""
      templates: {order: {value: "{{faker.random_element(OrderedDict([('a', 1)]))}}"}}
      """#,
      finds: #"""
        orders.yaml:5:52: error: "OrderedDict" is not a value [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{faker.random_element(OrderedDict([('a', 1)]))}}"}}
          |                                                    ^~~~~~~~~~~ write random.choices(['a', 'b'], weights=[9, 1])
        """#),
    Fault(
      "a part of speech", .templates,
      #"""
      templates: {order: {value: "{{faker.word('noun')}}"}}
      """#,
      finds: #"""
        orders.yaml:5:42: error: "part_of_speech" must be None [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{faker.word('noun')}}"}}
          |                                          ^~~~~~ give the words: ext_word_list=['run', 'jump']
        """#),
    Fault(
      "bytes of a hash", .templates,
      #"""
      templates: {order: {value: "{{faker.md5(raw_output=True)}}"}}
      """#,
      finds: #"""
        orders.yaml:5:52: error: "raw_output" must be False [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{faker.md5(raw_output=True)}}"}}
          |                                                    ^~~~ write {{random.bytes(n)}} in format: bytes
        """#),
    Fault(
      "a hue", .templates,
      #"""
      templates: {order: {value: "{{faker.color(hue='red')}}"}}
      """#,
      finds: #"""
        orders.yaml:5:47: error: "hue" must be None [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{faker.color(hue='red')}}"}}
          |                                               ^~~~~ write random.choice(['#cc0000', '#ff6666']) with the colours wanted
        """#),
    Fault(
      "a word that is not one of the choices", .templates,
      #"""
      templates: {order: {value: "{{faker.country_code('alpha-4')}}"}}
      """#,
      finds: #"""
        orders.yaml:5:50: error: "representation" must be 'alpha-2' or 'alpha-3' [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{faker.country_code('alpha-4')}}"}}
          |                                                  ^~~~~~~~~ did you mean 'alpha-2'?
        """#),
    Fault(
      "too many digits", .templates,
      #"""
      templates: {order: {value: "{{faker.pyfloat(left_digits=9, right_digits=9)}}"}}
      """#,
      finds: #"""
        orders.yaml:5:73: error: faker.pyfloat() has at most 15 digits [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{faker.pyfloat(left_digits=9, right_digits=9)}}"}}
          |                                                                         ^ ask for fewer left_digits or right_digits
        """#),
    Fault(
      "bounds of a number in the wrong order", .templates,
      #"""
      templates: {order: {value: "{{faker.pyfloat(min_value=5, max_value=1)}}"}}
      """#,
      finds: #"""
        orders.yaml:5:55: error: "min_value" is greater than "max_value" [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{faker.pyfloat(min_value=5, max_value=1)}}"}}
          |                                                       ^ the first is the minimum, the second the maximum
        """#),
    Fault(
      "a positive number below zero", .templates,
      #"""
      templates: {order: {value: "{{faker.pydecimal(positive=True, min_value=-1)}}"}}
      """#,
      finds: #"""
        orders.yaml:5:72: error: "min_value" must be above 0 if positive is True [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{faker.pydecimal(positive=True, min_value=-1)}}"}}
          |                                                                        ^~ leave out positive
        """#),
    Fault(
      "a bound with more digits than asked", .templates,
      #"""
      templates: {order: {value: "{{faker.pydecimal(left_digits=2, max_value=1000)}}"}}
      """#,
      finds: #"""
        orders.yaml:5:72: error: "max_value" has more than 2 digits before the point [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{faker.pydecimal(left_digits=2, max_value=1000)}}"}}
          |                                                                        ^~~~
        """#),
    Fault(
      "a password that is too short", .templates,
      #"""
      templates: {order: {value: "{{faker.password(2)}}"}}
      """#,
      finds: #"""
        orders.yaml:5:46: error: "length" must be at least 4 [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{faker.password(2)}}"}}
          |                                              ^ each kind of characters is there at least once
        """#),
    Fault(
      "a password without characters", .templates,
      #"""
      templates: {order: {value: "{{faker.password(8, False, False, False, False)}}"}}
      """#,
      finds: #"""
        orders.yaml:5:70: error: a password needs characters [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{faker.password(8, False, False, False, False)}}"}}
          |                                                                      ^~~~~ leave one of the kinds True
        """#),
    Fault(
      "a length that codes do not have", .templates,
      #"""
      templates: {order: {value: "{{faker.swift(9)}}"}}
      """#,
      finds: #"""
        orders.yaml:5:43: error: "length" must be 8 or 11 [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{faker.swift(9)}}"}}
          |                                           ^
        """#),
    Fault(
      "letters in the wrong order", .templates,
      #"""
      templates: {order: {value: "{{faker.pystr(9, 3)}}"}}
      """#,
      finds: #"""
        orders.yaml:5:43: error: "min_chars" is greater than "max_chars" [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{faker.pystr(9, 3)}}"}}
          |                                           ^
        """#),
    Fault(
      "words that cannot differ", .templates,
      #"""
      templates: {order: {value: "{{faker.words(3, ['a'], unique=True)}}"}}
      """#,
      finds: #"""
        orders.yaml:5:43: error: 3 words cannot all differ: there are 1 [scenario.placeholder]
          |
        5 | templates: {order: {value: "{{faker.words(3, ['a'], unique=True)}}"}}
          |                                           ^ write at most nb=1
        """#),
    Fault(
      "statements and comments of Jinja", .templates,
      #"""
      templates: {order: {value: "{% for i in items %}x{% endfor %} {# note #} {{ '{% no %}' }} {#"}}
      """#,
      finds: #"""
        orders.yaml:5:29: warning: "{% for i in items %}" is sent as is: templates have no statements [scenario.placeholder]
          |
        5 | templates: {order: {value: "{% for i in items %}x{% endfor %} {# note #} {{ '{% no %}' }} {#"}}
          |                             ^~~~~~~~~~~~~~~~~~~~ a list is {{NAME}} with NAME: {repeat: 1..3, value: …} in let:

        orders.yaml:5:50: warning: "{% endfor %}" is sent as is: templates have no statements [scenario.placeholder]
          |
        5 | templates: {order: {value: "{% for i in items %}x{% endfor %} {# note #} {{ '{% no %}' }} {#"}}
          |                                                  ^~~~~~~~~~~~ a list is {{NAME}} with NAME: {repeat: 1..3, value: …} in let:

        orders.yaml:5:63: warning: "{# note #}" is sent as is: templates have no comments [scenario.placeholder]
          |
        5 | templates: {order: {value: "{% for i in items %}x{% endfor %} {# note #} {{ '{% no %}' }} {#"}}
          |                                                               ^~~~~~~~~~ write a comment of YAML beside the text
        """#),
  ]
}
