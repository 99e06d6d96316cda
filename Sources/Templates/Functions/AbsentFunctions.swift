/// Names of Python's Faker that are not functions of templates, with what to write instead.
package enum AbsentFunctions {
  /// The remedy by name, without `faker.`.
  package static let remedies: [String: String] = {
    var remedies: [String: String] = [:]
    for (names, remedy) in rows {
      for name in names.split(separator: " ") { remedies[String(name)] = remedy }
    }
    return remedies
  }()

  /// Names that are answered alike, separated by blanks; and the remedy.
  package static let rows: [(names: String, remedy: String)] =
    objects + lists + settings + people + places + codes + moments

  /// The same for Python's `random`.
  package static let ofRandom: [String: String] = [
    "randrange": "write random.randint(0, 9), which includes the last",
    "normalvariate": "write random.gauss(0, 1)",
    "sample": "for one element write random.choice(['a', 'b'])",
    "shuffle": "write data: {file: …, order: shuffled}",
    "getrandbits": "write random.randint(0, 65535)",
    "randbytes": "write random.bytes(n)",
    "seed": "write seed: at the top of the scenario",
    "triangular": "write random.gauss() or random.uniform()",
    "betavariate": "write random.gauss() or random.uniform()",
    "expovariate": "write random.zipf(n)",
    "gammavariate": "write random.zipf(n)",
    "lognormvariate": "write random.zipf(n)",
    "paretovariate": "write random.zipf(n)",
    "weibullvariate": "write random.zipf(n)",
    "vonmisesvariate": "write random.gauss() or random.uniform()",
    "binomialvariate": "write random.gauss() with :.0f",
  ]

  private static let objects: [(names: String, remedy: String)] = [
    ("profile simple_profile", #"write an object: {"name": "{{faker.name()}}", "mail": "{{faker.email()}}"}"#),
    ("json json_bytes", "write the JSON as the value, with format: json"),
    ("xml", "write the XML as the value, with format: xml"),
    ("csv dsv tsv psv fixed_width", "write the columns as the value, with a separator between them"),
    ("zip", "write faker.postcode() for a postal code"),
    ("binary tar image", "write {{random.bytes(n)}}, with format: bytes"),
    ("pydict pystruct", #"write an object: {"a": {{faker.pyint()}}, "b": "{{faker.word()}}"}"#),
    ("pyobject enum", "write random.choice(['a', 'b'])"),
    ("currency", "write faker.currency_code() and faker.currency_name()"),
    ("cryptocurrency", "write faker.cryptocurrency_code() and faker.cryptocurrency_name()"),
    ("latlng local_latlng location_on_land", "write faker.latitude() and faker.longitude()"),
    (
      "color_rgb color_hsl color_hsv",
      "write [{{random.randint(0, 255)}}, {{random.randint(0, 255)}}, …], or faker.rgb_color()"
    ),
    ("color_rgb_float", "write random.random() for each of the three"),
    (
      "credit_card_full",
      "write faker.credit_card_number(), faker.credit_card_expire() and faker.credit_card_security_code()"
    ),
    (
      "passport_full passport_dates passport_owner",
      "write faker.passport_number(), faker.name() and faker.date_between()"
    ),
    ("passport_gender", "write random.choice(['M', 'F', 'X'])"),
    ("full_name fullname", "write faker.name()"),
    ("dob birthday birthdate birth_date", "write faker.date_of_birth()"),
  ]

  private static let lists: [(names: String, remedy: String)] = [
    (
      "pylist pytuple pyset pyiterable random_sample random_choices get_words_list nic_handles",
      "for one element write random.choice(['a', 'b']), for a list NAME: {repeat: 1..3, value: …} in let:"
    ),
    ("random_letters", "write faker.pystr(max_chars=16)"),
    ("randomize_nb_elements", "write random.randint(6, 14)"),
    ("time_series", "write faker.date_time_between() in each message"),
    ("random_digit_or_empty", "write faker.numerify('!')"),
    ("random_digit_not_null_or_empty", "write faker.numerify('@')"),
  ]

  private static let settings: [(names: String, remedy: String)] = [
    ("seed seed_instance seed_locale random", "write seed: at the top of the scenario"),
    (
      "add_provider provider get_providers set_formatter get_formatter set_arguments get_arguments del_arguments factories locales weights generator_attrs items cache_pattern",
      "a provider is not a part of templates; for own values write random.choice(['a', 'b']), or data:"
    ),
    ("parse format pystr_format", "write the text with its placeholders, or faker.bothify('??-###')"),
    ("unique", "write unique. in front of the function: {{unique.ean13()}}"),
    ("optional", "write random.choices(['a', None], weights=[9, 1])"),
  ]

  private static let people: [(names: String, remedy: String)] = [
    ("job_female job_male", "write faker.job()"),
    ("suffix_female suffix_male suffix_nonbinary", "write faker.suffix()"),
    ("basic_phone_number cellphone_number service_phone_number", "write faker.phone_number()"),
    ("bank", "write faker.company()"),
    ("emoji", "write random.choice(['😀', '🎉', '🚀'])"),
    (
      "first_name_pair first_name_female_pair first_name_male_pair last_name_pair",
      "write faker.first_name() and faker.last_name()"
    ),
    (
      "kana_name kana_name_female kana_name_male first_kana_name first_kana_name_female first_kana_name_male last_kana_name romanized_name romanized_name_female romanized_name_male first_romanized_name first_romanized_name_female first_romanized_name_male last_romanized_name",
      "write faker.name(); readings of names are not there"
    ),
    ("civil_status civil_status_code civil_status_name", "write random.choice(['ledig', 'verheiratet'])"),
    ("company_category company_prefix company_type", "write faker.company_suffix()"),
    (
      "random_company_acronym random_company_adjective random_name_complements company_id company_vat catch_phrase_attribute catch_phrase_noun catch_phrase_verb",
      "write faker.company(), or faker.catch_phrase()"
    ),
    ("last_name_nonbinary", "write faker.last_name()"),
    ("kana", "write random.choice(['ア', 'イ', 'ウ'])"),
    ("traditional_month_name", "write faker.month_name()"),
  ]

  private static let places: [(names: String, remedy: String)] = [
    (
      "city_prefix city_name area_name town chome ban gou building_name neighborhood bairro",
      "write faker.city(), or faker.street_address()"
    ),
    ("postcode_in_state zipcode_in_state postalcode_in_state", "write faker.postcode()"),
    ("city_with_postcode postcode_city_province", "write faker.address()"),
    ("department department_name department_number", "write faker.administrative_unit()"),
    ("estado estado_nome", "write faker.administrative_unit()"),
    ("estado_sigla", "write faker.state_abbr()"),
    ("state_name", "write faker.administrative_unit()"),
    ("street_prefix street_suffix_long street_suffix_short", "write faker.street_suffix()"),
    ("military_apo military_dpo military_ship military_state", "write faker.address()"),
    ("area_code area_code_with_separator area_code_without_separator", "write faker.phone_number()"),
    ("license_plate_by_province license_plate_unified", "write faker.license_plate()"),
  ]

  private static let codes: [(names: String, remedy: String)] = [
    ("uuid1 uuid7", "write faker.uuid4()"),
    ("upc_e", "write faker.ean13()"),
    ("jan jan13", "write faker.localized_ean13()"),
    ("jan8", "write faker.localized_ean8()"),
    ("sbn9", "write faker.isbn10()"),
    ("doi", "write 10.{{faker.numerify('####')}}/{{faker.bothify('???###')}}"),
    ("dga", "write faker.domain_name()"),
    ("nic_handle ripe_id iana_id", "write faker.bothify('??####-FAKE')"),
    ("ipv4_network_class", "write random.choice(['a', 'b', 'c'])"),
    ("unix_partition", "write {{faker.unix_device()}}1"),
    (
      "internet_explorer opera android_platform_token ios_platform_token linux_platform_token linux_processor mac_platform_token mac_processor windows_platform_token",
      "write faker.user_agent()"
    ),
    ("siren", "write faker.numerify('### ### ###')"),
    ("siret", "write faker.numerify('### ### ### 00###')"),
    ("ape_code classification_number serial_number", "write faker.bothify('####?')"),
    (
      "rcs_number vat_id cif nif nie nuss cie rg cin kvnr rvnr",
      "write faker.bothify() with its digits and letters, such as '########?'"
    ),
  ]

  private static let moments: [(names: String, remedy: String)] = [
    ("time_object", "write faker.time()"),
    ("time_delta", "write random.randint() with the seconds"),
    ("date_time_ad", "write faker.date_time_between('0001-01-01', 'now')"),
    ("pytimezone", "write faker.timezone()"),
    ("is_leap_year", "write random.choice([True, False])"),
  ]
}
