extension Fault {
  static let xmlPlaceFaults: [Fault] = [
    Fault(
      "a placeholder for a value without quotes in XML", .templates,
      #"""
      templates: {order: {format: xml, value: '<order n={{seq}}/>'}}
      """#,
      finds: #"""
        orders.yaml:5:51: error: "{{seq}}" is part of a tag, and is outside quotes [scenario.xml]
          |
        5 | templates: {order: {format: xml, value: '<order n={{seq}}/>'}}
          |                                                   ^~~~~~~ write names as they are, and quotes around attributes' values
        """#),
    Fault(
      "a placeholder for a name of XML", .templates,
      #"""
      templates: {order: {format: xml, value: '<a><{{stage.name}}/></a>'}}
      """#,
      finds: #"""
        orders.yaml:5:46: error: "{{stage.name}}" is part of a tag, and is outside quotes [scenario.xml]
          |
        5 | templates: {order: {format: xml, value: '<a><{{stage.name}}/></a>'}}
          |                                              ^~~~~~~~~~~~~~ write names as they are, and quotes around attributes' values
        """#),
    Fault(
      "a placeholder in a comment of XML", .templates,
      #"""
      templates: {order: {format: xml, value: '<a><!-- {{seq}} --></a>'}}
      """#,
      finds: #"""
        orders.yaml:5:50: error: "{{seq}}" is in a comment [scenario.xml]
          |
        5 | templates: {order: {format: xml, value: '<a><!-- {{seq}} --></a>'}}
          |                                                  ^~~~~~~ move it into text, or into an attribute's value
        """#),
    Fault(
      "a placeholder in an instruction of XML", .templates,
      #"""
      templates: {order: {format: xml, value: '<?xml version="1.{{seq}}"?><a/>'}}
      """#,
      finds: #"""
        orders.yaml:5:59: error: "{{seq}}" is in a processing instruction [scenario.xml]
          |
        5 | templates: {order: {format: xml, value: '<?xml version="1.{{seq}}"?><a/>'}}
          |                                                           ^~~~~~~ move it into text, or into an attribute's value
        """#),
    Fault(
      "a placeholder in a document type declaration", .templates,
      #"""
      templates: {order: {format: xml, value: '<!DOCTYPE {{seq}}><a/>'}}
      """#,
      finds: #"""
        orders.yaml:5:52: error: "{{seq}}" is in a document type declaration [scenario.xml]
          |
        5 | templates: {order: {format: xml, value: '<!DOCTYPE {{seq}}><a/>'}}
          |                                                    ^~~~~~~ move it into text, or into an attribute's value
        """#),
    Fault(
      "a placeholder in a reference of XML", .templates,
      #"""
      templates: {order: {format: xml, value: '<a>&{{seq}};</a>'}}
      """#,
      finds: #"""
        orders.yaml:5:46: error: "{{seq}}" is part of a reference [scenario.xml]
          |
        5 | templates: {order: {format: xml, value: '<a>&{{seq}};</a>'}}
          |                                              ^~~~~~~ write &amp; for an ampersand
        """#),
    Fault(
      "a placeholder beside the element of XML", .templates,
      #"""
      templates: {order: {format: xml, value: '{{seq}} <a/>'}}
      """#,
      finds: #"""
        orders.yaml:5:42: error: "{{seq}}" is outside the root element [scenario.xml]
          |
        5 | templates: {order: {format: xml, value: '{{seq}} <a/>'}}
          |                                          ^~~~~~~ put an element around it
        """#),
    Fault(
      "a placeholder that could end a CDATA section", .templates,
      #"""
      templates: {order: {format: xml, value: '<a><![CDATA[b]]{{seq}}]]></a>'}}
      """#,
      finds: #"""
        orders.yaml:5:57: error: "{{seq}}" follows ]] in a CDATA section, which a > would end [scenario.xml]
          |
        5 | templates: {order: {format: xml, value: '<a><![CDATA[b]]{{seq}}]]></a>'}}
          |                                                         ^~~~~~~ put a space between them
        """#),
    Fault(
      "a character that XML does not have, in a literal", .templates,
      #"""
      templates: {order: {format: xml, value: '<a>{{random.choice(["\u0001"])}}</a>'}}
      """#,
      finds: #"""
        orders.yaml:5:45: error: "{{random.choice(["\u0001"])}}" can hold U+0001, which XML cannot hold, not even escaped [scenario.xml]
          |
        5 | templates: {order: {format: xml, value: '<a>{{random.choice(["\u0001"])}}</a>'}}
          |                                             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~ remove that character
        """#),
    Fault(
      "characters that XML does not have, in a variable and by way of names", .templates,
      #"""
      vars: {x: "a\x01b"}
      templates:
        order:
          format: xml
          let: {y: "{{vars.x}}", z: "{{y}}"}
          key: "{{y}}"
          value: "<a b='{{vars.x}}'>{{z}}</a>"
      """#,
      finds: #"""
        orders.yaml:11:19: error: "{{vars.x}}" can hold U+0001, which XML cannot hold, not even escaped [scenario.xml]
           |
        11 |     value: "<a b='{{vars.x}}'>{{z}}</a>"
           |                   ^~~~~~~~~~ remove that character

        orders.yaml:11:31: error: "{{z}}" can hold U+0001, which XML cannot hold, not even escaped [scenario.xml]
           |
        11 |     value: "<a b='{{vars.x}}'>{{z}}</a>"
           |                               ^~~~~ remove that character
        """#),
    Fault(
      "a character that XML does not have, in a field", .templates,
      #"""
      templates:
        order:
          format: xml
          fields: {id: {sequence: {prefix: "\uFFFE"}}}
          value: "<a>{id}</a>"
      """#,
      finds: #"""
        orders.yaml:9:16: error: "{id}" can hold U+FFFE, which XML cannot hold, not even escaped [scenario.xml]
          |
        9 |     value: "<a>{id}</a>"
          |                ^~~~ remove that character
        """#),
    Fault(
      "a character that XML does not have, as it is", .templates,
      #"""
      templates: {order: {format: xml, value: "<a>\x01</a>"}}
      """#,
      finds: #"""
        orders.yaml:5:41: error: value of template "order" is not XML: PCDATA invalid Char value 1 [scenario.xml]
          |
        5 | templates: {order: {format: xml, value: "<a>\x01</a>"}}
          |                                         ^~~~~~~~~~~~~
        """#),
    Fault(
      "a field in a comment of XML", .templates,
      #"""
      templates:
        order:
          format: xml
          fields: {id: {sequence: {start: 1}}}
          value: "<a>{id}<!-- {id} --></a>"
      """#,
      finds: #"""
        orders.yaml:9:25: error: "{id}" is in a comment [scenario.xml]
          |
        9 |     value: "<a>{id}<!-- {id} --></a>"
          |                         ^~~~ move it into text, or into an attribute's value
        """#),
  ]
}
