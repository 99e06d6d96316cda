internal import Scenarios

/// Mistakes in, and problems with, the sources of secrets.
enum SecretExplanations {
  static let secret = Explanation(
    "a secret is not where the scenario says",
    """
    Its variable is not set, its file cannot be read, or its command failed or took longer than within. Or what it gives is no \
    password: it is empty, has several lines, or is not UTF-8. One line break at the end of a file or of what a command prints \
    is dropped. Secrets are read before anything is sent, those of identities in use alone.
    """,
    do: """
      The message names the variable, the file or the end of the command's standard error, with secrets replaced. Run the \
      command as it is written, with empty standard input; a text is run by /bin/sh.
      """)

  static let secretFile = Explanation(
    "other users can read or change the file of a secret",
    """
    If the group or others may write to it, they choose the password: that is an error. If everyone may read it, that is a \
    warning, except below /run/secrets, where container platforms mount secrets for the one user of a container.
    """,
    do: "chmod 600 FILE leaves it to its owner.")
}
