#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The machine that a run takes place on: its description, clock and environment.
enum Machine {
  struct Description {
    var host: String
    var os: String
    var arch: String
    var cpuCount: Int
  }

  static var description: Description {
    var names = utsname()
    uname(&names)
    return Description(
      host: text(of: &names.nodename), os: text(of: &names.sysname).lowercased(), arch: text(of: &names.machine),
      cpuCount: max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1))
  }

  /// Milliseconds since 1970-01-01T00:00:00Z.
  @Sendable static func wallClock() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) &* 1000 &+ Int64(time.tv_nsec) / 1_000_000
  }

  static func environment(_ names: String...) -> String? {
    for name in names {
      if let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty { return value }
    }
    return nil
  }

  /// The text of a C array of characters, up to its null.
  private static func text<Characters>(of characters: inout Characters) -> String {
    withUnsafeBytes(of: &characters) { bytes in String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) }
  }
}
