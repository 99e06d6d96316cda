package import Kafka
package import Scenarios
internal import Verification

/// The clients of a run, made as a run makes them and closed at once, to find out whether librdkafka takes their properties
/// together. They know no broker, so they ask none.
package enum ClientTrial {
  /// One refusal, and the property of the scenario that is to be changed; nil where no single one is at fault.
  package struct Refusal: Sendable {
    package var error: KafkaError
    package var property: ClientProperty?
    /// The other properties in librdkafka's sentence that the scenario sets.
    package var others: [ClientProperty] = []
  }

  /// All refusals: behind each the property at fault is left out, and the clients are tried again. `client` has what a stage says
  /// of its producers beside properties.
  package static func refusals(of written: [ClientProperty], _ client: StageClient = StageClient()) -> [Refusal] {
    var rest = written
    var found: [Refusal] = []
    while let error = refusal(of: rest, client), !found.contains(where: { $0.error.text == error.text }) {
      let named = named(in: error.text, rest)
      let culprit = named.first ?? rest.last { refusal(of: without($0, rest), client) == nil }
      found.append(Refusal(error: error, property: culprit, others: Array(named.dropFirst())))
      guard let culprit else { break }
      rest = without(culprit, rest)
    }
    return found
  }

  /// The first refusal of one of the three kinds of clients.
  private static func refusal(of written: [ClientProperty], _ client: StageClient) -> KafkaError? {
    let traits = StageClient(isIdempotent: client.isIdempotent, transactions: client.transactions)
    let profile = ClientProfile(bootstrap: [], isEmbedded: false, written: written).with(traits)
    do throws(KafkaError) {
      // In the order of a run.
      try ClientHandle.prober(profile.prober).close()
      try Consumer(profile.reader).handle.close()
      try Producer(profile.producer, topic: "rehearse", headerName: Identity.headerName, capacity: 1).handle.close()
      return nil
    } catch {
      return error
    }
  }

  private static func without(_ property: ClientProperty, _ written: [ClientProperty]) -> [ClientProperty] {
    let original = KnownProperty.original(of: property.name)
    return written.filter { KnownProperty.original(of: $0.name) != original }
  }

  /// The properties that a sentence names by any of their names, in its order.
  private static func named(in sentence: String, _ written: [ClientProperty]) -> [ClientProperty] {
    var seen: Set<String> = []
    return names(in: sentence).compactMap { name in
      let original = KnownProperty.original(of: name)
      guard seen.insert(original).inserted else { return nil }
      return written.last { KnownProperty.original(of: $0.name) == original }
    }
  }

  /// The words of a sentence that can be properties.
  private static func names(in sentence: String) -> [String] {
    sentence.split { !($0.isLetter || $0.isNumber || $0 == "." || $0 == "_") }.map { word in
      String(word.last == "." ? word.dropLast() : word)
    }
  }
}
