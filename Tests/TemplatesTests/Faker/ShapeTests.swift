import Testing

@testable import Templates

/// The shapes of what functions yield. Each expression was compared with 10,000 values of Python's Faker 40.63.0.
@Suite struct ShapeTests {
  struct Shape: Sendable, CustomTestStringConvertible {
    var call: String
    var pattern: String
    var locale: FakerLocale

    init(_ call: String, _ pattern: String, _ locale: FakerLocale = .american) {
      self.call = call
      self.pattern = pattern
      self.locale = locale
    }

    var testDescription: String { "\(call) in \(locale.rawValue)" }
  }

  static let people = [
    Shape("name_female()", #"\p{Lu}[\p{L}'’. -]+"#), Shape("name_male()", #"\p{Lu}[\p{L}'’. -]+"#),
    Shape("prefix_female()", #"(Mrs|Ms|Dr)\.|Miss"#), Shape("prefix_male()", #"(Mr|Dr)\."#),
    Shape("prefix_nonbinary()", #"(Mx|Ind|Misc|Dr)\.|Mx|Pr\."#),
    Shape("suffix()", #"(Jr|Sr)\.|II|III|IV|V|MD|DDS|PhD|DVM"#),
    Shape("msisdn()", #"\d{13}"#), Shape("country_calling_code()", #"\+\d[\d ]*"#),
    Shape("language_name()", #"\p{Lu}.*"#), Shape("language_code()", #"[a-z]{2,3}"#),
    Shape("locale()", #"[a-z]{2,3}_[A-Z]{2}"#), Shape("passport_number()", #"[A-Z]\d{8}|\d{9}"#),
    Shape("passport_number()", #"[A-Z]{2}\d{7}"#, .italian), Shape("ssn()", #"\d{3}-\d{2}-\d{4}"#),
    Shape("ssn()", #"\d{3}-\d{2}-\d{4}"#, .german), Shape("ssn()", #"\d{3}-\d{2}-\d{4}"#, .spanish),
    Shape("ssn()", #"\d{3}-\d{2}-\d{4}"#, .japanese), Shape("ssn()", #"ZZ ?\d{2} ?\d{2} ?\d{2} ?T"#, .british),
    Shape("ssn()", #"[12]\d{2}(0[1-9]|1[0-2])(\d{2}|2A|2B)\d{8}"#, .french),
    Shape("ssn()", #"[A-Z]{6}\d{2}[ABCDEHLMPRST]\d{2}[A-Z]\d{3}[A-Z]"#, .italian),
    Shape("ssn()", #"\d{11}"#, .brazilian),
    Shape("cpf()", #"\d{3}\.\d{3}\.\d{3}-\d{2}"#, .brazilian),
    Shape("cnpj()", #"\d{2}\.\d{3}\.\d{3}/0001-\d{2}"#, .brazilian),
    Shape("ein()", #"\d{2}-\d{7}"#), Shape("itin()", #"9\d{2}-[789]\d-\d{4}"#),
    Shape("invalid_ssn()", #"\d{3}-\d{2}-\d{4}"#),
  ]

  static let places = [
    Shape("street_name()", #"\p{Lu}[\p{L}'. ]+ \p{Lu}\p{L}+"#), Shape("street_suffix()", #"\p{Lu}\p{L}+"#),
    Shape("building_number()", #"\d{3,5}"#),
    Shape("building_number()", #"\d{1,4}([/-]\d{1,2})?|\d{1,3}[a-z]"#, .german),
    Shape("secondary_address()", #"(Apt\.|Suite) \d{3}"#),
    Shape("secondary_address()", #"(Flat|Studio) \d{1,2}\p{L}?"#, .british),
    Shape("state_abbr()", #"[A-Z]{2}"#), Shape("state_abbr()", #"[A-Z]{2}"#, .italian),
    Shape("state_abbr()", #"[A-Z]{2}"#, .brazilian), Shape("city_suffix()", #"[a-z]+"#),
    Shape("administrative_unit()", #"\p{Lu}.+"#), Shape("prefecture()", #".{2,3}[都道府県]"#, .japanese),
    Shape("region()", #"\p{Lu}.+"#, .french), Shape("region()", #"\p{Lu}.+"#, .spanish),
    Shape("country_code('alpha-3')", #"[A-Z]{3}"#), Shape("current_country()", #"United States"#),
    Shape("current_country_code()", #"US"#), Shape("zipcode()", #"\d{5}"#),
    Shape("zipcode()", #"\d{3}-\d{4}"#, .japanese),
    Shape("postalcode()", #"\d{5}"#), Shape("zipcode_plus4()", #"\d{5}-\d{4}"#),
    Shape("coordinate()", #"-?\d{1,3}\.\d{1,6}"#), Shape("timezone()", #"[A-Z][A-Za-z]+/[A-Za-z_/-]+"#),
    Shape("license_plate()", #"[A-Z0-9•]{1,7}([ -][A-Z0-9]{1,6})?"#),
    Shape("license_plate()", #"\p{Lu}\p{L}{0,2}-\p{Lu}{1,2}-[1-9]\d{0,3}"#, .german),
    Shape("license_plate()", #"[A-Z]{2}\d{2} ?[A-Z]{3}"#, .british),
    Shape("license_plate()", #"[A-Z]{2}-\d{3}-[A-Z]{2}|\d{3}-[A-Z]{3}-\d{2}"#, .french),
    Shape("license_plate()", #"\d{4} [A-Z]{3}|[A-Z]{1,2} \d{4} [A-Z]{2}"#, .spanish),
    Shape("license_plate()", #"[A-Z]{2}\d{3}[A-Z]{2}"#, .italian),
    Shape("license_plate()", #"[A-Z]{3}-\d[A-Z]\d{2}"#, .brazilian),
    Shape("vin()", #"[A-HJ-NPR-Z0-9]{8}[0-9X][A-HJ-NPR-Z0-9]{8}"#),
  ]

  static let texts = [
    Shape("company_suffix()", #".+"#),
    Shape("catch_phrase()", #"\p{Lu}[\p{L}0-9/' -]+ [\p{L}0-9/' -]+ [\p{L}0-9/' -]+"#),
    Shape("bs()", #"[\p{L}0-9/'-]+ [\p{L}0-9/'-]+ [\p{L}0-9/' -]+"#), Shape("sentences()", #"(\p{Lu}[^.]*\.( |$)){3}"#),
    Shape("paragraphs()", #"(\p{Lu}[^.]*\.( |$))+"#), Shape("slug()", #"[a-z0-9]+(-[a-z0-9]+)*"#),
    Shape("words(2, unique=True)", #"\p{L}+ \p{L}+"#), Shape("hexify('^^:^^')", #"[0-9a-f]{2}:[0-9a-f]{2}"#),
    Shape("hexify('^^', upper=True)", #"[0-9A-F]{2}"#),
    Shape("sentence(ext_word_list=['aa', 'bb'])", #"(Aa|Bb)( (aa|bb))*\."#),
  ]

  static let network = [
    Shape("safe_email()", #"[a-z0-9._-]+@example\.(com|net|org)"#), Shape("free_email()", #"[a-z0-9._-]+@[a-z.-]+"#),
    Shape("company_email()", #"[a-z0-9._-]+@[a-z0-9.-]+\.[a-z]+"#),
    Shape("ascii_email()", #"[a-z0-9._-]+@[a-z0-9.-]+\.[a-z]+"#),
    Shape("email(domain='acme.test')", #"[a-z0-9._-]+@acme\.test"#),
    Shape("email(safe=False)", #"[a-z0-9._-]+@[a-z0-9.-]+\.[a-z]+"#),
    Shape("free_email_domain()", #"[a-z.]+\.[a-z]+"#), Shape("safe_domain_name()", #"example\.(com|net|org)"#),
    Shape("url(schemes=['ftp'])", #"ftp://(www\.)?[a-z0-9-]+\.[a-z]+/"#),
    Shape("uri()", #"https?://(www\.)?[a-z0-9-]+\.[a-z]+/[a-z/-]*(\.[a-z]+)?"#),
    Shape("uri_path()", #"[a-z-]+(/[a-z-]+){0,2}"#),
    Shape("uri_path(2)", #"[a-z-]+/[a-z-]+"#), Shape("uri_page()", #"[a-z]+"#),
    Shape("uri_extension()", #"\.[a-z]{3,4}"#),
    Shape("image_url()", #"https://[a-z.-]+/\d{1,4}[x/]\d{1,4}"#),
    Shape("image_url(10, 20)", #"https://[a-z.-]+/10[x/]20"#),
    Shape("domain_name(2)", #"[a-z0-9-]+\.[a-z0-9-]+\.[a-z]+"#), Shape("domain_word()", #"[a-z0-9-]+"#),
    Shape("tld()", #"[a-z]+"#),
    Shape("hostname()", #"[a-z]+-\d{2}\.[a-z0-9-]+\.[a-z]+"#), Shape("hostname(0)", #"[a-z]+-\d{2}"#),
    Shape("ipv4(network=True)", #"(\d{1,3}\.){3}\d{1,3}/\d{1,2}"#),
    Shape("ipv4(private=True)", #"(10\.\d+|172\.(1[6-9]|2\d|3[01])|192\.168)\.\d{1,3}\.\d{1,3}"#),
    Shape("ipv4_private()", #"(10\.\d+|172\.(1[6-9]|2\d|3[01])|192\.168)\.\d{1,3}\.\d{1,3}"#),
    Shape("ipv4_private(address_class='b')", #"172\.(1[6-9]|2\d|3[01])\.\d{1,3}\.\d{1,3}"#),
    Shape("ipv4_public()", #"(?!10\.|192\.168\.|127\.)\d{1,3}(\.\d{1,3}){3}"#),
    Shape("ipv6(network=True)", #"[0-9a-f:]+/\d{1,3}"#),
    Shape("mac_address(multicast=True)", #"[0-9a-f][13579bdf](:[0-9a-f]{2}){5}"#),
    Shape("port_number()", #"\d{1,5}"#), Shape("port_number(is_dynamic=True)", #"(49|5\d|6[0-5])\d{3}"#),
    Shape("http_method()", #"[A-Z]{3,7}"#), Shape("http_status_code()", #"[1-5]\d{2}"#),
    Shape("http_status_code(False)", #"[1-5][0-5]\d"#), Shape("chrome()", #"Mozilla/5\.0 \(.+\) AppleWebKit/.+"#),
    Shape("firefox()", #"Mozilla/5\.0 \(.+\) .+(Firefox|FxiOS)/.+"#),
    Shape("safari()", #"Mozilla/5\.0 \(.+\) AppleWebKit/.+ Safari/[\d.]+"#),
  ]

  static let money = [
    Shape("credit_card_number()", #"\d{12,19}"#), Shape("credit_card_number('amex')", #"3[47]\d{13}"#),
    Shape("credit_card_number('visa16')", #"4\d{15}"#), Shape("credit_card_number('maestro')", #"\d{12}"#),
    Shape("credit_card_provider()", #"\p{L}[\p{L}0-9 /]+"#), Shape("credit_card_expire()", #"(0[1-9]|1[0-2])/\d{2}"#),
    Shape("credit_card_security_code()", #"\d{3,4}"#), Shape("credit_card_security_code('amex')", #"\d{4}"#),
    Shape("bban()", #"[A-Z]{4}\d{14}"#), Shape("bban()", #"\d{18}"#, .german),
    Shape("bban()", #"\d{10}[A-Z0-9]{11}\d{2}"#, .french),
    Shape("bban()", #"\d{20}"#, .spanish), Shape("bban()", #"[A-Z]\d{10}[A-Z0-9]{12}"#, .italian),
    Shape("bban()", #"\d{23}[A-Z0-9]{2}"#, .brazilian), Shape("swift()", #"[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?"#),
    Shape("swift(11)", #"[A-Z]{6}[A-Z0-9]{5}"#), Shape("swift8()", #"[A-Z]{6}[A-Z0-9]{2}"#),
    Shape("swift11(True)", #"[A-Z]{6}[A-Z0-9]{2}XXX"#),
    Shape("aba()", #"(0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)\d{7}"#),
    Shape("bank_country()", #"[A-Z]{2}"#), Shape("currency_name()", #".+"#), Shape("currency_symbol()", #"\S+"#),
    Shape("currency_symbol('EUR')", #"€"#), Shape("cryptocurrency_code()", #"[A-Z0-9$]+"#),
    Shape("cryptocurrency_name()", #".+"#),
    Shape("pricetag()", #"\$\d{1,2}(,\d{3}|\d)?\.\d{2}"#),
    Shape("pricetag()", #"\d{1,2}(\.\d{3}|\d)?,\d{2}\x{a0}€"#, .german),
    Shape("pricetag()", #"R\$\d{1,2}(\.\d{3}|\d)?,\d{2}"#, .brazilian),
  ]

  static let values = [
    Shape("pyint()", #"\d{1,4}"#), Shape("pyint(5, 9, 2)", #"[579]"#), Shape("random_number()", #"\d{1,9}"#),
    Shape("random_number(5)", #"\d{1,5}"#), Shape("random_number(5, True)", #"[1-9]\d{4}"#),
    Shape("random_digit_not_null()", #"[1-9]"#), Shape("random_digit_above_two()", #"[2-9]"#),
    Shape("pyfloat(left_digits=3, right_digits=2)", #"-?\d{1,3}\.\d{1,2}"#),
    Shape("pyfloat(left_digits=3, right_digits=2, positive=True)", #"\d{1,3}\.\d{1,2}"#),
    Shape("pyfloat(right_digits=2, min_value=1, max_value=5)", #"[1-5]\.\d{1,2}"#),
    Shape("pydecimal(left_digits=3, right_digits=2)", #"-?[1-9]\d{2}\.\d{2}"#),
    Shape("pydecimal(left_digits=2, right_digits=1, positive=True)", #"[1-9]\d\.\d"#),
    Shape("pydecimal(right_digits=2, min_value=10, max_value=20)", #"(1\d\.\d{2}|20(\.00)?)"#),
    Shape("pystr()", #"[A-Za-z]{20}"#), Shape("pystr(2, 4)", #"[A-Za-z]{2,4}"#),
    Shape("pystr(max_chars=3, prefix='a-', suffix='-z')", #"a-[A-Za-z]{3}-z"#),
    Shape("random_letter()", #"[A-Za-z]"#), Shape("random_lowercase_letter()", #"[a-z]"#),
    Shape("random_uppercase_letter()", #"[A-Z]"#),
    Shape("password()", #"(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[!@#$%^&*()_+])[a-zA-Z0-9!@#$%^&*()_+]{10}"#),
    Shape("password(6, special_chars=False)", #"(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[a-zA-Z0-9]{6}"#),
    Shape("password(4, False, True, False, False)", #"\d{4}"#),
  ]

  static let codes = [
    Shape("sha1()", #"[0-9a-f]{40}"#),
    Shape("uuid4(cast_to=str)", #"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"#),
    Shape("ean()", #"\d{13}"#), Shape("ean(8)", #"\d{8}"#), Shape("ean13()", #"\d{13}"#),
    Shape("ean13(leading_zero=True)", #"0\d{12}"#),
    Shape("ean13(leading_zero=False)", #"[1-9]\d{12}"#), Shape("ean8()", #"\d{8}"#),
    Shape("localized_ean13()", #"\d{13}"#, .german),
    Shape("localized_ean8()", #"\d{8}"#, .german), Shape("upc_a()", #"\d{12}"#),
    Shape("isbn10()", #"[01]-\d{2,7}-\d{1,6}-[\dX]"#),
    Shape("isbn13()", #"97[89]-[018]-?\d{1,7}-\d{1,7}-\d"#), Shape("isbn13('')", #"97[89]\d{10}"#),
    Shape("hex_color()", #"#[0-9a-f]{6}"#), Shape("rgb_color()", #"\d{1,3},\d{1,3},\d{1,3}"#),
    Shape("rgb_css_color()", #"rgb\(\d{1,3},\d{1,3},\d{1,3}\)"#),
    Shape("safe_hex_color()", ##"#([0-9a-f])\1([0-9a-f])\2([0-9a-f])\3"##),
    Shape("safe_color_name()", #"[a-z]+"#), Shape("color(color_format='hsl')", #"hsl\(\d{1,3}, \d{1,3}, \d{1,3}\)"#),
    Shape("color(color_format='rgb')", #"rgb\(\d{1,3}, \d{1,3}, \d{1,3}\)"#),
    Shape("file_name()", #"[\p{L}-]+\.[a-z0-9]+"#),
    Shape("file_name('image')", #"[\p{L}-]+\.(bmp|gif|jpeg|jpg|png|tiff)"#),
    Shape("file_name(extension='abc')", #"[\p{L}-]+\.abc"#),
    Shape("file_extension('text')", #"css|csv|html|js|json|txt"#),
    Shape("file_path()", #"/[\p{L}-]+/[\p{L}-]+\.[a-z0-9]+"#),
    Shape("file_path(depth=2, extension='log')", #"/[\p{L}-]+/[\p{L}-]+/[\p{L}-]+\.log"#),
    Shape("mime_type()", #"[a-z]+/[A-Za-z0-9.+-]+"#),
    Shape("mime_type('image')", #"image/[a-z.+-]+"#), Shape("unix_device()", #"/dev/(s|v|xv)d[a-z]"#),
  ]

  static let dates = [
    Shape("date_of_birth(minimum_age=18, maximum_age=65)", #"\d{4}-\d{2}-\d{2}"#),
    Shape("date_this_year()", #"\d{4}-\d{2}-\d{2}"#),
    Shape("date_between_dates('2024-01-01', '2024-12-31')", #"2024-\d{2}-\d{2}"#),
    Shape("date_time_between('-1d', 'now')", #"\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{6})?"#),
    Shape("date_time_this_year()", #"\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{6})?"#),
    Shape("past_datetime()", #"\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{6})?"#),
    Shape("future_datetime()", #"\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{6})?"#),
    Shape("iso8601(timespec='milliseconds')", #"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}"#),
    Shape("iso8601(timespec='microseconds', sep=' ')", #"\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d{6}"#),
    Shape("iso8601(timespec='minutes')", #"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}"#), Shape("time()", #"\d{2}:\d{2}:\d{2}"#),
    Shape("time('%H.%M')", #"\d{2}\.\d{2}"#), Shape("year()", #"\d{4}"#), Shape("month()", #"0[1-9]|1[0-2]"#),
    Shape("month_name()", #"[A-Z][a-z]+"#), Shape("day_of_month()", #"0[1-9]|[12]\d|3[01]"#),
    Shape("day_of_week()", #"[A-Z][a-z]+day"#),
    Shape("am_pm()", #"AM|PM"#), Shape("century()", #"[IVX]+"#),
  ]

  @Test(arguments: people + places + texts + network + money + values + codes + dates)
  func everyValueHasItsShape(_ shape: Shape) throws {
    let pattern = try Regex(shape.pattern)
    let rendering = Rendering("{{faker.\(shape.call)}}", locale: shape.locale)
    for number: UInt64 in 0..<500 {
      let text = rendering.text(number)
      #expect(text.wholeMatch(of: pattern) != nil, "\(shape.call): \(text)")
    }
  }
}
