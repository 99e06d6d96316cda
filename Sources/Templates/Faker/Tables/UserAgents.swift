/// Of what the `User-Agent` of a browser is made.
///
/// The pieces look like those that browsers send; which versions go together, and whether any browser ever sent just
/// that, is not promised.
enum UserAgents {
  /// 10 platforms of desktop browsers.
  static let desktops = WordTable(
    """
    Windows NT 10.0; Win64; x64
    Windows NT 10.0; WOW64
    Windows NT 6.1; Win64; x64
    Windows NT 6.3; Win64; x64
    Macintosh; Intel Mac OS X 10_15_7
    Macintosh; Intel Mac OS X 14_5
    X11; Linux x86_64
    X11; Linux aarch64
    X11; Ubuntu; Linux x86_64
    X11; CrOS x86_64 14541.0.0
    """)

  /// 6 platforms of telephones with Android.
  static let phones = WordTable(
    """
    Linux; Android 10; K
    Linux; Android 11; Mobile
    Linux; Android 12; Mobile
    Linux; Android 13; Mobile
    Linux; Android 14; Mobile
    Linux; Android 15; Mobile
    """)

  /// 8 records of two columns: a platform on which Safari runs, and the version of Safari there.
  static let apples = WordTable(
    """
    Macintosh; Intel Mac OS X 10_15_7\t16.6
    Macintosh; Intel Mac OS X 10_15_7\t17.5
    Macintosh; Intel Mac OS X 10_15_7\t18.1
    iPhone; CPU iPhone OS 16_6 like Mac OS X\t16.6
    iPhone; CPU iPhone OS 17_5 like Mac OS X\t17.5
    iPhone; CPU iPhone OS 18_1 like Mac OS X\t18.1
    iPad; CPU OS 16_6 like Mac OS X\t16.6
    iPad; CPU OS 17_5 like Mac OS X\t17.5
    """)

  /// 8 versions behind `Chrome/`.
  static let chromes = WordTable(
    """
    109.0.0.0
    114.0.0.0
    116.0.0.0
    119.0.0.0
    120.0.0.0
    124.0.0.0
    128.0.0.0
    131.0.0.0
    """)

  /// 8 versions behind `Firefox/`, and behind `rv:`.
  static let firefoxes = WordTable(
    """
    102.0
    109.0
    115.0
    118.0
    121.0
    126.0
    128.0
    132.0
    """)
}
