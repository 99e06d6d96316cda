/// The system's refusal to write the work file or to read it back.
package struct WorkFileError: Error, Sendable, Equatable {
  package var path: String
  /// The value of `errno`; 0 where the file could not be read for another reason.
  package var code: Int32
}
