internal import Diagnostics

/// The three bytes with which some programs begin a file in UTF-8.
enum ByteOrderMark {
  /// The length of the mark at the beginning of a file: 3, or 0.
  static func length(in bytes: some Collection<UInt8>) -> Int { bytes.starts(with: SourceText.byteOrderMark) ? 3 : 0 }
}
