/// The names whose values must not be shown.
package enum SecretName {
  package static func matches(_ name: String) -> Bool {
    let name = name.uppercased()
    if name == "PW" || name == "PASS" || name.hasSuffix("_PASS") { return true }
    return ["PASSWORD", "PASSWD", "SECRET", "TOKEN", "PASSPHRASE", "CREDENTIAL", "PRIVATE_KEY", "API_KEY", "_PW"]
      .contains { name.contains($0) }
  }
}
