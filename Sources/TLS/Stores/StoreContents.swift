internal import COpenSSL

/// Everything in a store, of any form.
struct StoreContents: Equatable {
  struct Key: Equatable {
    /// Empty in PEM. Keys of PKCS12 without a name are numbered, as Java does.
    var alias: String
    /// PKCS#8, not encrypted.
    var der: [UInt8]
  }

  var kind: StoreKind
  var certificates: [Certificate] = []
  var keys: [Key] = []
  /// The rest, which explains why something is missing.
  var others: [Appearance] = []
}

extension StoreContents {
  /// `keyPassword` is that of private keys, where it is not the store's. Without `wantsKeys`, private keys are only counted
  /// among the others.
  init(_ bytes: [UInt8], password: String?, keyPassword: String?, wantsKeys: Bool) throws(StoreError) {
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= StoreLimits.bytes else { throw .tooLarge(bytes: bytes.count, limit: StoreLimits.bytes) }
    let appearance = Appearance(bytes)
    switch appearance {
    case .store(.jks):
      self = try JavaStore(bytes, password: password).contents(
        keyPassword: wantsKeys ? keyPassword ?? password : nil, wantsKeys: wantsKeys)
    case .store(.pkcs12):
      self = try Self.read(.pkcs12, password: keyPassword ?? password) { password, count in
        bytes.withUnsafeBytes { rehearsal_pkcs12_read($0.baseAddress, $0.count, password, count, wantsKeys ? 1 : 0) }
      }
    case .store(.pem):
      let text = Appearance.withoutMark(bytes)
      self = try Self.read(.pem, password: keyPassword ?? password) { password, count in
        text.withUnsafeBytes { rehearsal_pem_read($0.baseAddress, $0.count, password, count, wantsKeys ? 1 : 0) }
      }
    case .store(.der):
      guard let certificate = Certificate(der: bytes) else { throw .damaged("not a certificate") }
      self.init(kind: .der, certificates: [certificate])
    case .privateKey where wantsKeys:
      self = try Self.read(.der, password: keyPassword ?? password) { password, count in
        bytes.withUnsafeBytes { rehearsal_key_read($0.baseAddress, $0.count, password, count) }
      }
    case .unsupported(let kind): throw .notSupported(kind)
    case .certificates, .privateKey, .publicKey, .certificateRequest, .revocationList, .html, .xml, .json, .properties,
      .zip, .utf16, .text, .bytes:
      throw .notAStore(appearance)
    }
  }

  private static func read(
    _ kind: StoreKind, password: String?, by reader: (UnsafePointer<CChar>?, Int) -> UnsafePointer<rehearsal_store>?
  ) throws(StoreError) -> StoreContents {
    let read = password.map { text in text.withCString { reader($0, text.utf8.count) } } ?? reader(nil, 0)
    guard let read else { throw .notEnoughMemory }
    defer { rehearsal_store_free(read) }
    if let error = error(of: read.pointee, kind) { throw error }
    var contents = StoreContents(kind: kind)
    for index in 0..<read.pointee.count { try contents.add(read.pointee.items[index]) }
    return contents
  }

  private mutating func add(_ item: rehearsal_item) throws(StoreError) {
    let bytes = item.bytes.map { Array(UnsafeBufferPointer(start: $0, count: item.count)) }
    let label = String(cString: item.label)
    switch (item.kind, bytes) {
    case (rehearsal_item_certificate, let bytes?):
      guard let certificate = Certificate(der: bytes) else { throw .damaged("a certificate cannot be read") }
      certificates.append(certificate)
    case (rehearsal_item_key, let bytes?):
      let alias = kind == .pem ? "" : label.isEmpty ? "\(keys.count + 1)" : label
      keys.append(Key(alias: alias, der: bytes))
    case (rehearsal_item_key, nil): others.append(.privateKey)
    case (rehearsal_item_public_key, _): others.append(.publicKey)
    case (rehearsal_item_request, _): others.append(.certificateRequest)
    case (rehearsal_item_revocations, _): others.append(.revocationList)
    case (rehearsal_item_pkcs7, _): others.append(.unsupported(.pkcs7))
    case (_, _) where label == "OPENSSH PRIVATE KEY": others.append(.unsupported(.openSSH))
    default: break
    }
  }

  private static func error(of store: rehearsal_store, _ kind: StoreKind) -> StoreError? {
    let detail = String(cString: store.detail)
    switch store.state {
    case rehearsal_store_sound: return nil
    case rehearsal_store_password_needed: return .passwordNeeded
    case rehearsal_store_wrong_password: return .wrongPassword
    case rehearsal_store_old_encryption: return .unsupportedEncryption(detail, kind)
    case rehearsal_store_too_costly: return .tooManyIterations(limit: Int(rehearsal_iteration_limit))
    case rehearsal_store_no_memory: return .notEnoughMemory
    default: return .damaged(detail)
    }
  }

  /// The error for a store without what is wanted of it, by what it has instead.
  func missing(_ otherwise: StoreError) -> StoreError {
    for other in others {
      if case .unsupported(let kind) = other { return .notSupported(kind) }
      return .notAStore(other)
    }
    return otherwise
  }
}
