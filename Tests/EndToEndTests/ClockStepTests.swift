import FoundationEssentials
import Glibc
import Kafka
import Testing

extension EndToEndTests {
  /// The wall clock is set back by an hour while a run is on, as a library that is loaded before the others makes it appear:
  /// absolute waits by that clock then last an hour longer.
  @Suite struct ClockSteps {
    /// Moves the wall clock by the seconds in the file `CLOCK_STEP`.
    private static let library = #"""
      #define _GNU_SOURCE
      #include <dlfcn.h>
      #include <errno.h>
      #include <fcntl.h>
      #include <pthread.h>
      #include <semaphore.h>
      #include <stdlib.h>
      #include <sys/syscall.h>
      #include <sys/time.h>
      #include <time.h>
      #include <unistd.h>
      static long step(void) {
        char text[32] = {0};
        const char *path = getenv("CLOCK_STEP");
        int file = path ? open(path, O_RDONLY) : -1;
        if (file < 0) return 0;
        if (read(file, text, 31) < 0) text[0] = 0;
        close(file);
        return atol(text);
      }
      static void real(struct timespec *t) { syscall(SYS_clock_gettime, CLOCK_REALTIME, t); }
      int clock_gettime(clockid_t c, struct timespec *t) {
        syscall(SYS_clock_gettime, c, t);
        if (c == CLOCK_REALTIME) t->tv_sec += step();
        return 0;
      }
      int gettimeofday(struct timeval *v, void *z) {
        struct timespec t;
        clock_gettime(CLOCK_REALTIME, &t);
        v->tv_sec = t.tv_sec;
        v->tv_usec = t.tv_nsec / 1000;
        return 0;
      }
      time_t time(time_t *p) {
        struct timespec t;
        clock_gettime(CLOCK_REALTIME, &t);
        if (p) *p = t.tv_sec;
        return t.tv_sec;
      }
      static long long left(const struct timespec *end) {
        struct timespec now;
        clock_gettime(CLOCK_REALTIME, &now);
        return (end->tv_sec - now.tv_sec) * 1000000000LL + end->tv_nsec - now.tv_nsec;
      }
      static struct timespec slice(long long left) {
        struct timespec t;
        real(&t);
        long long n = t.tv_nsec + (left < 5000000 ? left : 5000000);
        t.tv_sec += n / 1000000000;
        t.tv_nsec = n % 1000000000;
        return t;
      }
      int sem_timedwait(sem_t *s, const struct timespec *end) {
        static int (*next)(sem_t *, const struct timespec *);
        if (!next) next = (int (*)(sem_t *, const struct timespec *))dlsym(RTLD_NEXT, "sem_timedwait");
        for (;;) {
          long long rest = left(end);
          if (rest <= 0) { errno = ETIMEDOUT; return -1; }
          struct timespec t = slice(rest);
          if (next(s, &t) == 0) return 0;
          if (errno != ETIMEDOUT) return -1;
        }
      }
      """#

    /// The library, built in `folder`; nil if there is no compiler.
    private static func built(in folder: Folder) throws -> String? {
      let source = try folder.write(library, to: "step.c")
      let (object, compiler) = (folder.path("step.so"), "/usr/bin/g++")
      guard access(compiler, X_OK) == 0 else { return nil }
      let words = [compiler, "-shared", "-fPIC", "-O1", "-x", "c", "-o", object, source, "-ldl", "-lpthread"]
      let arguments = words.map { strdup($0) }
      defer { arguments.forEach { free($0) } }
      var process: pid_t = 0
      try #require(posix_spawn(&process, compiler, nil, nil, arguments + [nil], environ) == 0)
      var status: Int32 = 0
      waitpid(process, &status, 0)
      return status == 0 ? object : nil
    }

    private static func start(_ duration: String, in folder: Folder) throws -> Program? {
      guard let library = try built(in: folder) else { return nil }
      let file = try folder.write(
        """
        version: 1
        name: step
        cluster: {brokers: embedded}
        topics: {t: {}}
        templates: {m: {value: a}}
        stages: [{name: s, rate: 200/s, duration: \(duration), measure: false}]
        """, to: "step.yaml")
      _ = try folder.write("0", to: "clock")
      return try Program(
        ["run", file, "--report-dir", folder.path("Reports")], in: folder,
        environment: ["LD_PRELOAD": library, "CLOCK_STEP": folder.path("clock")])
    }

    @Test func aRunGoesOnToItsEnd() throws {
      let folder = try Folder()
      guard let program = try Self.start("2s", in: folder) else { return }
      #expect(eventually { access(folder.path("Reports/step"), F_OK) == 0 })
      pause(for: .seconds(1))
      _ = try folder.write("-3600", to: "clock")
      let ended = try program.wait(deadline: 40)
      #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
      #expect(ended.lastLine.contains(" messages=400 "))
      // Its times count from the start.
      for line in try folder.report("step", "client.log").split(separator: "\n") {
        #expect(line.first?.isNumber == true, "\(line)")
      }
    }

    @Test func aSignalIsHeard() throws {
      let folder = try Folder()
      guard let program = try Self.start("60s", in: folder) else { return }
      #expect(eventually { program.errorsSoFar.contains("of 12,000 sent") })
      _ = try folder.write("-3600", to: "clock")
      pause(for: .milliseconds(100))
      program.signal(SIGINT)
      let ended = try program.wait(deadline: 40)
      #expect(ended.code == 130, "\(ended.output)\(ended.errors)")
      #expect(ended.lastLine.hasPrefix("result: ABORTED "))
    }
  }
}
