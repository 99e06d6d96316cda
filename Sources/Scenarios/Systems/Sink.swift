package import Diagnostics
package import Templates

/// A place where messages must be found: a topic, the lines of a command's output, or several of these together.
package struct Sink: Sendable, Equatable {
  package enum Source: Sendable, Equatable {
    /// Index in `Scenario.topics`.
    case topic(Int)
    case command(CommandQuery)
    /// `any_of`: found in one of these is found. Indices in `Scenario.sinks`.
    case anyOf([Int])
  }

  /// The messages that are expected.
  package enum Origin: Sendable, Equatable {
    /// Those that were acknowledged.
    case acknowledged
    /// Those found in another sink, by its index.
    case sink(Int)
    /// Those found in a topic that stages send to, by its index in `Scenario.topics`.
    case topic(Int)
  }

  /// The messages of `heldStages` and `heldTemplates` that must be there.
  package enum Extent: Sendable, Equatable {
    case all
    /// An unknown part of them: nothing is missing.
    case some
  }

  package var name: String
  /// The position of its key.
  package var range: SourceRange
  package var source: Source
  package var origin: Origin
  package var extent: Extent
  /// Indices of the stages whose messages it holds.
  package var heldStages: [Int]
  /// Indices of the templates whose messages it holds; nil for all of these stages.
  package var heldTemplates: [Int]?
  /// Records of each message.
  package var copies: Int
  /// `where`: records that differ in one of these are not the sink's.
  package var conditions: [FieldCondition]
  package var identity: RecordIdentity
  /// `same`: what is compared with the message sent.
  package var comparisons: [FieldComparison]
  /// The format that each record must have; nil where it is not checked.
  package var format: Template.Format?
  package var schema: ValueSchema?
  /// The group that is waited for; index in `Scenario.groups`.
  package var group: Int?
  package var mode: Verify.Mode
  package var within: Nanoseconds
  /// Nil: as `Verify.atMost`.
  package var atMost: Nanoseconds?
  package var isolation: Verify.Isolation
  /// Index of the identity that reads its topic.
  package var reader: Int
  /// As written in the sink, in its order.
  package var expectations: [Expectation]

  /// The default of `within`: longer than a group waits for a member that crashed (`session.timeout.ms`, 45 s).
  package static let usualPatience = Nanoseconds.seconds(90)

  package init(
    name: String, range: SourceRange, source: Source, origin: Origin = .acknowledged, extent: Extent = .all,
    heldStages: [Int], heldTemplates: [Int]? = nil, copies: Int = 1, conditions: [FieldCondition] = [],
    identity: RecordIdentity, comparisons: [FieldComparison] = [], format: Template.Format? = nil,
    schema: ValueSchema? = nil, group: Int? = nil, mode: Verify.Mode = .tail,
    within: Nanoseconds = usualPatience, atMost: Nanoseconds? = nil, isolation: Verify.Isolation = .readCommitted,
    reader: Int = 0, expectations: [Expectation] = []
  ) {
    self.name = name
    self.range = range
    self.source = source
    self.origin = origin
    self.extent = extent
    self.heldStages = heldStages
    self.heldTemplates = heldTemplates
    self.copies = copies
    self.conditions = conditions
    self.identity = identity
    self.comparisons = comparisons
    self.format = format
    self.schema = schema
    self.group = group
    self.mode = mode
    self.within = within
    self.atMost = atMost
    self.isolation = isolation
    self.reader = reader
    self.expectations = expectations
  }
}

/// The place of a message's id in a record.
package enum RecordIdentity: Sendable, Equatable {
  /// In the header `rehearse`, as in the topics that stages send to.
  case header
  case key
  /// A line of a command's output is the id.
  case line
  /// At a path of a JSON value, once or several times.
  case json(FieldPath)
  /// In elements or attributes of an XML value: `//id`, `/order/@id`.
  case xml(String)
  /// In the first group of each match of a regular expression; in the whole match where it has no group.
  case regex(String)
}

/// A path in a JSON value: `$.source.id`, `$.ids[*]`.
package struct FieldPath: Sendable, Hashable {
  package enum Step: Sendable, Hashable {
    case member(String)
    case element(Int)
    /// `[*]`: every element.
    case each
  }

  /// As it is written.
  package var text: String
  package var steps: [Step]

  package init(text: String, steps: [Step]) {
    self.text = text
    self.steps = steps
  }

  /// It can yield several values.
  package var isList: Bool { steps.contains(.each) }
}

/// A part of a record, or of the message that was sent.
package enum RecordField: Sendable, Hashable {
  case key
  case path(FieldPath)

  /// As it is written.
  package var text: String {
    switch self {
    case .key: "key"
    case .path(let path): path.text
    }
  }
}

/// `where`: a field and the value that it must have.
package struct FieldCondition: Sendable, Equatable {
  package var field: RecordField
  /// The text of a scalar as it is written: `new_user_created`, `7`, `true`.
  package var value: String

  package init(field: RecordField, value: String) {
    self.field = field
    self.value = value
  }
}

/// `same`: a field of the record that must be equal to one of the message sent.
package struct FieldComparison: Sendable, Equatable {
  package var record: RecordField
  package var message: RecordField
  package var range: SourceRange

  package init(record: RecordField, message: RecordField, range: SourceRange) {
    self.record = record
    self.message = message
    self.range = range
  }
}
