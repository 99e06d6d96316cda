/// Names of hosts that are nobody's: RFC 2606 and RFC 6761 reserve them, so that no message holds a real address.
enum Domains {
  /// 3 domains below which everything is reserved.
  static let hosts = WordTable(
    """
    example.com
    example.net
    example.org
    """)

  /// 18 domains for addresses of electronic mail, below those three.
  static let mail = WordTable(
    """
    mail.example.com
    mail.example.net
    mail.example.org
    post.example.com
    post.example.net
    post.example.org
    inbox.example.com
    inbox.example.net
    inbox.example.org
    webmail.example.com
    webmail.example.net
    webmail.example.org
    letters.example.com
    letters.example.net
    letters.example.org
    people.example.com
    people.example.net
    people.example.org
    """)

  /// 3 reserved top-level domains; `localhost` is left out, as it leads to the machine itself.
  static let topLevel = WordTable(
    """
    example
    invalid
    test
    """)
}
