import Diagnostics
import PostRequests
import Testing

@Suite struct RequestFaultTests {
  static let all: [RequestFault] =
    RequestFault.fileFaults + RequestFault.attributeFaults + RequestFault.valueFaults + RequestFault.nameFaults

  @Test(arguments: all) func isDescribed(_ fault: RequestFault) { #expect(fault.found == fault.expected) }
}
