#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The number of descriptors that this process may have open: many systems begin with 1,024 or fewer and allow more.
enum DescriptorLimit {
  /// Those that a process needs beside its connections.
  private static let others: rlim_t = 512

  /// Asks for as many as so many connections need, if the system allows it.
  static func raise(forConnections connections: Int) {
    #if canImport(Darwin)
      let resource = RLIMIT_NOFILE
    #else
      let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #endif
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0 else { return }
    let needed = min(rlim_t(max(connections, 0)) + others, limit.rlim_max)
    guard limit.rlim_cur < needed else { return }
    limit.rlim_cur = needed
    _ = setrlimit(resource, &limit)
  }
}
