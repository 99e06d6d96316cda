import Testing

/// What needs a broker, embedded or real, or the finished program. One after another: timing and ports are shared.
///
/// Stages with a rate are mostly `measure: false` here: whether a busy machine keeps a rate is not what they ask, and a
/// stall of some milliseconds at the end of a short stage would make them say "inconclusive".
@Suite(.serialized) enum EndToEndTests {}
