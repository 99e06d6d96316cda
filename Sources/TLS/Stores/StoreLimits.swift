/// The sizes of what is read. Java's own truststore, with all public authorities, has 160 KB.
package enum StoreLimits {
  package static let bytes = 8 << 20
}
