import Glibc
import Testing

extension EndToEndTests {
  /// Secrets of a run: where they are not found, and that none is written wherever they are.
  @Suite struct Secrets {
    private static func scenario(_ password: String, in folder: Folder) throws -> String {
      try folder.write(
        """
        version: 1
        name: test
        cluster: {brokers: "127.0.0.1:1", auth: loader}
        identities: {loader: {mechanism: PLAIN, username: loader, password: \(password)}}
        topics: {t: {}}
        templates: {m: {value: a}}
        stages: [{name: s, count: 1}]
        """, to: "test.yaml")
    }

    @Test(
      "a secret that is not found is 65, at its line",
      arguments: [
        ("{env: LOADER_PASSWORD}", "LOADER_PASSWORD is not set"),
        ("{file: no-such-file}", "cannot be read: No such file or directory"),
        ("{command: [no-such-command-1]}", "there is no command \"no-such-command-1\""),
        ("{command: \"echo $OTHER_TOKEN >&2; exit 3\"}", "the command failed with exit code 3: ***"),
        ("{command: [sleep, \"60\"], within: 200ms}", "the command did not end within 200ms"),
        ("{command: \"echo two; echo lines\"}", "what the command prints has more than one line"),
      ]) func notFound(_ source: String, _ words: String) throws
    {
      let folder = try Folder()
      let file = try Self.scenario(source, in: folder)
      let ended = try Program(
        ["run", file, "--report-dir", folder.path("Reports")], in: folder,
        environment: ["OTHER_TOKEN": folder.keep(secret: "hunter2-of-another")]
      ).wait()
      #expect(ended.code == 65, "\(ended.errors)")
      #expect(ended.errors.contains("test.yaml:4:69: error: password of identity \"loader\": "), "\(ended.errors)")
      #expect(ended.errors.contains(words) && ended.errors.contains("[scenario.secret]"), "\(ended.errors)")
    }

    @Test(
      "no source's secret is written, to whatever end the run comes",
      arguments: [
        "{env: LOADER_PASSWORD}", "{file: secret}", "{command: [cat, secret]}", "{command: 'printf %s \"$SOURCE\"'}",
        "hunter2/of \"this\" test",
      ]) func kept(_ source: String) throws
    {
      let folder = try Folder()
      let secret = folder.keep(secret: "hunter2/of \"this\" test")
      let path = try folder.write(secret + "\n", to: "secret")
      chmod(path, 0o600)
      let written = source.hasPrefix("{") ? source.replacing("secret", with: path) : "'\(source)'"
      let file = try Self.scenario(written, in: folder)
      let variables = ["LOADER_PASSWORD": secret, "SOURCE": secret]
      for arguments in [
        ["check", file], ["check", "--format", "json", file], ["check", "--format", "sarif", file], ["explain", file],
        ["plan", file], ["render", file],
      ] {
        let ended = try Program(arguments, in: folder, environment: variables).wait()
        #expect(ended.code == 0, "\(arguments): \(ended.errors)")
      }
      let ended = try Program(
        ["run", file, "--report-dir", folder.path("Reports")], in: folder, environment: variables
      ).wait()
      #expect(ended.code == 20, "\(ended.output)\(ended.errors)")
    }

    @Test("a file outside of the scenario's folder is read with --allow-path alone") func allowedPath() throws {
      let folder = try Folder()
      let file = try folder.write(
        """
        version: 1
        name: test
        cluster: {brokers: embedded}
        topics: {t: {}}
        templates: {m: {file: /etc/hostname}}
        stages: [{name: s, count: 1}]
        """, to: "test.yaml")
      for command in ["run", "check", "plan", "explain", "render"] {
        let reports = command == "run" ? ["--report-dir", folder.path("Reports")] : []
        let refused = try Program([command, file] + reports, in: folder).wait()
        #expect(
          refused.code == 65 && refused.errors.contains("--allow-path /etc, or move the file"), "\(refused.errors)")
        let allowed = try Program([command, file, "--allow-path", "/etc"] + reports, in: folder).wait()
        #expect(allowed.code == 0, "\(command): \(allowed.errors)")
      }
    }

    @Test("a link in the place of a report is 74, before anything is sent") func link() throws {
      let folder = try Folder()
      let file = try folder.write(
        """
        version: 1
        name: test
        cluster: {brokers: embedded}
        topics: {t: {}}
        templates: {m: {value: a}}
        stages: [{name: s, count: 1}]
        """, to: "test.yaml")
      #expect(mkdir(folder.path("Reports"), 0o755) == 0 && mkdir(folder.path("elsewhere"), 0o755) == 0)
      #expect(symlink("../elsewhere", folder.path("Reports/test")) == 0)
      let ended = try Program(["run", file, "--report-dir", folder.path("Reports")], in: folder).wait()
      #expect(ended.code == 74 && ended.errors.contains("Reports/test\": it is a symbolic link"), "\(ended.errors)")
      #expect(rmdir(folder.path("elsewhere")) == 0)
    }
  }
}
