internal import CLibYAML
internal import Diagnostics

/// libyaml's events as Swift values, one after the other; the only file that knows libyaml.
struct YAMLEvents: ~Copyable {
  struct Event {
    enum Content {
      case documentStart
      case alias(String)
      case scalar(YAMLScalar, YAMLProperties)
      case sequenceStart(YAMLProperties)
      case mappingStart(YAMLProperties, isFlow: Bool)
      /// The end of a sequence or a mapping.
      case end
      case streamEnd
      /// The stream's beginning or a document's end, which have no meaning here.
      case passedOver
    }

    var content: Content
    var range: SourceRange
  }

  /// The error at which libyaml stopped.
  struct Failure: Error {
    var message: String
    var cause: YAMLFailureCause
    var position: SourcePosition
    /// The beginning of the construct whose end was not found.
    var context: SourcePosition?
    /// The byte offset, if libyaml does not know `position`.
    var byteOffset: Int?

    /// The first line of the error. A block begins long before the error in it.
    var firstLine: Int {
      guard byteOffset == nil else { return 1 }
      let context = message.contains("block") ? nil : context
      return min(position.line, context?.line ?? position.line)
    }
  }

  /// The file of all positions.
  private let file: String?

  // libyaml stores the parser's own address in the parser, so it must not move.
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  /// `bytes` are UTF-8 without a byte order mark and outlive this. Nil if memory is short.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, file: String?) {
    self.file = file
    parser = .allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      return nil
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  mutating func next() throws(Failure) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
    defer { yaml_event_delete(&event) }
    let range = SourceRange(start: position(event.start_mark), end: position(event.end_mark))
    return Event(content: Self.content(of: event), range: range)
  }

  private static func content(of event: yaml_event_t) -> Event.Content {
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_ALIAS_EVENT: return .alias(string(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return .scalar(
        YAMLScalar(text: String(decoding: bytes, as: UTF8.self), isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE),
        YAMLProperties(anchor: string(scalar.anchor), isTagged: scalar.tag != nil))
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      return .sequenceStart(YAMLProperties(anchor: string(start.anchor), isTagged: start.tag != nil))
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      return .mappingStart(
        YAMLProperties(anchor: string(start.anchor), isTagged: start.tag != nil),
        isFlow: start.style == YAML_FLOW_MAPPING_STYLE)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .end
    case YAML_STREAM_END_EVENT: return .streamEnd
    default: return .passedOver
    }
  }

  private func failure() -> Failure {
    let state = parser.pointee
    let problem = state.problem.map { String(cString: $0) } ?? "not enough memory"
    // libyaml's reader is far ahead of its parser, and knows only bytes.
    let isReader = state.error == YAML_READER_ERROR
    let context = state.context.map { String(cString: $0) }
    return Failure(
      message: [problem, isReader ? nil : context].compactMap { $0 }.joined(separator: " "),
      cause: isReader ? .other : YAMLFailureCause(problem, context: context),
      position: position(state.problem_mark),
      context: isReader || context == nil ? nil : position(state.context_mark),
      byteOffset: isReader ? state.problem_offset : nil)
  }

  /// libyaml counts code points from 0.
  private func position(_ mark: yaml_mark_t) -> SourcePosition {
    SourcePosition(file: file, line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }

  private static func string(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    text.map { String(cString: $0) }
  }
}

/// The properties before a node: `&anchor` and `!tag`.
struct YAMLProperties {
  var anchor: String?
  var isTagged: Bool
}
