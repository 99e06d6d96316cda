/// One step of rendering: plain data, so that a program is one piece of memory that is read from front to back.
struct Operation {
  enum Code: UInt8 {
    /// Copies `count` bytes from address `a`.
    case literal16, literal32, literal
    /// Starts the random numbers of the placeholder with number `a`.
    case seed
    case sequence
    /// Writes the id of the message's number, in the form at `a`.
    case id
    /// Writes the number of the template's own messages so far, plus `a`.
    case counter
    /// Writes the cell of the message's row in the data whose cells are at `b`: `a` is the address of the first row's offset,
    /// `count` the number of cells in a row.
    case cell
    /// Writes `due` in milliseconds since 1970, or by the pattern at `a`.
    case dueMilliseconds, due
    /// Writes a whole number: `a` + below(`b`) × the step `c`.
    case integer
    /// Draws below `b` and writes `count` digits, with leading zeros.
    case digits
    /// Copies the slot of index below(`b`) from the table at `a`.
    case pick32, pick64, pick128
    /// Draws an index below `b`; or one by weight, by the `b` thresholds at `a`.
    case choose, weigh
    /// Copies the chosen slot.
    case slot32, slot64, slot128
    /// Continues at the operation that the table at `a` has for the chosen index.
    case branch
    /// Continues at operation `a`.
    case jump
    case uuid
    /// Write `count` hexadecimal digits, letters and digits, bytes.
    case hex, alphanumeric, bytes
    /// Writes a number below 65536 in hexadecimal without leading zeros.
    case hexWord
    /// Writes a character for each of the `count` classes at `a`; the `b` letters are at `c`.
    case pattern
    /// Writes `count` + below(`b`) of the `c` characters at `a`.
    case letters
    /// Writes `count` characters of the `b` kinds at `a`, at least one of each.
    case password
    /// Appends the check digits of the `flag` kind to what was written since the mark; see `CheckDigits`.
    case check
    /// Writes check digits to the third and fourth byte since the mark.
    case iban
    /// Write decimal numbers of the parameters `a` and `b`, with `count` decimals, stripped where `flag` is 1.
    case uniform, gauss
    /// Writes `a` + below(`b`), divided by 10^`count`.
    case scaled
    /// Writes a number by the law at `a`.
    case zipf
    /// Writes one of `b` moments from `a` seconds on, `count` seconds apart, by the pattern at `c`.
    case moment
    /// Write `count` words, or sentences, of the table at `a`: see `Prose`. Words are distinct where `flag` is 1.
    case words, sentence, paragraph, text
    /// Draws the number of elements of the list with number `c`: `a` + below(`b`). Continues at operation `count` where there
    /// are none.
    case list
    /// Starts the random numbers of the placeholder with number `a` in the current element.
    case elementSeed
    /// Writes the current element's number.
    case elementIndex
    /// Goes on to the next element; continues at operation `a` after the last.
    case nextElement
    /// Draws the number of elements as `list` does, and writes it.
    case elementCount
    /// Takes the message's number from the permutation at `a`: an index of all that follows, and the chosen index.
    case permute
    /// Chooses the remainder of that index divided by `b`, and leaves the quotient.
    case take
    /// Writes `a` + the chosen index × the step `c`.
    case chosenInteger
    /// Writes the chosen index with `count` digits.
    case chosenDigits
    /// Writes as `moment` does, but the chosen moment.
    case chosenMoment
    /// Stores the address of the next byte in `register`.
    case mark
    /// Change the bytes since the mark in `register`.
    case upper, lower, title, capitalize, strip, replace, zfill, slice, align, escape
  }

  var code: Code
  /// The index of a mark; the alignment or the context of some codes is in `flag`.
  var register: UInt8 = 0
  var flag: UInt8 = 0
  var count: UInt32 = 0
  var a: UInt64 = 0
  var b: UInt64 = 0
  var c: UInt64 = 0
}
