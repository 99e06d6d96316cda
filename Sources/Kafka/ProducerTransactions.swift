internal import CRdkafka

/// The outcome of a step of a transaction.
package enum TransactionOutcome: Sendable, Equatable {
  case done
  /// No answer in time: the same step may be tried again.
  case again(KafkaError)
  /// The transaction can only be aborted.
  case mustAbort(KafkaError)
  /// The client can do nothing more.
  case failed(KafkaError)
}

/// The calls of a transactional producer. All but `beginTransaction` wait for the coordinator, and may be made on another thread than
/// the producer's queue, one at a time.
extension Producer {
  /// Registers the producer's transactional id with its coordinator, which fences whoever had it before.
  package func initTransactions(timeout: Duration) -> TransactionOutcome {
    outcome(
      handle.call(within: timeout) { [rk = UnsafeHandle(handle.rk)] in
        TransactionOutcome(rd_kafka_init_transactions(rk.pointer, timeout.milliseconds))
      })
  }

  package func beginTransaction() -> TransactionOutcome { TransactionOutcome(rd_kafka_begin_transaction(handle.rk)) }

  /// Waits until every message of the transaction has its delivery report taken.
  package func flush(timeout: Duration) {
    _ = handle.call(within: timeout) { [rk = UnsafeHandle(handle.rk)] in
      rd_kafka_flush(rk.pointer, timeout.milliseconds)
    }
  }

  package func commitTransaction(timeout: Duration) -> TransactionOutcome {
    outcome(
      handle.call(within: timeout) { [rk = UnsafeHandle(handle.rk)] in
        TransactionOutcome(rd_kafka_commit_transaction(rk.pointer, timeout.milliseconds))
      })
  }

  package func abortTransaction(timeout: Duration) -> TransactionOutcome {
    outcome(
      handle.call(within: timeout) { [rk = UnsafeHandle(handle.rk)] in
        TransactionOutcome(rd_kafka_abort_transaction(rk.pointer, timeout.milliseconds))
      })
  }

  private func outcome(_ answer: TransactionOutcome?) -> TransactionOutcome { answer ?? .again(.timedOut) }
}

/// librdkafka's handle on its way to another thread, which it may be used from.
private struct UnsafeHandle: @unchecked Sendable {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { self.pointer = pointer }
}

extension TransactionOutcome {
  /// Takes over librdkafka's error, which is nil where there is none.
  fileprivate init(_ error: OpaquePointer?) {
    guard let error else {
      self = .done
      return
    }
    defer { rd_kafka_error_destroy(error) }
    let isFatal = rd_kafka_error_is_fatal(error) != 0
    let cause = KafkaError(
      code: rd_kafka_error_code(error).rawValue, text: rd_kafka_error_string(error).map { String(cString: $0) },
      isFatal: isFatal)
    if isFatal {
      self = .failed(cause)
    } else if rd_kafka_error_txn_requires_abort(error) != 0 {
      self = .mustAbort(cause)
    } else if rd_kafka_error_is_retriable(error) != 0
      // A call before, which was not awaited to its end, is still at it.
      || [RD_KAFKA_RESP_ERR__CONFLICT, RD_KAFKA_RESP_ERR__PREV_IN_PROGRESS].contains(rd_kafka_error_code(error))
    {
      self = .again(cause)
    } else {
      self = .failed(cause)
    }
  }
}
