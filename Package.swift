// swift-tools-version: 6.2
import PackageDescription

// The system libraries, one target each; with the reason for the choice. Their names for apt, dnf and brew are
// in the Makefile.
let libraries: [Target] = [
  // The reference client in C: every feature of the protocol we need, and an embedded broker.
  .systemLibrary(name: "CRdkafka", pkgConfig: "rdkafka"),
  // YAML as events with exact positions, which no Swift package gives.
  .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1"),
  // SHA-256 without allocation and without pulling OpenSSL's headers into the upper modules.
  .systemLibrary(name: "CNettle", pkgConfig: "nettle"),
  // XML and XSD, the only library for the latter that distributions carry; its errors are globals and its records have
  // unions, so CXMLDocuments is what Swift sees.
  .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
  // Regular expressions with a JIT; its functions are macros, so CPatterns is what Swift sees.
  .systemLibrary(name: "CLibPCRE2", pkgConfig: "libpcre2-8"),
  // Stores of certificates, and a handshake that says why it fails: OpenSSL, because librdkafka uses it, too, and so both
  // refuse the same. Its stacks are macros, so COpenSSL is what Swift sees.
  .systemLibrary(name: "CLibSSL", pkgConfig: "openssl"),
  // HTTP with TLS, names and every legal answer, without waiting; its functions take any number of arguments, so CPosting is
  // what Swift sees.
  .systemLibrary(name: "CLibCurl", pkgConfig: "libcurl"),
]

// C and C++ behind plain C headers of this package.
let shims: [Target] = [
  // CRC32C with the processor's own instruction, which Swift cannot reach.
  .target(name: "CChecksum"),
  // PCRE2 as JSON Schema needs it.
  .target(name: "CPatterns", dependencies: ["CLibPCRE2"]),
  // libxml2 without files, network, entities or words on standard error.
  .target(name: "CXMLDocuments", dependencies: ["CLibXML2"]),
  // OpenSSL: PEM, PKCS12, and one connection with a time limit.
  .target(name: "COpenSSL", dependencies: ["CLibSSL"]),
  // libcurl without its repetitions: each request is written once at most.
  .target(name: "CPosting", dependencies: ["CLibCurl"]),
  // posix_spawn with its extensions, which Swift does not see.
  .target(name: "CSpawning"),
  // simdjson, the fastest JSON parser that distributions carry; C++, so it is linked here and nowhere named.
  .target(name: "CSimdjson", linkerSettings: [.linkedLibrary("simdjson")]),
]

let modules: [Target] = [
  .target(name: "Commands", dependencies: ["CSpawning"]),
  .target(name: "Diagnostics"),
  .target(name: "Payloads", dependencies: ["CPatterns", "CSimdjson", "CXMLDocuments", "Diagnostics"]),
  .target(name: "Templates", dependencies: ["Diagnostics", "Payloads"]),
  .target(name: "Scenarios", dependencies: ["Diagnostics", "Templates"]),
  .target(name: "Language", dependencies: ["CLibYAML", "Diagnostics", "Payloads", "Scenarios", "Templates"]),
  .target(name: "PostRequests", dependencies: ["Diagnostics", "Payloads", "Templates"]),
  .target(name: "Kafka", dependencies: ["CRdkafka", "Diagnostics"]),
  .target(name: "Posting", dependencies: ["CPosting"]),
  .target(name: "TLS", dependencies: ["COpenSSL"]),
  .target(name: "Verification", dependencies: ["CChecksum", "Diagnostics", "Scenarios"]),
  .target(
    name: "Load",
    dependencies: [
      "Commands", "Diagnostics", "Kafka", "Payloads", "Posting", "Scenarios", "TLS", "Templates", "Verification",
    ]),
  .target(name: "Reporting", dependencies: ["Diagnostics", "Scenarios", "Templates", "Verification"]),
  .target(
    name: "Rehearsal",
    dependencies: [
      "CNettle", "Commands", "Diagnostics", "Kafka", "Language", "Load", "PostRequests", "Reporting", "Scenarios",
      "TLS",
      "Templates", "Verification",
    ]),
  .executableTarget(
    name: "rehearse",
    dependencies: [
      "Diagnostics", "Kafka", "Language", "Load", "PostRequests", "Rehearsal", "Reporting", "Scenarios", "Templates",
      "Verification",
    ]),
]

let tests: [Target] = [
  // The scenarios of all tests that read one.
  .target(
    name: "SampleScenarios", dependencies: ["Language", "Scenarios", "Templates"], path: "Tests/SampleScenarios"),
  .testTarget(name: "CommandsTests", dependencies: ["Commands"]),
  .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
  .testTarget(name: "PayloadsTests", dependencies: ["Payloads"]),
  .testTarget(
    name: "TemplatesTests",
    dependencies: ["Diagnostics", "Language", "Payloads", "SampleScenarios", "Scenarios", "Templates"]),
  .testTarget(name: "ScenariosTests", dependencies: ["Diagnostics", "Language", "Scenarios", "Templates"]),
  .testTarget(
    name: "LanguageTests",
    dependencies: ["Diagnostics", "Language", "Payloads", "SampleScenarios", "Scenarios", "Templates"]),
  .testTarget(name: "PostRequestsTests", dependencies: ["Diagnostics", "PostRequests", "Templates"]),
  .testTarget(name: "KafkaTests", dependencies: ["Diagnostics", "Kafka"]),
  // An HTTP server that answers as a test wants it to.
  .target(name: "SampleServers", path: "Tests/SampleServers"),
  .testTarget(name: "PostingTests", dependencies: ["Posting", "SampleServers"]),
  .testTarget(name: "TLSTests", dependencies: ["TLS"], exclude: ["Fixtures"]),
  .testTarget(name: "VerificationTests", dependencies: ["Diagnostics", "Scenarios", "Verification"]),
  .testTarget(
    name: "LoadTests",
    dependencies: [
      "Commands", "Diagnostics", "Kafka", "Language", "Load", "Payloads", "Posting", "SampleScenarios",
      "SampleServers", "Scenarios", "TLS", "Templates", "Verification",
    ]),
  .testTarget(
    name: "ReportingTests",
    dependencies: [
      "Diagnostics", "Language", "Reporting", "SampleScenarios", "Scenarios", "Templates", "Verification",
    ]),
  .testTarget(
    name: "CommandTests", dependencies: ["Commands", "Diagnostics", "PostRequests", "SampleScenarios", "rehearse"]),
  // What needs a broker, embedded or real, or the finished program: one serialized suite, run by itself.
  .testTarget(
    name: "EndToEndTests",
    dependencies: [
      "Diagnostics", "Kafka", "Language", "Load", "PostRequests", "Rehearsal", "Reporting", "SampleScenarios",
      "Scenarios", "TLS", "Templates", "Verification", "rehearse",
    ]),
]

// Reads mutated scenarios: Scripts/fuzz.
let fuzzing: Target = .executableTarget(
  name: "fuzz-scenarios", dependencies: ["Diagnostics", "Language", "Payloads", "Scenarios", "Templates"],
  path: "Tests/Fuzzing", exclude: ["corpus"])

// Reads mutated truststores and keystores: Scripts/fuzz-stores.
let storeFuzzing: Target = .executableTarget(name: "fuzz-stores", dependencies: ["TLS"], path: "Tests/StoreFuzzing")

// Answers with the tests of samples and the change points of series: Scripts/statistics.
let statistics: Target = .executableTarget(
  name: "check-statistics", dependencies: ["Scenarios", "Verification"], path: "Tests/Statistics", exclude: ["check.py"]
)

// How long a message takes to render: Benchmarks/templates.sh.
let benchmark: Target = .executableTarget(
  name: "benchmark-templates", dependencies: ["Language", "Scenarios", "Templates"], path: "Benchmarks/Templates")

// How often a comparison is wrong, on simulated builds: Benchmarks/measure.
let comparison: Target = .executableTarget(
  name: "benchmark-comparison", dependencies: ["Scenarios", "Verification"], path: "Benchmarks/Comparison")

let package = Package(
  name: "rehearsal",
  products: [.executable(name: "rehearse", targets: ["rehearse"])],
  targets: libraries + shims + modules + tests + [fuzzing, storeFuzzing, statistics, benchmark, comparison],
  cxxLanguageStandard: .cxx17
)

for target in package.targets
where target.type != .system && !shims.contains(where: { $0.name == target.name }) {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ]
}
