import Testing

@testable import Templates

/// The lines of a message in each locale.
@Suite struct LocaleSampleTests {
  private static let text = """
    {{faker.name()}}
    {{faker.address()}}
    {{faker.phone_number()}}
    {{faker.company()}}
    {{faker.email()}}
    {{faker.state()}}, {{faker.postcode()}}
    {{faker.iban()}}
    """

  @Test(arguments: [
    (
      FakerLocale.british,
      """
      Alison Frost
      3 Nightingale Terrace
      Swindon
      SN1 6ZB
      +44(0)151 496 0585 ext. 513
      Nelson, Young and Molyneux
      walker.louisa@letters.example.org
      South Yorkshire, UB9 4SX
      GB59GMQR37914970953932
      """
    ),
    (
      .french,
      """
      Nadia Antoine
      3, villa Racine
      27000 Évreux
      +33 (0)3 53 01 58 55 poste 238
      Michaud Legrand EURL
      simon.victorine@letters.example.org
      Hauts-de-France, 90468
      FR4624663791490C9SL7OKRF273
      """
    ),
    (
      .spanish,
      """
      Triana Raya Hernando
      Camino del Norte, 5
      52001 Melilla (Melilla)
      +34 255 855 138
      Bodegas Sanz y Cerezo
      hernandez.nicole@letters.example.org
      Almería, 49468
      ES5524663791497095393241
      """
    ),
    (
      .italian,
      """
      Fiorella De Vita
      Corso Adige, 5
      97100 Ragusa (RG)
      +39 255 8551385
      Sanfilippo-Villa S.r.l.s.
      gallo.perla@letters.example.org
      Asti, 92146
      IT38G4663791497C9SL7OKRF20O
      """
    ),
    (
      .brazilian,
      """
      Eliete Nepomuceno
      Alameda Bela Vista, 52
      14160-907 Sertãozinho / SP
      (65) 0585-5138
      Cândido e Freitas EIRELI
      costa.jeane@letters.example.org
      Alagoas, 93468-627
      BR9224663791497095393241773W6
      """
    ),
  ]) func isWritten(_ locale: FakerLocale, _ expected: String) {
    #expect(Rendering(Self.text, locale: locale).text(7) == expected)
  }
}
