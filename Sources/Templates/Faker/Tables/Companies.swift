/// Of what the names of companies are made: plain words, written from general knowledge. If one is that of a real
/// company, that is chance.
///
/// A name is a word, a kind and a form (`Harbor Optics LLC`), or surnames and a form.
enum Companies {
  /// 80 words to begin with.
  static let words = WordTable(
    """
    Northern
    Southern
    Eastern
    Western
    Central
    Pacific
    Summit
    Harbor
    Granite
    River
    Lakeside
    Ridge
    Prairie
    Valley
    Coastal
    Highland
    Meadow
    Orchard
    Lantern
    Compass
    Anchor
    Beacon
    Bridge
    Copper
    Silver
    Amber
    Cobalt
    Crimson
    Juniper
    Cypress
    Cedar
    Willow
    Aspen
    Hawthorn
    Falcon
    Heron
    Kestrel
    Otter
    Badger
    Bison
    Orbit
    Meridian
    Horizon
    Zenith
    Solstice
    Equinox
    Aurora
    Comet
    Quarry
    Foundry
    Millstone
    Keystone
    Cornerstone
    Waypoint
    Trailhead
    Crossroads
    Lighthouse
    Windmill
    Watermill
    Hearth
    Evergreen
    Bluewater
    Clearwater
    Whitewater
    Redstone
    Greenfield
    Fairhaven
    Brookside
    Stonegate
    Ironwood
    Thornton Hill
    Maple Grove
    Twin Pines
    Five Oaks
    Three Rivers
    Old Harbor
    North Bay
    South Fork
    East Gate
    West Ridge
    """)

  /// 60 kinds of business.
  static let kinds = WordTable(
    """
    Logistics
    Consulting
    Systems
    Software
    Analytics
    Engineering
    Manufacturing
    Supply
    Foods
    Textiles
    Furniture
    Printing
    Publishing
    Media
    Design
    Studios
    Laboratories
    Instruments
    Optics
    Electronics
    Energy
    Power
    Lighting
    Plumbing
    Roofing
    Construction
    Builders
    Properties
    Realty
    Insurance
    Finance
    Capital
    Advisors
    Accounting
    Staffing
    Training
    Education
    Health
    Dental
    Pharmacy
    Veterinary
    Farms
    Nurseries
    Timber
    Mining
    Metals
    Plastics
    Chemicals
    Packaging
    Freight
    Shipping
    Marine
    Aviation
    Motors
    Transport
    Travel
    Hospitality
    Catering
    Bakery
    Dairy
    """)

  /// 13 forms of a company.
  static let forms = WordTable(
    """
    Inc.
    LLC
    Ltd.
    Corp.
    Group
    Partners
    Holdings
    Company
    Associates
    and Sons
    & Co.
    LLP
    Cooperative
    """)
}
