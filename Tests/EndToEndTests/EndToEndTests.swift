import Testing

/// The tests that need a broker, embedded or real, or the built program. They run one after another, because they share time
/// and ports.
///
/// Stages with a rate are mostly `measure: false` here: they do not test whether a busy machine keeps a rate, and a stall of
/// some milliseconds at the end of a short stage would make them inconclusive.
@Suite(.serialized) enum EndToEndTests {}
