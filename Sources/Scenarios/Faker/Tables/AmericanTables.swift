/// The lists of en_US.
enum AmericanTables {
  static func table(_ list: FakerList) -> FakerTable {
    switch list {
    case .firstName: firstNames
    case .lastName: lastNames
    case .prefix: prefixes
    case .city: cities
    case .state: states
    case .stateAbbreviation: stateAbbreviations
    case .country: countries
    case .countryCode: countryCodes
    case .company: companies
    case .job: jobs
    case .words: words
    case .userAgent: userAgents
    case .currencyCode: currencyCodes
    case .streetName: streetNames
    case .mailDomain: mailDomains
    case .topLevel: topLevels
    case .plainFirst: plainFirstNames
    case .plainLast: plainLastNames
    }
  }

  private static let firstNames = FakerTable(
    """
    James\nMary\nRobert\nPatricia\nJohn\nJennifer\nMichael\nLinda\nDavid\nElizabeth\nWilliam\nBarbara\nRichard\nSusan\n\
    Joseph\nJessica\nThomas\nSarah\nChristopher\nKaren\nCharles\nLisa\nDaniel\nNancy\nMatthew\nBetty\nAnthony\nSandra\n\
    Mark\nMargaret\nDonald\nAshley\nSteven\nKimberly\nAndrew\nEmily\nPaul\nDonna\nJoshua\nMichelle\nKenneth\nCarol\n\
    Kevin\nAmanda\nBrian\nMelissa\nGeorge\nDeborah\nTimothy\nStephanie\nRonald\nRebecca\nJason\nLaura\nEdward\nHelen\n\
    Jeffrey\nSharon\nRyan\nCynthia\nJacob\nKathleen\nGary\nAmy
    """)
  private static let lastNames = FakerTable(
    """
    Smith\nJohnson\nWilliams\nBrown\nJones\nGarcia\nMiller\nDavis\nRodriguez\nMartinez\nHernandez\nLopez\nGonzalez\n\
    Wilson\nAnderson\nThomas\nTaylor\nMoore\nJackson\nMartin\nLee\nPerez\nThompson\nWhite\nHarris\nSanchez\nClark\n\
    Ramirez\nLewis\nRobinson\nWalker\nYoung\nAllen\nKing\nWright\nScott\nTorres\nNguyen\nHill\nFlores\nGreen\nAdams\n\
    Nelson\nBaker\nHall\nRivera\nCampbell\nMitchell\nCarter\nRoberts\nPhillips\nEvans\nTurner\nParker\nCollins\n\
    Edwards\nStewart\nMorris\nMurphy\nCook\nRogers\nMorgan\nCooper\nO'Brien
    """)
  private static let prefixes = FakerTable("Mr.\nMrs.\nMs.\nMiss\nDr.")
  private static let cities = FakerTable(
    """
    Springfield\nFranklin\nGreenville\nBristol\nClinton\nFairview\nSalem\nMadison\nGeorgetown\nArlington\nAshland\n\
    Dover\nOxford\nJackson\nBurlington\nManchester\nMilton\nNewport\nAuburn\nCenterville\nClayton\nDayton\n\
    Lexington\nMilford\nMount Vernon\nOakland\nWinchester\nCleveland\nHudson\nKingston\nRiverside\nEast Michael
    """)
  private static let states = FakerTable(
    """
    Alabama\nAlaska\nArizona\nArkansas\nCalifornia\nColorado\nConnecticut\nDelaware\nFlorida\nGeorgia\nHawaii\n\
    Idaho\nIllinois\nIndiana\nIowa\nKansas\nKentucky\nLouisiana\nMaine\nMaryland\nMassachusetts\nMichigan\n\
    Minnesota\nMississippi\nMissouri\nMontana\nNebraska\nNevada\nNew Hampshire\nNew Jersey\nNew Mexico\nNew York\n\
    North Carolina\nNorth Dakota\nOhio\nOklahoma\nOregon\nPennsylvania\nRhode Island\nSouth Carolina\n\
    South Dakota\nTennessee\nTexas\nUtah\nVermont\nVirginia\nWashington\nWest Virginia\nWisconsin\nWyoming
    """)
  private static let stateAbbreviations = FakerTable(
    """
    AL\nAK\nAZ\nAR\nCA\nCO\nCT\nDE\nFL\nGA\nHI\nID\nIL\nIN\nIA\nKS\nKY\nLA\nME\nMD\nMA\nMI\nMN\nMS\nMO\nMT\nNE\nNV\nNH\nNJ\nNM\nNY\nNC\n\
    ND\nOH\nOK\nOR\nPA\nRI\nSC\nSD\nTN\nTX\nUT\nVT\nVA\nWA\nWV\nWI\nWY
    """)
  private static let countries = FakerTable(
    """
    Argentina\nAustralia\nAustria\nBelgium\nBrazil\nCanada\nChile\nChina\nColombia\nDenmark\nEgypt\nFinland\nFrance\n\
    Germany\nGreece\nHungary\nIceland\nIndia\nIndonesia\nIreland\nItaly\nJapan\nKenya\nMexico\nMorocco\nNetherlands\n\
    New Zealand\nNigeria\nNorway\nPeru\nPoland\nPortugal\nRomania\nSouth Africa\nSpain\nSweden\nSwitzerland\n\
    Thailand\nTurkey\nUnited Kingdom\nUnited States of America\nVietnam
    """)
  private static let countryCodes = FakerTable(
    """
    AR\nAU\nAT\nBE\nBR\nCA\nCL\nCN\nCO\nDK\nEG\nFI\nFR\nDE\nGR\nHU\nIS\nIN\nID\nIE\nIT\nJP\nKE\nMX\nMA\nNL\nNZ\nNG\nNO\nPE\nPL\nPT\nRO\n\
    ZA\nES\nSE\nCH\nTH\nTR\nGB\nUS\nVN
    """)
  private static let companies = FakerTable(
    """
    Smith Inc\nJohnson LLC\nWilliams PLC\nBrown Ltd\nJones Group\nGarcia and Sons\nMiller Inc\nDavis LLC\n\
    Rodriguez PLC\nMartinez Ltd\nHernandez Group\nLopez and Sons\nGonzalez Inc\nWilson LLC\nAnderson PLC\n\
    Thomas Ltd\nTaylor-Moore\nMoore-Jackson\nJackson-Martin\nMartin-Lee\nLee-Perez\nPerez-Thompson\n\
    Thompson-White\nWhite-Harris\nHarris-Sanchez\nSanchez-Clark\nClark-Ramirez\nRamirez-Lewis\nLewis-Robinson\n\
    Robinson-Walker\nWalker-Young\nYoung-Allen\nAllen, King and Wright\nKing, Wright and Scott\n\
    Wright, Scott and Torres\nScott, Torres and Nguyen\nTorres, Nguyen and Hill\nNguyen, Hill and Flores\n\
    Hill, Flores and Green\nFlores, Green and Adams\nGreen, Adams and Nelson\nAdams, Nelson and Baker\n\
    Nelson, Baker and Hall\nBaker, Hall and Rivera\nHall, Rivera and Campbell\n\
    Rivera, Campbell and Mitchell\nCampbell, Mitchell and Carter\nMitchell, Carter and Roberts
    """)
  private static let jobs = FakerTable(
    """
    Accountant\nActuary\nArchitect\nBaker\nBiologist\nCarpenter\nChemist\nCivil engineer\nData scientist\nDentist\n\
    Doctor\nEconomist\nEditor\nElectrician\nEngineer, electrical\nFarmer\nGeologist\nGraphic designer\n\
    Journalist\nLawyer\nLibrarian\nMechanic\nMeteorologist\nMusician\nNurse\nPharmacist\nPhotographer\nPhysicist\n\
    Pilot\nPlumber\nPsychologist\nSoftware engineer\nSurveyor\nTeacher, primary school\nTranslator\n\
    Veterinary surgeon
    """)
  private static let words = FakerTable(
    """
    a\nabout\nabove\naction\nactually\naddress\nafter\nagain\nagainst\nage\nagree\nair\nall\nallow\nalmost\nalong\n\
    already\nalso\nalways\namong\nand\nanimal\nanother\nanswer\nany\nappear\narea\naround\narrive\nart\nask\nat\naway\n\
    back\nbase\nbe\nbeautiful\nbecause\nbecome\nbefore\nbegin\nbehind\nbelieve\nbest\nbetter\nbetween\nbig\nbody\nbook\n\
    both\nbring\nbuild\nbusiness\nbut\ncall\ncan\ncar\ncare\ncarry\ncase\ncatch\ncause\ncenter\ncertain\nchange\nchild\n\
    choose\ncity\nclear\nclose\ncold\ncommon\ncommunity\ncompany\nconsider\ncould\ncountry\ncourse\ncover\ncreate\ncut\n\
    dark\nday\ndecide\ndeep\ndevelop\ndifferent\ndo\ndoor\ndown\ndraw\ndrive\nduring\neach\nearly\nearth\neast\neasy\neat\n\
    economy\neffect\nend\nenergy\nenough\neven\nevening\never\nevery\nexample\neye\nface\nfact\nfamily\nfar\nfarm\nfast\n\
    father\nfeel\nfew\nfield\nfind\nfire\nfirst\nfollow\nfood\nforce\nform\nfriend\nfrom\nfull\ngame\ngarden\ngive\ngo\n\
    good\ngreat\ngreen\nground\ngroup\ngrow\nhand\nhappen\nhard\nhave\nhead\nhear\nheart\nhelp\nhere\nhigh\nhistory\nhold\n\
    home\nhope\nhour\nhouse\nhow\nhuman\nidea\nimportant\nin\nincrease\ninside\ninterest\ninto\nisland\nit\njob\njoin\n\
    just\nkeep\nkind\nknow\nland\nlanguage\nlarge\nlast\nlate\nlaugh\nlaw\nlead\nlearn\nleave\nleft\nletter\nlevel\nlife\n\
    light\nlike\nline\nlist\nlittle\nlive\nlong\nlook
    """)
  private static let userAgents = FakerTable(
    """
    Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36\n\
    Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0\n\
    Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15\n\
    Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0\n\
    Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36
    """)
  private static let currencyCodes = FakerTable(
    """
    USD\nEUR\nGBP\nJPY\nCHF\nCAD\nAUD\nNZD\nSEK\nNOK\nDKK\nPLN\nCZK\nHUF\nBRL\nMXN\nINR\nCNY\nKRW\nZAR\nTRY\nTHB\nSGD\nHKD
    """)
  private static let streetNames = FakerTable(
    """
    Smith Street\nSmith Avenue\nSmith Road\nJones Street\nJones Avenue\nJones Road\nRodriguez Street\n\
    Rodriguez Avenue\nRodriguez Road\nGonzalez Street\nGonzalez Avenue\nGonzalez Road\nTaylor Street\n\
    Taylor Avenue\nTaylor Road\nLee Street\nLee Avenue\nLee Road\nHarris Street\nHarris Avenue\nHarris Road\n\
    Lewis Street\nLewis Avenue\nLewis Road\nAllen Street\nAllen Avenue\nAllen Road\nTorres Street\n\
    Torres Avenue\nTorres Road\nGreen Street\nGreen Avenue\nGreen Road\nHall Street\nHall Avenue\nHall Road\n\
    Carter Street\nCarter Avenue\nCarter Road\nTurner Street\nTurner Avenue\nTurner Road\nStewart Street\n\
    Stewart Avenue\nStewart Road\nRogers Street\nRogers Avenue\nRogers Road
    """)
  private static let mailDomains = FakerTable("example.com\nexample.org\nexample.net")
  private static let topLevels = FakerTable("com\norg\nnet\ninfo\nbiz")
  private static let plainFirstNames = plain(firstNames)
  private static let plainLastNames = plain(lastNames)

  /// The letters alone, in small.
  private static func plain(_ table: FakerTable) -> FakerTable {
    FakerTable(table.entries.map { $0.lowercased().utf8.filter { $0 >= 0x61 && $0 <= 0x7a } })
  }
}
