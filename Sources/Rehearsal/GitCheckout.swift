/// The commit that a run belongs to, from the build server's variables or else from the files in `.git`. Git is not started,
/// so it is not known if there are uncommitted changes.
struct GitCheckout {
  var sha: String?
  var branch: String?

  static func current() -> GitCheckout {
    let built = GitCheckout(
      sha: Machine.environment("GITHUB_SHA", "CI_COMMIT_SHA", "BUILDKITE_COMMIT", "BUILD_SOURCEVERSION", "GIT_COMMIT"),
      branch: Machine.environment(
        "GITHUB_REF_NAME", "CI_COMMIT_REF_NAME", "BUILDKITE_BRANCH", "BUILD_SOURCEBRANCHNAME", "GIT_BRANCH"))
    return built.sha == nil ? read(above: ".") : built
  }

  /// The checkout whose `.git` is in `folder` or above it.
  static func read(above folder: String) -> GitCheckout {
    var folder = folder
    for _ in 0..<32 {
      if let head = line(of: "\(folder)/.git/HEAD") { return read(head: head, git: "\(folder)/.git") }
      folder += "/.."
    }
    return GitCheckout()
  }

  private static func read(head: String, git: String) -> GitCheckout {
    guard head.hasPrefix("ref: ") else { return GitCheckout(sha: head, branch: nil) }
    let reference = String(head.dropFirst(5))
    let branch = reference.hasPrefix("refs/heads/") ? String(reference.dropFirst(11)) : reference
    if let sha = line(of: "\(git)/\(reference)") { return GitCheckout(sha: sha, branch: branch) }
    let packed = (try? InputFile.read("\(git)/packed-refs")).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let entry = packed.split(separator: "\n").first { $0.hasSuffix(" \(reference)") }
    return GitCheckout(sha: entry.map { String($0.prefix { $0 != " " }) }, branch: branch)
  }

  private static func line(of path: String) -> String? {
    guard let bytes = try? InputFile.read(path, limit: 4096) else { return nil }
    return String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }
}
