/// The kind of a mistake in a scenario or in a posting request, or of a problem that ends a run. The texts are stable: reports have them, people
/// look them up, and tools filter by them.
package enum Code: String, Sendable, CaseIterable {
  case alias = "scenario.alias"
  case badName = "scenario.bad-name"
  case badValue = "scenario.bad-value"
  case certificate = "scenario.certificate"
  case conflict = "scenario.conflict"
  case data = "scenario.data"
  case documents = "scenario.documents"
  case duplicateKey = "scenario.duplicate-key"
  case duplicateName = "scenario.duplicate-name"
  case empty = "scenario.empty"
  case encoding = "scenario.encoding"
  case environmentFile = "scenario.env-file"
  case expectation = "scenario.expectation"
  case extends = "scenario.extends"
  case id = "scenario.id"
  case include = "scenario.include"
  case interpolation = "scenario.interpolation"
  case json = "scenario.json"
  case literalVariable = "scenario.literal-variable"
  case looksLikeJSON = "scenario.looks-like-json"
  case looksLikeXML = "scenario.looks-like-xml"
  case messageTooLarge = "scenario.message-too-large"
  case missingKey = "scenario.missing-key"
  case needsQuotes = "scenario.needs-quotes"
  case noControl = "scenario.no-control"
  case notAllowed = "scenario.not-allowed"
  case notSupported = "scenario.not-supported"
  case placeholder = "scenario.placeholder"
  case plainSecret = "scenario.plain-secret"
  case refusedByLibrdkafka = "scenario.refused-by-librdkafka"
  case refusedProperty = "scenario.refused-property"
  case schema = "scenario.schema"
  case secret = "scenario.secret"
  case secretFile = "scenario.secret-file"
  case sendsNothing = "scenario.sends-nothing"
  case setting = "scenario.setting"
  case tag = "scenario.tag"
  case tooLarge = "scenario.too-large"
  case unencrypted = "scenario.unencrypted"
  case unfitMessages = "scenario.unfit-messages"
  case unheldStage = "scenario.unheld-stage"
  case unknownKey = "scenario.unknown-key"
  case unknownName = "scenario.unknown-name"
  case unreachableRate = "scenario.unreachable-rate"
  case unsentKey = "scenario.unsent-key"
  case unsetVariable = "scenario.unset-variable"
  case unverified = "scenario.unverified"
  case version = "scenario.version"
  case wrongKind = "scenario.wrong-kind"
  case xml = "scenario.xml"
  case yaml = "scenario.yaml"

  case requestJSON = "request.json"
  case unknownAttribute = "request.unknown-attribute"
  case duplicateAttribute = "request.duplicate-attribute"
  case badAttribute = "request.bad-value"
  case missingAttribute = "request.missing-attribute"
  case unusedName = "request.unused-name"

  case actionCommand = "infrastructure.action-command"
  case actionFailed = "infrastructure.action-failed"
  case authorization = "infrastructure.authorization"
  case brokersUnreachable = "infrastructure.brokers-unreachable"
  case clientFatal = "infrastructure.client-fatal"
  case clusterLost = "infrastructure.cluster-lost"
  case deletionNotAllowed = "infrastructure.deletion-not-allowed"
  case groupRefused = "infrastructure.group-refused"
  case leaderUnreachable = "infrastructure.leader-unreachable"
  case loginRefused = "infrastructure.login-refused"
  case noLeader = "infrastructure.no-leader"
  case otherCluster = "infrastructure.other-cluster"
  case partitionCount = "infrastructure.partition-count"
  case partitionMissing = "infrastructure.partition-missing"
  case readerFailed = "infrastructure.reader-failed"
  case wrongProtocol = "infrastructure.wrong-protocol"
  case sinkUnreadable = "infrastructure.sink-unreadable"
  case targetLost = "infrastructure.target-lost"
  case targetNotReady = "infrastructure.target-not-ready"
  case tls = "infrastructure.tls"
  case topicGone = "infrastructure.topic-gone"
  case topicMadeAgain = "infrastructure.topic-made-again"
  case topicNotDeleted = "infrastructure.topic-not-deleted"
  case topicLimit = "infrastructure.topic-limit"
  case topicMissing = "infrastructure.topic-missing"
  case topicNotCreated = "infrastructure.topic-not-created"
  case topicRefused = "infrastructure.topic-refused"
  case unknownHost = "infrastructure.unknown-host"
  case transactionsRefused = "infrastructure.transactions-refused"
  case unreachable = "infrastructure.unreachable"

  case clientSettings = "input.client-settings"
  case tooMuchForEmbedded = "input.too-much-for-embedded"
  case topicSetting = "input.topic-setting"
  case unreadable = "input.unreadable"

  case queueFull = "expectation.client-queue-full"
  case connectionsBusy = "expectation.connections-busy"

  case abortWhen = "inconclusive.abort-when"
  case identityUnused = "inconclusive.identity-unused"
  case openTransaction = "inconclusive.open-transaction"
  case partitionUnused = "inconclusive.partition-unused"
  case peak = "inconclusive.peak"
  case readingGivenUp = "inconclusive.reading-given-up"
  case runTooLong = "inconclusive.run-too-long"
  case stageTooLong = "inconclusive.stage-too-long"
  case transactionLeftOpen = "inconclusive.transaction-left-open"

  case report = "output.report"
  case workFile = "output.work-file"

  case interrupt = "signal.interrupt"
  case terminate = "signal.terminate"

  case count = "internal.count"
}

extension Code {
  /// The part before the dot.
  package enum Area: Sendable {
    case scenario, request, infrastructure, input, expectation, inconclusive, output, signal, `internal`
  }

  package var area: Area {
    switch self {
    case .alias, .badName, .badValue, .certificate, .conflict, .data, .documents, .duplicateKey, .duplicateName, .empty,
      .encoding,
      .environmentFile, .expectation, .extends, .include, .interpolation, .json, .literalVariable, .looksLikeJSON,
      .looksLikeXML,
      .messageTooLarge, .missingKey, .needsQuotes, .noControl, .notAllowed, .notSupported, .placeholder, .plainSecret,
      .refusedByLibrdkafka, .refusedProperty, .schema, .secret, .secretFile, .sendsNothing, .setting, .tag, .tooLarge,
      .unencrypted,
      .unfitMessages, .unheldStage, .unsentKey, .id,
      .unknownKey, .unknownName, .unreachableRate, .unsetVariable, .unverified, .version, .wrongKind, .xml, .yaml:
      .scenario
    case .requestJSON, .unknownAttribute, .duplicateAttribute, .badAttribute, .missingAttribute, .unusedName: .request
    case .actionCommand, .actionFailed, .authorization, .brokersUnreachable, .clientFatal, .clusterLost,
      .deletionNotAllowed, .groupRefused, .leaderUnreachable,
      .loginRefused, .noLeader,
      .otherCluster, .partitionCount, .partitionMissing, .readerFailed, .sinkUnreadable, .targetLost, .targetNotReady,
      .tls, .topicGone, .topicLimit, .topicMissing,
      .topicMadeAgain, .topicNotCreated, .topicNotDeleted, .topicRefused, .transactionsRefused,
      .unknownHost, .wrongProtocol,
      .unreachable:
      .infrastructure
    case .clientSettings, .tooMuchForEmbedded, .topicSetting, .unreadable: .input
    case .queueFull, .connectionsBusy: .expectation
    case .abortWhen, .identityUnused, .openTransaction, .partitionUnused, .peak, .readingGivenUp, .runTooLong,
      .stageTooLong, .transactionLeftOpen:
      .inconclusive
    case .report, .workFile: .output
    case .interrupt, .terminate: .signal
    case .count: .internal
    }
  }
}
