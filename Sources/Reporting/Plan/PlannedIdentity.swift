internal import Diagnostics

/// An identity in use, and what its clients are made with; no secret is in it.
package struct PlannedIdentity: Sendable, Equatable {
  package var name: String
  package var brokers: String
  /// As Kafka names it: `SASL_SSL`.
  package var securityProtocol: String
  /// The mechanism and the user, or the file of a certificate; empty for none.
  package var login: String
  /// The file of trusted authorities, `the system's`, or that none is checked; empty without TLS.
  package var trusted: String
  /// Its uses: `topics`, `reader`, names of stages.
  package var uses: [String]

  package init(
    name: String, brokers: String, securityProtocol: String, login: String, trusted: String, uses: [String]
  ) {
    self.name = name
    self.brokers = brokers
    self.securityProtocol = securityProtocol
    self.login = login
    self.trusted = trusted
    self.uses = uses
  }
}

extension PlanText {
  /// Empty where no client signs in and nothing is encrypted.
  static func identities(_ identities: [PlannedIdentity]) -> String {
    func column(_ title: String, _ cell: (PlannedIdentity) -> String) -> TextTable.Column {
      TextTable.Column(title: title, cells: identities.map { cell($0).cut(to: 34).visible }, isWords: true)
    }
    return TextTable(columns: [
      column("identity") { $0.name }, column("brokers") { $0.brokers }, column("protocol") { $0.securityProtocol },
      column("signs in by") { $0.login }, column("trusts") { $0.trusted },
      column("for") { $0.uses.joined(separator: ", ") },
    ]).text(width: width) + "\n"
  }
}
