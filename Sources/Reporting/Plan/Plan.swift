package import Scenarios
package import Templates

/// The course of a run, known before anything is sent and without asking the cluster.
package struct Plan: Sendable, Equatable {
  package var scenario: String
  /// Nil for the embedded broker.
  package var brokers: [String]?
  package var stages: [PlannedStage]
  package var topics: [PlannedTopic]
  package var samples: [SampleMessage]
  package var settings: [PlannedSetting]
  /// Empty where no client signs in and nothing is encrypted.
  package var identities: [PlannedIdentity]
  package var memory: PlannedMemory
  package var verify: Verify
  /// `none`, or as the client compresses.
  package var compression: String
  /// Paths of the files a run would leave, with `<run id>` in place of one.
  package var files: [String]
  /// One for each template that uses a data file.
  package var data: [PlannedData]
  /// Nil where there are stages alone, one after another.
  package var timeline: Timeline?
  package var systems = PlannedSystems()

  package init(
    scenario: String, brokers: [String]?, stages: [PlannedStage], topics: [PlannedTopic], samples: [SampleMessage],
    settings: [PlannedSetting], memory: PlannedMemory, verify: Verify, compression: String, files: [String],
    data: [PlannedData] = [], identities: [PlannedIdentity] = [], timeline: Timeline? = nil
  ) {
    self.timeline = timeline
    self.identities = identities
    self.scenario = scenario
    self.brokers = brokers
    self.stages = stages
    self.topics = topics
    self.samples = samples
    self.settings = settings
    self.memory = memory
    self.verify = verify
    self.compression = compression
    self.files = files
    self.data = data
  }
}

extension Plan {
  /// The earliest start of each stage since the first one's; nil where all follow one another.
  var starts: [Nanoseconds]? {
    guard let timeline else { return nil }
    let starts = timeline.earliestStarts { stages[$0].length.known }
    return stages.indices.map { stage in timeline.ordinal(ofStage: stage).map { starts[$0] } ?? .zero }
  }

  /// The least time of all sending.
  var known: Nanoseconds {
    guard let timeline else { return stages.reduce(.zero) { $0 + $1.length.known } }
    let starts = timeline.earliestStarts { stages[$0].length.known }
    return zip(timeline.entries, starts).map { entry, start in
      switch entry.activity {
      case .stage(let stage): start + stages[stage].length.known
      case .pause(let length): start + length
      }
    }.max() ?? .zero
  }
}

/// The rows that a template takes.
package struct PlannedData: Sendable, Equatable {
  package var template: String
  package var path: String
  package var rows: UInt64
  package var order: DataOrder

  package init(template: String, path: String, rows: UInt64, order: DataOrder) {
    self.template = template
    self.path = path
    self.rows = rows
    self.order = order
  }
}

/// The time that something takes.
package enum PlannedLength: Sendable, Equatable {
  case exactly(Nanoseconds)
  /// It ends when all of it is sent, and is ended after this time.
  case open(atMost: Nanoseconds)

  /// The least that it takes.
  var known: Nanoseconds {
    if case .exactly(let length) = self { length } else { .zero }
  }

  var isOpen: Bool {
    if case .open = self { true } else { false }
  }
}

package struct PlannedStage: Sendable, Equatable {
  package var name: String
  package var schedule: Schedule
  package var length: PlannedLength
  package var size: MessageSize
  /// Nil where no value is padded.
  package var padding: PlannedPadding?
  /// Nil where no value has to be looked at.
  package var look: PlannedLook?
  package var topic: String
  package var template: String
  package var partition: String
  package var measured: Bool
  package var producers: Int
  /// Its messages are posted to a target.
  package var isPosted: Bool

  package init(
    name: String, schedule: Schedule, length: PlannedLength, size: MessageSize,
    padding: PlannedPadding? = nil, look: PlannedLook? = nil, topic: String, template: String, partition: String,
    measured: Bool, producers: Int = 1, isPosted: Bool = false
  ) {
    self.isPosted = isPosted
    self.producers = producers
    self.name = name
    self.schedule = schedule
    self.length = length
    self.size = size
    self.padding = padding
    self.look = look
    self.topic = topic
    self.template = template
    self.partition = partition
    self.measured = measured
  }

  /// Nil where only its end in time is known.
  package var messages: UInt64? { schedule.total }

  /// Bytes of keys and values together.
  var bytes: Double? { messages.map { Double($0) * size.mean } }

  /// Messages a second; nil at `max`.
  var perSecond: Double? { schedule.meanRate }
}

/// Bytes of a message's key and value, as far as they are known.
package struct MessageSize: Sendable, Equatable {
  package var mean: Double
  package var largest: Int
  /// The number of messages that were rendered to know it; nil where that is certain of every message.
  package var samples: Int?

  package init(mean: Double, largest: Int, samples: Int?) {
    self.mean = mean
    self.largest = largest
    self.samples = samples
  }
}

package struct PlannedTopic: Sendable, Equatable {
  package var name: String
  /// As stated.
  package var partitions: Int?
  package var replication: Int?
  package var create: Topic.Creation
  package var deletion: Topic.Deletion
  /// No stage sends to it, and it is left alone.
  package var isUnused: Bool

  package init(
    name: String, partitions: Int?, replication: Int?, create: Topic.Creation, isUnused: Bool,
    deletion: Topic.Deletion = .never
  ) {
    self.deletion = deletion
    self.name = name
    self.partitions = partitions
    self.replication = replication
    self.create = create
    self.isUnused = isUnused
  }
}

/// One message as a stage sends it.
package struct SampleMessage: Sendable, Equatable {
  package var template: String
  package var format: Template.Format
  package var stage: String
  package var sequence: UInt64
  /// The size of key and value as they are sent.
  package var byteCount: Int
  /// Nil for none. As it may be shown.
  package var key: [UInt8]?
  /// Nil for a tombstone.
  package var value: [UInt8]?

  package init(
    template: String, format: Template.Format, stage: String, sequence: UInt64, byteCount: Int, key: [UInt8]?,
    value: [UInt8]?
  ) {
    self.template = template
    self.format = format
    self.stage = stage
    self.sequence = sequence
    self.byteCount = byteCount
    self.key = key
    self.value = value
  }
}

/// A setting of the client library, secrets replaced.
package struct PlannedSetting: Sendable, Equatable {
  package var name: String
  /// Nil where this client does not have it.
  package var producer: String?
  package var reader: String?
  /// Where the scenario states it: `line 9`; nil for one of `rehearse`.
  package var place: String?

  package init(name: String, producer: String?, reader: String?, place: String?) {
    self.name = name
    self.producer = producer
    self.reader = reader
    self.place = place
  }
}

/// The most memory and disk space that a run needs, part by part, in bytes.
package struct PlannedMemory: Sendable, Equatable {
  package struct Part: Sendable, Equatable {
    package var what: String
    package var bytes: UInt64
    package var why: String

    package init(_ what: String, _ bytes: UInt64, _ why: String) {
      self.what = what
      self.bytes = bytes
      self.why = why
    }
  }

  package var parts: [Part]
  /// The size of the work file; nil where nothing limits it.
  package var workFile: UInt64?

  package init(parts: [Part], workFile: UInt64?) {
    self.parts = parts
    self.workFile = workFile
  }

  var total: UInt64 { parts.reduce(0) { $0.addingReportingOverflow($1.bytes).partialValue } }
}
