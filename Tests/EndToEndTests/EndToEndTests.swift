import Testing

/// What needs a broker, embedded or real, or the finished program. One after another: timing and ports are shared.
@Suite(.serialized) enum EndToEndTests {}
