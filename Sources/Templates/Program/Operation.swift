/// One step of rendering: plain data, so that a program is one piece of memory that is read from front to back.
struct Operation {
  enum Code: UInt8 {
    /// Copies `count` bytes from address `a`.
    case literal16, literal32, literal
    /// Begins the chance of a placeholder; `a` is its number.
    case seed
    case sequence
    /// The template's own messages so far, and `a`.
    case counter
    /// The cell of the message's row in the data whose cells are at `b`: `a` is where the first row's begins, `count` how many
    /// a row has.
    case cell
    /// `due` in milliseconds since 1970, or by the pattern at `a`.
    case dueMilliseconds, due
    /// A whole number: `a` + below(`b`) × the step at `c`.
    case integer
    /// Draws below `b` and writes `count` digits, with leading zeros.
    case digits
    /// Copies the slot of index below(`b`) from the table at `a`.
    case pick32, pick64, pick128
    /// Draws an index below `b`; or, by the `b` thresholds at `a`, one that weighs more or less.
    case choose, weigh
    /// Copies the chosen slot.
    case slot32, slot64, slot128
    /// Goes on at the operation that the table at `a` has for the chosen index.
    case branch
    /// Goes on at operation `a`.
    case jump
    case uuid
    /// `count` hexadecimal digits, letters and digits, bytes.
    case hex, alphanumeric, bytes
    /// Below 65536, hexadecimal without leading zeros.
    case hexWord
    /// The `count` classes at `a`, letters of which `b` stand at `c`.
    case pattern
    /// `count` digits of which the last makes the sum right (Luhn), by the classes at `a`.
    case luhn
    /// Check digits in the third and fourth byte of what was written since the mark.
    case iban
    /// Decimal numbers; the parameters stand at `a`, `count` decimals, stripped where `register` is 1.
    case uniform, gauss
    /// `a` + below(`b`), divided by 10^`count`.
    case scaled
    /// By the law at `a`.
    case zipf
    /// A moment from `a` seconds on, one of `b`, each `count` seconds after the last; written by the pattern at `c`.
    case moment
    /// `count` words of the table at `a`; more or fewer, sentences: see `Prose`.
    case words, sentence, paragraph, text
    /// Remembers in `register` where the next bytes will stand.
    case mark
    /// What changes the bytes since the mark in `register`.
    case upper, lower, title, capitalize, strip, replace, zfill, slice, align, escape
  }

  var code: Code
  /// Index of a mark; the alignment or the place of some codes stand in `flag`.
  var register: UInt8 = 0
  var flag: UInt8 = 0
  var count: UInt32 = 0
  var a: UInt64 = 0
  var b: UInt64 = 0
  var c: UInt64 = 0
}
