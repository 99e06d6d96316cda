package import Scenarios

extension DiagnosticCode {
  package var explanation: Explanation {
    switch self {
    case .alias: FileDiagnostics.alias
    case .documents: FileDiagnostics.documents
    case .duplicateKey: FileDiagnostics.duplicateKey
    case .empty: FileDiagnostics.empty
    case .encoding: FileDiagnostics.encoding
    case .needsQuotes: FileDiagnostics.needsQuotes
    case .tag: FileDiagnostics.tag
    case .tooLarge: FileDiagnostics.tooLarge
    case .version: FileDiagnostics.version
    case .yaml: FileDiagnostics.yaml
    case .badName: ValueDiagnostics.badName
    case .badValue: ValueDiagnostics.badValue
    case .conflict: ValueDiagnostics.conflict
    case .duplicateName: ValueDiagnostics.duplicateName
    case .missingKey: ValueDiagnostics.missingKey
    case .notAllowed: ValueDiagnostics.notAllowed
    case .notSupported: ValueDiagnostics.notSupported
    case .unknownKey: ValueDiagnostics.unknownKey
    case .unknownName: ValueDiagnostics.unknownName
    case .wrongKind: ValueDiagnostics.wrongKind
    case .expectation: RunDiagnostics.expectation
    case .noControl: RunDiagnostics.noControl
    case .plainSecret: RunDiagnostics.plainSecret
    case .refusedByLibrdkafka: RunDiagnostics.refusedByLibrdkafka
    case .refusedProperty: RunDiagnostics.refusedProperty
    case .sendsNothing: RunDiagnostics.sendsNothing
    case .unreachableRate: RunDiagnostics.unreachableRate
    case .extends: SharingDiagnostics.extends
    case .include: SharingDiagnostics.include
    case .interpolation: SharingDiagnostics.interpolation
    case .setting: SharingDiagnostics.setting
    case .unsetVariable: SharingDiagnostics.unsetVariable
    case .json: TemplateDiagnostics.json
    case .literalVariable: TemplateDiagnostics.literalVariable
    case .looksLikeJSON: TemplateDiagnostics.looksLikeJSON
    case .placeholder: TemplateDiagnostics.placeholder
    }
  }
}
