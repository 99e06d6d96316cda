import Glibc
import Testing

/// A server with TLS in a child process, by Python and OpenSSL's program; it answers 200, and 202 to those that sign in by
/// certificate. Ends when it is released.
final class EncryptedServer {
  static let isPossible = run(["python3", "-c", "import ssl"]) && run(["openssl", "version"])

  private let folder: String
  private let child: pid_t
  let port: Int

  private static let program = """
    import http.server, os, ssl, sys
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        def do_POST(self):
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(202 if self.connection.getpeercert(True) else 200)
            self.send_header("Content-Length", "0")
            self.end_headers()
        def log_message(self, *_): pass
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain("own.pem", "own.key")
    context.load_verify_locations("own.pem")
    context.verify_mode = ssl.CERT_OPTIONAL if sys.argv[1] == "optional" else ssl.CERT_REQUIRED
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    with open("port.new", "w") as file: file.write(str(server.server_port))
    os.rename("port.new", "port")
    server.serve_forever()
    """

  init(needsCertificate: Bool = false) throws {
    var name = Array("/tmp/rehearse-posting-XXXXXX".utf8CString)
    try #require(mkdtemp(&name) != nil)
    folder = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    try #require(
      Self.run([
        "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
        "-subj", "/CN=here", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", "\(folder)/own.key", "-out",
        "\(folder)/own.pem",
      ]))
    try #require(
      Self.run([
        "openssl", "pkey", "-in", "\(folder)/own.key", "-aes256", "-passout", "pass:secret", "-out",
        "\(folder)/locked.key",
      ]))
    let command = [
      "sh", "-c", "cd \(folder) && exec python3 -c '\(Self.program)' \(needsCertificate ? "required" : "optional")",
    ]
    child = try #require(Self.begin(command))
    var read = ""
    for _ in 0..<1000 where read.isEmpty {
      usleep(10_000)
      read = String(decoding: Self.bytes(of: "\(folder)/port"), as: UTF8.self)
    }
    port = try #require(Int(read))
  }

  deinit {
    kill(child, SIGKILL)
    waitpid(child, nil, 0)
    for file in ["own.pem", "own.key", "locked.key", "port"] { unlink("\(folder)/\(file)") }
    rmdir(folder)
  }

  func bytes(of file: String) -> [UInt8] { Self.bytes(of: "\(folder)/\(file)") }

  private static func bytes(of path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes.prefix(count))
  }

  private static func begin(_ words: [String]) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [Int32(1), 2] { posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0) }
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    return posix_spawnp(&child, words[0], &actions, nil, &arguments, environ) == 0 ? child : nil
  }

  private static func run(_ words: [String]) -> Bool {
    guard let child = begin(words) else { return false }
    var status: Int32 = 0
    waitpid(child, &status, 0)
    return status == 0
  }
}
