internal import Scenarios

/// Diagnostics of a posting request.
enum RequestDiagnostics {
  static let json = Explanation(
    "a file of posting requests is not JSON, or is not an object or an array of them",
    """
    It is not valid JSON from the place shown on: a comma too many or too few, a quote that is not closed, a line break \
    within a text, a comment. Or it is empty, larger than 4 MiB, not UTF-8, or something other than an object or an array of \
    objects. Where a line may hold a password, it is not shown, or with stars.
    """,
    do: "Check the place shown and the text before it. In a text, write \\n for a line break and \\\" for a quote.",
    example: .init(
      faulty: #"{"kafka": {"brokers": "localhost:9092", "topic": "useractivity",}, "message": {"content": "hello"}}"#,
      fixed: #"{"kafka": {"brokers": "localhost:9092", "topic": "useractivity"}, "message": {"content": "hello"}}"#))

  static let unknownAttribute = Explanation(
    "an unknown attribute in a posting request",
    """
    It is misspelt, or it is in the wrong object: noOfMsgToBeGen belongs in message, topic in kafka. Unknown attributes are \
    refused: if they were ignored, other messages could be posted than were asked for.
    """,
    do: "Use the suggestion beside the caret, or one of the attributes that are listed there.",
    example: .init(
      faulty: #"{"kafka": {"brokrs": "localhost:9092", "topic": "useractivity"}, "message": {"content": "hello"}}"#,
      fixed: #"{"kafka": {"brokers": "localhost:9092", "topic": "useractivity"}, "message": {"content": "hello"}}"#))

  static let duplicateAttribute = Explanation(
    "an attribute is written twice in one object of a posting request",
    "JSON parsers differ in which of the two they use, so this is an error. A name with escapes counts as what it means.",
    do: "Remove one of them.",
    example: .init(
      faulty: """
        {"kafka": {"brokers": "localhost:9092", "topic": "a", "topic": "useractivity"}, "message": {"content": "hello"}}
        """,
      fixed: #"{"kafka": {"brokers": "localhost:9092", "topic": "useractivity"}, "message": {"content": "hello"}}"#))

  static let badValue = Explanation(
    "a value that an attribute of a posting request does not allow",
    """
    It is of another kind (text in place of a number, an array in place of text), empty, out of bounds, or not one of the \
    words that are allowed. Numbers are written in digits alone: 10, not "10", 10.0 or 1e1. noOfMsgToBeGen is from 1 to 10^12, \
    noOfProcesses from 1 to 64, and partitions count from 0.
    """,
    do: "Write it as shown beside the caret.",
    example: .init(
      faulty: """
        {"kafka": {"brokers": "localhost:9092", "topic": "useractivity"},
         "message": {"content": "hello", "noOfMsgToBeGen": "10"}}
        """,
      fixed: """
        {"kafka": {"brokers": "localhost:9092", "topic": "useractivity"},
         "message": {"content": "hello", "noOfMsgToBeGen": 10}}
        """))

  static let missingAttribute = Explanation(
    "a posting request lacks an attribute",
    """
    A request needs kafka with brokers and topic, and message with content; a truststore its location; and authentication \
    both serviceAcntNm and serviceAcntPswd. null counts as absent.
    """,
    do: "Add it. The message says where, and what to write.",
    example: .init(
      faulty: #"{"kafka": {"brokers": "localhost:9092"}, "message": {"content": "hello"}}"#,
      fixed: #"{"kafka": {"brokers": "localhost:9092", "topic": "useractivity"}, "message": {"content": "hello"}}"#))

  static let unusedName = Explanation(
    "a name of dynamicAttributeName is not in the content",
    """
    Each value of dynamicAttributeName is a name that the content has in single braces, such as {id}; there the numbers go. \
    A name that the content does not have is misspelt, or its braces are missing. What is within double braces is an \
    expression, and no such name.
    """,
    do: "Write the name in single braces where the number belongs, or remove it from dynamicAttributeName.",
    example: .init(
      faulty: """
        {"kafka": {"brokers": "localhost:9092", "topic": "useractivity"},
         "message": {"content": "<id>{id}</id>", "dynamicAttributeName": {"d1": "idd"}}}
        """,
      fixed: """
        {"kafka": {"brokers": "localhost:9092", "topic": "useractivity"},
         "message": {"content": "<id>{id}</id>", "dynamicAttributeName": {"d1": "id"}}}
        """))
}
