import PostRequests
import Testing

@Suite struct PostAttributeTests {
  @Test func eachAttributeHasItsParentAndName() {
    #expect(PostAttribute.password.parent == .authentication)
    #expect(PostAttribute.authentication.parent == .kafka)
    #expect(PostAttribute.message.parent == nil)
    #expect(PostAttribute.location.name == "location")
    #expect(PostAttribute.kafka.name == "kafka")
  }
}
