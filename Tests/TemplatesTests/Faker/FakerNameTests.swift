import Diagnostics
import Testing

@testable import Templates

/// The names of Python's Faker: each is a function, or says what to write instead.
@Suite struct FakerNameTests {
  /// The methods of Python's Faker 40.63.0 in en_US, and those that other locales have.
  static let names = """
    aba add_provider address administrative_unit am_pm android_platform_token ape_code area_code
    area_code_with_separator area_code_without_separator area_name ascii_company_email ascii_email
    ascii_free_email ascii_safe_email autonomous_community bairro ban bank bank_country basic_phone_number bban
    binary boolean bothify bs building_name building_number catch_phrase catch_phrase_attribute catch_phrase_noun
    catch_phrase_verb cellphone_number century chome chrome cie cif cin city city_name city_prefix city_suffix
    city_with_postcode civil_status civil_status_code civil_status_name classification_number cnpj color color_hsl
    color_hsv color_name color_rgb color_rgb_float company company_category company_email company_id
    company_prefix company_suffix company_type company_vat coordinate country country_calling_code country_code
    county cpf credit_card_expire credit_card_full credit_card_number credit_card_provider
    credit_card_security_code cryptocurrency cryptocurrency_code cryptocurrency_name csv currency currency_code
    currency_name currency_symbol current_country current_country_code date date_between date_between_dates
    date_object date_of_birth date_this_century date_this_decade date_this_month date_this_year date_time
    date_time_ad date_time_between date_time_between_dates date_time_this_century date_time_this_decade
    date_time_this_month date_time_this_year day_of_month day_of_week del_arguments department department_name
    department_number dga doi domain_name domain_word dsv ean ean13 ean8 ein email emoji enum estado estado_nome
    estado_sigla file_extension file_name file_path firefox first_kana_name first_kana_name_female
    first_kana_name_male first_name first_name_female first_name_female_pair first_name_male first_name_male_pair
    first_name_nonbinary first_name_pair first_romanized_name first_romanized_name_female
    first_romanized_name_male fixed_width format free_email free_email_domain future_date future_datetime
    get_arguments get_formatter get_providers get_words_list gou hex_color hexify hostname http_method
    http_status_code iana_id iban image image_url internet_explorer invalid_ssn ios_platform_token ipv4
    ipv4_network_class ipv4_private ipv4_public ipv6 is_leap_year isbn10 isbn13 iso8601 itin jan jan13 jan8 job
    job_female job_male json json_bytes kana kana_name kana_name_female kana_name_male kvnr language_code
    language_name last_kana_name last_name last_name_female last_name_male last_name_nonbinary last_name_pair
    last_romanized_name latitude latlng lexify license_plate license_plate_by_province license_plate_unified
    linux_platform_token linux_processor local_latlng locale localized_ean localized_ean13 localized_ean8
    location_on_land longitude mac_address mac_platform_token mac_processor md5 military_apo military_dpo
    military_ship military_state mime_type month month_name msisdn name name_female name_male name_nonbinary
    neighborhood nic_handle nic_handles nie nif null_boolean numerify nuss opera paragraph paragraphs parse
    passport_dates passport_dob passport_full passport_gender passport_number passport_owner password past_date
    past_datetime phone_number port_number postalcode postalcode_in_state postalcode_plus4 postcode
    postcode_city_province postcode_in_state prefecture prefix prefix_female prefix_male prefix_nonbinary pricetag
    profile provider psv pybool pydecimal pydict pyfloat pyint pyiterable pylist pyobject pyset pystr pystr_format
    pystruct pytimezone pytuple random_choices random_company_acronym random_company_adjective random_digit
    random_digit_above_two random_digit_not_null random_digit_not_null_or_empty random_digit_or_empty
    random_element random_elements random_int random_letter random_letters random_lowercase_letter
    random_name_complements random_number random_sample random_uppercase_letter randomize_nb_elements rcs_number
    region rg rgb_color rgb_css_color ripe_id romanized_name romanized_name_female romanized_name_male rvnr safari
    safe_color_name safe_domain_name safe_email safe_hex_color sbn9 secondary_address seed seed_instance sentence
    sentences serial_number service_phone_number set_arguments set_formatter sha1 sha256 simple_profile siren
    siret slug ssn state state_abbr state_name street_address street_name street_prefix street_suffix
    street_suffix_long street_suffix_short suffix suffix_female suffix_male suffix_nonbinary swift swift11 swift8
    tar text texts time time_delta time_object time_series timezone tld town traditional_month_name tsv
    unix_device unix_partition unix_time upc_a upc_e uri uri_extension uri_page uri_path url user_agent user_name
    uuid1 uuid4 uuid7 vat_id vin windows_platform_token word words xml year zip zipcode zipcode_in_state
    zipcode_plus4
    """

  @Test func everyNameIsThereOrAnswered() {
    let known = Set(FunctionName.allCases.map(\.rawValue))
    for name in Self.names.split(whereSeparator: \.isWhitespace).map({ String($0) }) {
      let isThere = known.contains("faker." + name)
      #expect(isThere != (AbsentFunctions.remedies[name] != nil), "\(name)")
    }
  }

  @Test(arguments: AbsentFunctions.rows.map(\.remedy) + AbsentFunctions.ofRandom.values.sorted())
  func everyCallOfARemedyCanBeMade(_ remedy: String) throws {
    for match in remedy.matches(of: try Regex(#"(faker|random)\.\w+\([^()]*\)"#)) {
      let call = String(remedy[match.range])
      if ["faker.bothify()", "random.randint()", "random.bytes(n)", "random.zipf(n)", "random.uniform()"].contains(call)
      {
        continue
      }
      let placeholder = ParsedTemplate("{{\(call)}}").placeholders.first
      if case .failure(let mistake)? = placeholder?.meaning { Issue.record("\(call): \(mistake.message)") }
    }
  }

  @Test(arguments: LocaleFunctions.rows.map(\.name), FakerLocale.allCases)
  func whatIsWrittenInsteadIsInTheLocale(_ name: FunctionName, _ locale: FakerLocale) throws {
    guard let remedy = LocaleFunctions.remedy(name, in: locale) else { return }
    let member = try #require(remedy.firstMatch(of: try Regex(#"faker\.\w+"#))).range
    let other = try #require(FunctionName(rawValue: String(remedy[member])))
    #expect(LocaleFunctions.remedy(other, in: locale) == nil, "\(name) in \(locale): \(remedy)")
  }

  @Test(arguments: [
    ("faker.random_numbr", "did you mean \"faker.random_number\"?"), ("faker.nmae", "did you mean \"faker.name\"?"),
    ("faker.choice", "did you mean \"random.choice\"?"),
    ("faker.sha512", "rehearse schema functions lists what there is"),
    ("faker.vin_number", "rehearse schema functions lists what there is"),
    ("random.sample", "for one element write random.choice(['a', 'b'])"),
  ]) func unknownNamesAreAnswered(_ name: String, _ expected: String) {
    #expect(UnknownFunction(name: name).error(at: 0..<1).remedy == expected)
  }
}
