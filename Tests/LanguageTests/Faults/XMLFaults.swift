extension Fault {
  static let xmlFaults: [Fault] = [
    Fault(
      "XML that is none", .templates,
      #"""
      templates: {order: {format: xml, value: '<a>{{seq}}</b>'}}
      """#,
      finds: #"""
        orders.yaml:5:41: error: value of template "order" is not XML: Opening and ending tag mismatch: a line 1 and b [scenario.xml]
          |
        5 | templates: {order: {format: xml, value: '<a>{{seq}}</b>'}}
          |                                         ^~~~~~~~~~~~~~~~
        """#),
    Fault(
      "XML that is none, in one of its lines", .templates,
      #"""
      templates:
        order:
          format: xml
          value: |
            <order>
              <n>{{seq}}</n>
              <m>{{stage.name}}</k>
            </order>
      """#,
      finds: #"""
        orders.yaml:11:9: error: value of template "order" is not XML: line 3: Opening and ending tag mismatch: m line 3 and k [scenario.xml]
           |
        11 |         <m>{{stage.name}}</k>
           |         ^~~~~~~~~~~~~~~~~~~~~
        """#),
    Fault(
      "XML that ends too soon", .templates,
      #"""
      templates:
        order:
          format: xml
          value: |
            <order>
              <n>{{seq}}</n>


      """#,
      finds: #"""
        orders.yaml:10:9: error: value of template "order" is not XML: line 2: Premature end of data in tag order line 1 [scenario.xml]
           |
        10 |         <n>{{seq}}</n>
           |         ^~~~~~~~~~~~~~
        """#),
    Fault(
      "XML that is none where a placeholder is empty", .templates,
      #"""
      templates: {order: {format: xml, value: '<a>]]{{random.choice(["", "b"])}}></a>'}}
      """#,
      finds: #"""
        orders.yaml:5:41: error: value of template "order" is not XML: Sequence ']]>' not allowed in content, when placeholders are empty [scenario.xml]
          |
        5 | templates: {order: {format: xml, value: '<a>]]{{random.choice(["", "b"])}}></a>'}}
          |                                         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        """#),
    Fault(
      "XML in another encoding", .templates,
      #"""
      templates: {order: {format: xml, value: '<?xml version="1.0" encoding="ISO-8859-1"?><a/>'}}
      """#,
      finds: #"""
        orders.yaml:5:41: error: value of template "order" is not XML: it declares the encoding "ISO-8859-1", but is sent in UTF-8 [scenario.xml]
          |
        5 | templates: {order: {format: xml, value: '<?xml version="1.0" encoding="ISO-8859-1"?><a/>'}}
          |                                         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        """#),
    Fault(
      "an empty value of XML", .templates,
      #"""
      templates: {order: {format: xml, value: ''}}
      """#,
      finds: #"""
        orders.yaml:5:41: error: value of template "order" is not XML: it is empty [scenario.xml]
          |
        5 | templates: {order: {format: xml, value: ''}}
          |                                         ^~
        """#),
    Fault(
      "text that looks like XML: a warning", .templates,
      #"""
      templates: {order: {value: '<order n="{{seq}}"/>'}}
      """#,
      finds: #"""
        orders.yaml:5:28: warning: value of template "order" looks like XML, but is not checked [scenario.looks-like-xml]
          |
        5 | templates: {order: {value: '<order n="{{seq}}"/>'}}
          |                            ^~~~~~~~~~~~~~~~~~~~~~ write format: xml, or format: string
        """#),
    Fault(
      "bytes in XML", .templates,
      #"""
      templates: {order: {format: xml, value: '<a>{{random.bytes(3)}}</a>'}}
      """#,
      finds: #"""
        orders.yaml:5:45: error: "{{random.bytes(3)}}" yields bytes, which only a value with format: bytes can hold [scenario.placeholder]
          |
        5 | templates: {order: {format: xml, value: '<a>{{random.bytes(3)}}</a>'}}
          |                                             ^~~~~~~~~~~~~~~~~~~ write random.hex or random.string
        """#),
  ]
}
