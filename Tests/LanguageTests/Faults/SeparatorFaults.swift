/// Data files of other programs.
extension Fault {
  static let separatorFaults: [Fault] = [
    Fault(
      "semicolons for commas", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.id}}'}}
      """#, files: ["users.csv": "id;name;credit\n1;Ada;1,5\n2;Bob;2,7\n"],
      finds: #"""
        users.csv:1:3: error: the header has a semicolon, and no comma [scenario.data]
          |
        1 | id;name;credit
          |   ^ write separator: ";" beside file
          = note: template "order" reads its data from here at orders.yaml:5:34
        """#),
    Fault(
      "tabs for commas", .templates,
      #"""
      templates: {order: {data: {file: users.tsv}, value: '{{data.id}}'}}
      """#, files: ["users.tsv": "id\tname\n1\tAda\n"],
      finds: #"""
        users.tsv:1:3: error: the header has a tab, and no comma [scenario.data]
          |
        1 | id  name
          |   ^~ write separator: "\t" beside file
          = note: template "order" reads its data from here at orders.yaml:5:34
        """#),
    Fault(
      "bars for commas", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.id}}'}}
      """#, files: ["users.csv": "id|name\n1|Ada\n"],
      finds: #"""
        users.csv:1:3: error: the header has "|", and no comma [scenario.data]
          |
        1 | id|name
          |   ^ write separator: "|" beside file
          = note: template "order" reads its data from here at orders.yaml:5:34
        """#),
    Fault(
      "commas for semicolons", .templates,
      #"""
      templates: {order: {data: {file: users.csv, separator: ";"}, value: '{{data.id}}'}}
      """#, files: ["users.csv": "id,name\n1,Ada\n"],
      finds: #"""
        users.csv:1:3: error: the header has a comma, and no semicolon [scenario.data]
          |
        1 | id,name
          |   ^ remove separator
          = note: template "order" reads its data from here at orders.yaml:5:34
        """#),
    Fault(
      "a line for Excel", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.id}}'}}
      """#, files: ["users.csv": "sep=,\nid,name\n1,Ada\n"],
      finds: #"""
        users.csv:1:1: error: "sep=," is a line for Excel, and not a header [scenario.data]
          |
        1 | sep=,
          | ^~~~~ remove this line
          = note: template "order" reads its data from here at orders.yaml:5:34
        """#),
    Fault(
      "a line for Excel that names another separator", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.id}}'}}
      """#, files: ["users.csv": "\"sep=;\"\nid;name\n1;Ada\n"],
      finds: #"""
        users.csv:1:1: error: "sep=;" is a line for Excel, and not a header [scenario.data]
          |
        1 | "sep=;"
          | ^~~~~~~ remove this line, and write separator: ";" beside file
          = note: template "order" reads its data from here at orders.yaml:5:34
        """#),
    Fault(
      "a comma at the end of a row", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.id}}'}}
      """#, files: ["users.csv": "id,name\n1,Ada\n2,Bob,\n"],
      finds: #"""
        users.csv:3:6: error: this row ends with a comma that the header does not have [scenario.data]
          |
        3 | 2,Bob,
          |      ^ remove it, or name the columns in the header
          = note: template "order" reads its data from here at orders.yaml:5:34
        """#),
    Fault(
      "commas at the end of a row", .templates,
      #"""
      templates: {order: {data: {file: users.csv}, value: '{{data.id}}'}}
      """#, files: ["users.csv": "id,name\n1,Ada,,,\n"],
      finds: #"""
        users.csv:2:6: error: this row ends with 3 commas that the header does not have [scenario.data]
          |
        2 | 1,Ada,,,
          |      ^~~ remove them, or name the columns in the header
          = note: template "order" reads its data from here at orders.yaml:5:34
        """#),
    Fault(
      "a semicolon at the end of a row", .templates,
      #"""
      templates: {order: {data: {file: users.csv, separator: ";"}, value: '{{data.id}}'}}
      """#, files: ["users.csv": "id;name\n1;Ada;\n"],
      finds: #"""
        users.csv:2:6: error: this row ends with a semicolon that the header does not have [scenario.data]
          |
        2 | 1;Ada;
          |      ^ remove it, or name the columns in the header
          = note: template "order" reads its data from here at orders.yaml:5:34
        """#),
    Fault(
      "a row with one cell more that is not empty", .templates,
      #"""
      templates: {order: {data: {file: users.csv, separator: ";"}, value: '{{data.id}}'}}
      """#, files: ["users.csv": "id;name\n1;Ada;x\n"],
      finds: #"""
        users.csv:2:1: error: this row has 3 cells, but the header has 2 [scenario.data]
          |
        2 | 1;Ada;x
          | ^~~~~~~ put quotes around a cell that contains a semicolon
          = note: template "order" reads its data from here at orders.yaml:5:34
        """#),
    Fault(
      "a tab in the header's end", .templates,
      #"""
      templates: {order: {data: {file: users.tsv, separator: "\t"}, value: '{{data.id}}'}}
      """#, files: ["users.tsv": "id\tname\t\n1\tAda\t\n"],
      finds: #"""
        users.tsv:1:8: error: the header ends with a tab, so its last column has no name [scenario.data]
          |
        1 | id  name    
          |         ^~~~ write a name, or remove the tab
          = note: template "order" reads its data from here at orders.yaml:5:34
        """#),
    Fault(
      "a list of objects for lines", .templates,
      #"""
      templates: {order: {data: {file: rows.json}, value: '{{data.id}}'}}
      """#, files: ["rows.json": "[\n  {\"id\": 1}\n]\n"],
      finds: #"""
        rows.json:1:1: error: the file is a list, not one object per line [scenario.data]
          |
        1 | [
          | ^ jq -c '.[]' OLD > NEW.ndjson writes one object per line
          = note: template "order" reads its data from here at orders.yaml:5:34
        """#),
    Fault(
      "objects over several lines", .templates,
      #"""
      templates: {order: {data: {file: rows.ndjson}, value: '{{data.id}}'}}
      """#, files: ["rows.ndjson": "{\n  \"id\": 1\n}\n"],
      finds: #"""
        rows.ndjson:1:1: error: this object goes on in the next line [scenario.data]
          |
        1 | {
          | ^ jq -c . OLD > NEW.ndjson writes one object per line
          = note: template "order" reads its data from here at orders.yaml:5:34
        """#),
    Fault(
      "an object that goes on in the next line", .templates,
      #"""
      templates: {order: {data: {file: rows.ndjson}, value: '{{data.id}}'}}
      """#, files: ["rows.ndjson": "{\"id\": 1,\n  \"n\": 2}\n"],
      finds: #"""
        rows.ndjson:1:9: error: this object goes on in the next line [scenario.data]
          |
        1 | {"id": 1,
          |         ^ jq -c . OLD > NEW.ndjson writes one object per line
          = note: template "order" reads its data from here at orders.yaml:5:34
        """#),
    Fault(
      "a separator for NDJSON", .templates,
      #"""
      templates: {order: {data: {file: rows.ndjson, separator: ";"}, value: '{{data.id}}'}}
      """#, files: ["rows.ndjson": "{\"id\": 1}\n"],
      finds: #"""
        orders.yaml:5:47: error: "separator" is for CSV, and "rows.ndjson" is NDJSON by its name [scenario.conflict]
          |
        5 | templates: {order: {data: {file: rows.ndjson, separator: ";"}, value: '{{data.id}}'}}
          |                                               ^~~~~~~~~ remove it
        """#),
    Fault(
      "a separator by its name", .templates, schema: .refused,
      #"""
      templates: {order: {data: {file: users.csv, separator: tab}, value: '{{data.id}}'}}
      """#, files: ["users.csv": "id\n1\n"],
      finds: #"""
        orders.yaml:5:56: error: separator "tab" must be one character of ASCII, and neither a quote nor a letter nor a digit [scenario.bad-value]
          |
        5 | templates: {order: {data: {file: users.csv, separator: tab}, value: '{{data.id}}'}}
          |                                                        ^~~ write "\t" in double quotes
        """#),
    Fault(
      "a separator of two characters", .templates, schema: .refused,
      #"""
      templates: {order: {data: {file: users.csv, separator: "; "}, value: '{{data.id}}'}}
      """#, files: ["users.csv": "id\n1\n"],
      finds: #"""
        orders.yaml:5:56: error: separator "; " must be one character of ASCII, and neither a quote nor a letter nor a digit [scenario.bad-value]
          |
        5 | templates: {order: {data: {file: users.csv, separator: "; "}, value: '{{data.id}}'}}
          |                                                        ^~~~ for example ";", or "\t" for a tab
        """#),
    Fault(
      "a tab in single quotes", .templates, schema: .refused,
      #"""
      templates: {order: {data: {file: users.csv, separator: '\t'}, value: '{{data.id}}'}}
      """#, files: ["users.csv": "id\n1\n"],
      finds: #"""
        orders.yaml:5:56: error: separator "\t" must be one character of ASCII, and neither a quote nor a letter nor a digit [scenario.bad-value]
          |
        5 | templates: {order: {data: {file: users.csv, separator: '\t'}, value: '{{data.id}}'}}
          |                                                        ^~~~ write "\t" in double quotes
        """#),
    Fault(
      "a quote for a separator", .templates, schema: .refused,
      #"""
      templates: {order: {data: {file: users.csv, separator: '"'}, value: '{{data.id}}'}}
      """#, files: ["users.csv": "id\n1\n"],
      finds: #"""
        orders.yaml:5:56: error: separator """ must be one character of ASCII, and neither a quote nor a letter nor a digit [scenario.bad-value]
          |
        5 | templates: {order: {data: {file: users.csv, separator: '"'}, value: '{{data.id}}'}}
          |                                                        ^~~ for example ";", or "\t" for a tab
        """#),
    Fault(
      "a letter for a separator", .templates, schema: .refused,
      #"""
      templates: {order: {data: {file: users.csv, separator: x}, value: '{{data.id}}'}}
      """#, files: ["users.csv": "id\n1\n"],
      finds: #"""
        orders.yaml:5:56: error: separator "x" must be one character of ASCII, and neither a quote nor a letter nor a digit [scenario.bad-value]
          |
        5 | templates: {order: {data: {file: users.csv, separator: x}, value: '{{data.id}}'}}
          |                                                        ^ for example ";", or "\t" for a tab
        """#),
  ]
}
