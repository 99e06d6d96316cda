internal import PostRequests

/// The options of `rehearse post`.
struct PostOptions: Equatable {
  /// The purpose of the command.
  enum Purpose: Equatable {
    case post
    /// Prints the scenario's text.
    case show
    /// Validates; asks the cluster as well.
    case validate(connects: Bool)
  }

  /// The files as typed, at least one; standard input at most once.
  var files: [String]
  var purpose = Purpose.post
  var terms = PostTerms()
  var reportDirectory: String?
  var history: String?
  var label: String?
}
