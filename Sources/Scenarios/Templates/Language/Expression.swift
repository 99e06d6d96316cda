/// What stands between `{{` and `}}`, checked: nothing else can be evaluated.
///
///     placeholder = "{{" , blanks , expression , blanks , "}}" ;
///     expression  = [ "raw" , blank , blanks ] , source , { "." , method | slice } , [ ":" , format ] ;
///     source      = "seq" | "due" | "stage.name" | "run.id" | "vars." , name | "data" , column , { column } | name | string
///                 | ( "faker." | "random." ) , name , "(" , [ arguments ] , ")" ;
///     column      = "." , name (* not before a parenthesis, but for the first *) | "[" , string , "]" ;
///     method      = ( "upper" | "lower" | "title" | "capitalize" | "strip" | "replace" | "zfill" ) ,
///                   "(" , [ arguments ] , ")" ;
///     slice       = "[" , [ integer ] , ":" , [ integer ] , "]" ;
///     format      = [ "<" | ">" | "^" ] , [ "0" ] , [ width ] , [ "." , digits ] , [ "d" | "f" ] | strftime | "ms" ;
///     arguments   = argument , { "," , argument } , [ "," ] ;
///     argument    = [ name , "=" ] , literal ;
///     literal     = integer | float | string | list | "None" | "True" | "False" ;
///     list        = "[" , [ literal , { "," , literal } , [ "," ] ] , "]" | "(" , … , ")" ;
///     string      = "'" , { character | escape } , "'" | '"' , { character | escape } , '"' ;
///     escape      = "\" , ( "\" | "'" | '"' | "n" | "r" | "t" | "u" , four hexadecimal digits ) ;
package struct Expression: Sendable, Equatable {
  package enum Source: Sendable, Equatable {
    /// `seq`: the message's number in its stage, from 0.
    case sequence
    /// `due`: when the message should be sent.
    case due
    case stageName
    case runID
    /// `vars.NAME`, replaced by what it holds before anything is rendered.
    case variable(String)
    /// A name of `let:`.
    case name(String)
    case text(String)
    /// Of the table, with an argument for each parameter.
    case call(FunctionName, [Literal])
    /// A column or field of `data:`, of the row that the message has.
    case data(DataReference)
    /// A field of `fields:`: counts the template's own messages from `start`, behind a prefix.
    case counter(prefix: String, start: UInt64)
  }

  /// What is done to a text, one after the other, as Python's methods of the same names do.
  package enum Step: Sendable, Equatable {
    case upper, lower, title, capitalize
    /// Of these characters; nil: of white space.
    case strip(String?)
    case replace(String, by: String)
    case zfill(Int)
    /// In Unicode scalars, from the end where negative.
    case slice(from: Int?, to: Int?)
  }

  package var source: Source
  package var steps: [Step] = []
  package var format: Format?
  /// Not escaped for its place.
  package var isRaw = false
  /// As it is written, with its braces.
  package var written: String

  package init(
    source: Source, steps: [Step] = [], format: Format? = nil, isRaw: Bool = false, written: String
  ) {
    self.source = source
    self.steps = steps
    self.format = format
    self.isRaw = isRaw
    self.written = written
  }
}

extension Expression {
  package struct Format: Sendable, Equatable {
    package enum Alignment: Sendable, Equatable {
      case left, right, center
    }

    package var alignment: Alignment?
    package var isZeroPadded = false
    /// Characters; 0 for as many as there are.
    package var width = 0
    /// Digits behind the decimal point.
    package var decimals: Int?
    /// Of a date.
    package var strftime: String?
    /// `ms`, of `due`: milliseconds since 1970.
    package var isMilliseconds = false
  }
}

/// An argument as it is written.
package indirect enum Literal: Sendable, Equatable {
  case integer(Int64)
  case float(Double)
  case text(String)
  case list([Literal])
  case boolean(Bool)
  case none

  /// As Python would write it.
  var written: String {
    switch self {
    case .integer(let number): String(number)
    case .float(let number): number.description
    case .text(let text): "'\(text)'"
    case .list(let items): "[" + items.map(\.written).joined(separator: ", ") + "]"
    case .boolean(let value): value ? "True" : "False"
    case .none: "None"
    }
  }

  /// The number, where it is one.
  var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .float(let number): number
    default: nil
    }
  }
}
