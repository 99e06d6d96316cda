/// The checked text between `{{` and `}}`: nothing else can be evaluated.
///
///     placeholder = "{{" , blanks , expression , blanks , "}}" ;
///     expression  = [ "raw" , blank , blanks ] , source , { "." , method | slice } , [ ":" , format ] ;
///     source      = "seq" | "due" | "stage.name" | "run.id" | "run.tag" | "id" , [ "(" , arguments , ")" ] | "vars." , name | "data" , column , { column } | name | string
///                 | name , ".count" | "index" | ( "faker." | "random." | "unique." ) , name , "(" , [ arguments ] , ")" ;
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
    /// `due`: the time at which the message should be sent.
    case due
    case stageName
    case runID
    /// `run.tag`: the beginning of every id of the run.
    case runTag
    /// `id`: the message's own id, or that of the message with its number in another stage.
    case id(IDUse)
    /// `vars.NAME`, replaced by its value before anything is rendered.
    case variable(String)
    /// A name of `let:`.
    case name(String)
    case text(String)
    /// The number of elements of a list of `let:`.
    case count(String)
    /// The number of an element in its list, from 0.
    case index
    /// A call of a function of the table, with an argument for each parameter.
    case call(FunctionName, [Literal])
    /// The same, with another value for each message of a stage.
    case unique(FunctionName, [Literal])
    /// A column or field of `data:`, from the message's row.
    case data(DataReference)
    /// A field of `fields:`: the number of the template's own messages from `start` on, after a prefix.
    case counter(prefix: String, start: UInt64)
  }

  /// A change of a text, as Python's method of the same name makes it. Steps apply in order.
  package enum Step: Sendable, Equatable {
    case upper, lower, title, capitalize
    /// Removes these characters; nil removes white space.
    case strip(String?)
    case replace(String, by: String)
    case zfill(Int)
    /// Bounds in Unicode scalars, counted from the end where negative.
    case slice(from: Int?, to: Int?)
  }

  package var source: Source
  package var steps: [Step] = []
  package var format: Format?
  /// True if the value is not escaped for its context.
  package var isRaw = false
  /// The placeholder as written, with its braces.
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
    /// The least number of characters; 0 for no minimum.
    package var width = 0
    /// Digits after the decimal point.
    package var decimals: Int?
    /// The pattern of a date.
    package var strftime: String?
    /// True for `ms` of `due`: milliseconds since 1970.
    package var isMilliseconds = false
  }
}

extension Expression {
  /// The kind of the value; nil where the expression uses a name that is undefined. `names` are the names of `let:` that can
  /// be used, with their kinds.
  package func kind(_ names: [String: ValueKind]) -> ValueKind? {
    if !steps.isEmpty { return .text }
    let kind: ValueKind? =
      switch source {
      case .sequence: .integer
      case .due: format?.isMilliseconds == true ? .integer : .dateTime
      case .stageName, .runID, .runTag, .id, .variable, .text: .text
      case .name(let name): names[name]
      case .data(let reference): reference.kind
      case .counter(let prefix, _): prefix.isEmpty ? .integer : .text
      case .count, .index: .integer
      case .call(let function, let arguments), .unique(let function, let arguments): function.row.yields(arguments)
      }
    guard let kind, let format else { return kind }
    // Leading zeros make text of a number, and a date pattern of a date; blanks around a number do no harm.
    if format.isZeroPadded || format.strftime != nil { return .text }
    return format.decimals != nil && kind == .integer ? .float : kind
  }
}
