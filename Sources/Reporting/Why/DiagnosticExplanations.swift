internal import Diagnostics
internal import Verification

extension DiagnosticCode {
  package var explanation: Explanation {
    // What the cluster says is explained where a run says it.
    if let problem = ProblemCode(rawValue: rawValue) { return problem.explanation }
    switch self {
    case .brokersUnreachable, .leaderUnreachable, .loginRefused, .noLeader, .partitionCount, .partitionMissing, .tls,
      .topicMissing, .topicNotCreated, .topicRefused, .unknownHost, .unreachable, .clientSettings:
      return ProblemCode.unreachable.explanation
    case .alias: return FileDiagnostics.alias
    case .documents: return FileDiagnostics.documents
    case .duplicateKey: return FileDiagnostics.duplicateKey
    case .empty: return FileDiagnostics.empty
    case .encoding: return FileDiagnostics.encoding
    case .needsQuotes: return FileDiagnostics.needsQuotes
    case .tag: return FileDiagnostics.tag
    case .tooLarge: return FileDiagnostics.tooLarge
    case .version: return FileDiagnostics.version
    case .yaml: return FileDiagnostics.yaml
    case .badName: return ValueDiagnostics.badName
    case .badValue: return ValueDiagnostics.badValue
    case .conflict: return ValueDiagnostics.conflict
    case .duplicateName: return ValueDiagnostics.duplicateName
    case .missingKey: return ValueDiagnostics.missingKey
    case .notAllowed: return ValueDiagnostics.notAllowed
    case .notSupported: return ValueDiagnostics.notSupported
    case .unknownKey: return ValueDiagnostics.unknownKey
    case .unknownName: return ValueDiagnostics.unknownName
    case .wrongKind: return ValueDiagnostics.wrongKind
    case .expectation: return RunDiagnostics.expectation
    case .noControl: return RunDiagnostics.noControl
    case .plainSecret: return RunDiagnostics.plainSecret
    case .refusedByLibrdkafka: return RunDiagnostics.refusedByLibrdkafka
    case .refusedProperty: return RunDiagnostics.refusedProperty
    case .sendsNothing: return RunDiagnostics.sendsNothing
    case .unreachableRate: return RunDiagnostics.unreachableRate
    case .extends: return SharingDiagnostics.extends
    case .include: return SharingDiagnostics.include
    case .interpolation: return SharingDiagnostics.interpolation
    case .setting: return SharingDiagnostics.setting
    case .unsetVariable: return SharingDiagnostics.unsetVariable
    case .data: return TemplateDiagnostics.data
    case .json: return TemplateDiagnostics.json
    case .literalVariable: return TemplateDiagnostics.literalVariable
    case .looksLikeJSON: return TemplateDiagnostics.looksLikeJSON
    case .looksLikeXML: return TemplateDiagnostics.looksLikeXML
    case .placeholder: return TemplateDiagnostics.placeholder
    case .schema: return TemplateDiagnostics.schema
    case .unfitMessages: return TemplateDiagnostics.unfitMessages
    case .xml: return TemplateDiagnostics.xml
    }
  }
}
