/// The table of ways to sign in, right and wrong.
enum SignInTable {
  static let all = passwords + tokens + certificates + encryption + mismatches

  /// At each listener with logins, each mechanism with a right and with a wrong password, and with an unknown user.
  private static var passwords: [SignInCell] {
    [KafkaBroker.Listener.login, .loginOverTLS].flatMap { listener in
      PasswordMechanism.allCases.enumerated().flatMap { row, mechanism in
        let stores: [Truststore?] = listener == .login ? [nil] : Truststore.allCases
        return stores.enumerated().flatMap { index, store in
          credentials(mechanism, at: listener).enumerated().map { column, credential in
            // Each mechanism with each credential at one of the listeners, and each with a truststore of its own.
            let isHere = ((row + column) % 2 == 0) == (listener == .login)
            return SignInCell(
              listener: listener, tls: store?.rawValue, auth: credential.auth,
              credential: "\(mechanism.rawValue) \(credential.name)", end: credential.end,
              isPairwise: isHere && (store == nil || index == row))
          }
        }
      }
    }
  }

  private static func credentials(
    _ mechanism: PasswordMechanism, at listener: KafkaBroker.Listener
  ) -> [(name: String, auth: String, end: SignInCell.End)] {
    func login(_ user: String, _ secret: String?) -> String {
      SecuredScenario.login(user, mechanism.rawValue, secret: secret)
    }
    func wrong(_ user: String) -> SignInCell.End {
      .refused(20, SignInSentence.password(mechanism, user: user, at: listener))
    }
    return [
      ("right", login("loader", nil), mechanism.works ? .passed : wrong("loader")),
      ("wrong password", login("loader", "WRONG"), wrong("loader")),
      ("unknown user", login("stranger", "WRONG"), wrong("stranger")),
    ]
  }

  private static var tokens: [SignInCell] {
    Truststore.allCases.map {
      SignInCell(
        listener: .token, tls: $0.rawValue, auth: token, credential: "OAUTHBEARER right", end: .passed,
        isPairwise: $0 == .jks)
    } + [
      SignInCell(
        listener: .token, tls: Truststore.pem.rawValue, auth: SecuredScenario.login("loader", "PLAIN"),
        credential: "wrong mechanism",
        end: .refused(20, SignInSentence.mechanism("PLAIN", at: .token, has: "OAUTHBEARER")),
        isPairwise: true),
      SignInCell(
        listener: .loginOverTLS, tls: Truststore.pem.rawValue, auth: token, credential: "OAUTHBEARER wrong mechanism",
        end: .refused(
          20,
          SignInSentence.mechanism("OAUTHBEARER", at: .loginOverTLS, has: "PLAIN, SCRAM-SHA-512, SCRAM-SHA-256"))),
    ]
  }

  /// A token for the user `service`, by the script of the tests.
  static let token = "{mechanism: OAUTHBEARER, token: {command: \"SCRIPTS/test-token service 300\"}}"

  private static var certificates: [SignInCell] {
    let right = ClientStore.allCases.enumerated().flatMap { row, client in
      Truststore.allCases.enumerated().map { index, store in
        SignInCell(
          listener: .certificate, tls: store.rawValue, auth: client.rawValue, credential: "\(client)", end: .passed,
          isPairwise: index == row % Truststore.allCases.count)
      }
    }
    let wrong: [(String, String?, SignInCell.End)] = [
      ("no client certificate", nil, .refused(20, SignInSentence.noCertificate)),
      ("foreign client certificate", ClientStore.foreign, .refused(20, SignInSentence.foreignCertificate)),
      ("expired client certificate", ClientStore.expired, .refused(65, SignInSentence.expiredClient)),
    ]
    return right
      + wrong.map {
        SignInCell(
          listener: .certificate, tls: Truststore.pem.rawValue, auth: $0.1, credential: $0.0, end: $0.2,
          isPairwise: true)
      }
  }

  private static var encryption: [SignInCell] {
    let right = Truststore.allCases.map {
      SignInCell(
        listener: .oneWay, tls: $0.rawValue, auth: nil, credential: "TLS alone", end: .passed, isPairwise: $0 == .pkcs12
      )
    }
    let plain = SignInCell(
      listener: .plaintext, tls: nil, auth: nil, credential: "nothing", end: .passed, isPairwise: true)
    let unverified = [KafkaBroker.Listener.otherHost, .expired].map {
      SignInCell(
        listener: $0, tls: "{verify: false}", auth: nil, credential: "unverified", end: .passed, isPairwise: true)
    }
    let failures: [(KafkaBroker.Listener, String, String, Bool)] = [
      (.oneWay, Truststore.untrusted, SignInSentence.untrusted, true),
      (.loginOverTLS, Truststore.untrusted, SignInSentence.untrusted, false),
      (.certificate, Truststore.untrusted, SignInSentence.untrusted, false),
      (.oneWay, "true", SignInSentence.untrustedBySystem, false),
      (.otherHost, Truststore.pem.rawValue, SignInSentence.otherHost, true),
      (.otherHost, Truststore.jks.rawValue, SignInSentence.otherHost, false),
      (.expired, Truststore.pem.rawValue, SignInSentence.expired, true),
      (.expired, Truststore.pkcs12.rawValue, SignInSentence.expired, false),
    ]
    return right + [plain] + unverified
      + failures.map {
        SignInCell(
          listener: $0.0, tls: $0.1, auth: nil, credential: "TLS fails", end: .refused(20, $0.2), isPairwise: $0.3)
      }
  }

  /// A client that speaks another protocol than the listener.
  private static var mismatches: [SignInCell] {
    let login = SecuredScenario.login("loader", "PLAIN")
    let rows: [(KafkaBroker.Listener, String?, String?, String, Bool)] = [
      (.oneWay, nil, nil, SignInSentence.plainToTLS, true),
      (.loginOverTLS, nil, login, SignInSentence.plainToTLS, false),
      (.certificate, nil, nil, SignInSentence.plainToTLS, false),
      (.plaintext, Truststore.pem.rawValue, nil, SignInSentence.tlsToPlain, true),
      (.login, Truststore.pem.rawValue, login, SignInSentence.tlsToPlain, false),
      (.login, nil, nil, SignInSentence.noLogin("PLAINTEXT"), true),
      (.loginOverTLS, Truststore.pem.rawValue, nil, SignInSentence.noLogin("SSL"), true),
      (.plaintext, nil, login, SignInSentence.loginAtPlain, true),
    ]
    return rows.map {
      SignInCell(
        listener: $0.0, tls: $0.1, auth: $0.2, credential: $0.2 == nil ? "no login" : "PLAIN mismatch",
        end: .refused(20, $0.3), isPairwise: $0.4)
    }
  }
}
