internal import Scenarios

/// Mistakes in, and problems with, authentication, encryption and authorization.
enum AccessExplanations {
  static let certificate = Explanation(
    "a certificate, key or store cannot be used, or will soon expire",
    """
    The file is not there or is not what its key says, its password is another, the key is not that of the certificate, or a \
    certificate has expired. One that expires within 30 days is a warning. The files are read before anything is sent; PEM, \
    PKCS #12 and JKS are known by their content, whatever the file is called.
    """,
    do: """
      openssl x509 -in FILE -noout -subject -issuer -dates shows a certificate in PEM, openssl pkcs12 -in FILE -info -nokeys \
      or keytool -list -v -keystore FILE what a store holds.
      """)

  static let unverified = Explanation(
    "the certificates of brokers are not checked",
    """
    With verify: false the connection is encrypted, but anyone between this machine and the brokers can pose as them, read \
    what is sent, and with PLAIN or OAUTHBEARER the password or token too. So this is said before each run and in each report.
    """,
    do: "Name the authority that signed the brokers' certificates: tls: {truststore: ca.pem}.",
    example: .init(
      faulty: "cluster: {brokers: \"kafka:9093\", tls: {verify: false}}",
      fixed: "cluster: {brokers: \"kafka:9093\", tls: {truststore: certs/ca.pem}}"))

  static let unencrypted = Explanation(
    "a password or token is sent without encryption",
    """
    With PLAIN and OAUTHBEARER the client sends the password or the token itself, and without TLS everyone on the way to the broker can \
    read it. Within one machine that is no matter, so it is a warning for other addresses only.
    """,
    do: "Use a listener with TLS (tls: true, or tls: {truststore: ca.pem}), or SCRAM, which never sends the password.",
    example: .init(
      faulty: """
        cluster: {brokers: "kafka:9092", auth: loader}
        identities: {loader: {mechanism: PLAIN, username: loader, password: {env: LOADER_PASSWORD}}}
        """,
      fixed: """
        cluster: {brokers: "kafka:9093", auth: loader, tls: true}
        identities: {loader: {mechanism: PLAIN, username: loader, password: {env: LOADER_PASSWORD}}}
        """))

  static let authorization = Explanation(
    "the user is known, and lacks a permission",
    """
    The client signed in, and the cluster's authorizer does not allow what it asked for: no ACL allows it, or one denies it.
    """,
    do: """
      The message names the operation and the resource. kafka-acls --list --topic NAME shows the ACLs; kafka-acls --add \
      --allow-principal User:NAME --operation Write --topic TOPIC adds one. A user that writes needs Write and Describe, one \
      that reads Read and Describe, and the one of cluster.auth Describe, DescribeConfigs and, to create a topic, Create.
      """)

  static let wrongProtocol = Explanation(
    "the client and the listener speak different protocols",
    """
    Each listener of a broker speaks one of PLAINTEXT, SSL, SASL_PLAINTEXT and SASL_SSL. Here the client speaks another: TLS \
    to a listener without it, plain text to one with it, or no login where one is required.
    """,
    do: """
      Add or remove tls and auth, or use the port of another listener: the broker's listener.security.protocol.map says which \
      speaks what.
      """)

  static let otherCluster = Explanation(
    "the listeners of a scenario belong to different clusters",
    """
    Identities can have brokers of their own, which must be listeners of the same cluster: messages that are sent to one \
    cluster are not found in another. Their cluster ids differ.
    """,
    do: "Check brokers of the cluster and of each identity: one of them points to another cluster.")
}
