/// Bytes, and what this program itself takes.
enum SizeWords {
  static let bytesAcknowledged = Explanation(
    "bytes of what was acknowledged",
    "Keys, values and headers of the scenario's own, before compression, without the header that names a message.")

  static let bytesRead = Explanation(
    "bytes of what was read back",
    "Keys, values and headers of the scenario's own, as the reader saw them.")

  static let messageMean = Explanation(
    "the mean size of a message",
    "Key, value and headers of the scenario's own, over what was sent. Its column is message_mean_bytes.")

  static let clientCPU = Explanation(
    "processor time that this program used during the stage",
    "All threads together, the client's and the reader's included: on two processors it can be twice the stage's time.",
    do: "Where it comes near the time that there was, the machine limits the rate, not the cluster.")

  static let clientRSSMax = Explanation(
    "the most memory that this program held",
    "As the system counts it for the whole process, up to the end of the stage.")
}
