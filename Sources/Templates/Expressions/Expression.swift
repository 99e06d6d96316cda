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

extension Expression {
  /// `names` are those of `let:` that can be used, with their kinds; nil where the expression uses one that is not there.
  package func kind(_ names: [String: ValueKind]) -> ValueKind? {
    if !steps.isEmpty { return .text }
    let kind: ValueKind? =
      switch source {
      case .sequence: .integer
      case .due: format?.isMilliseconds == true ? .integer : .dateTime
      case .stageName, .runID, .variable, .text: .text
      case .name(let name): names[name]
      case .data(let reference): reference.kind
      case .counter(let prefix, _): prefix.isEmpty ? .integer : .text
      case .call(let function, let arguments): function.row.yields(arguments)
      }
    guard let kind, let format else { return kind }
    // Leading zeros and dates are no numbers any more; blanks around one do no harm.
    if format.isZeroPadded || format.strftime != nil { return .text }
    return format.decimals != nil && kind == .integer ? .float : kind
  }
}
