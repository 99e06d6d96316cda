/// The provinces and autonomous communities of Spain; facts of public record.
enum SpanishProvinces {
  /// 52 records of three columns: the first two digits of postcodes, province, autonomous community.
  static let all = WordTable(
    """
    01\tÁlava\tPaís Vasco
    02\tAlbacete\tCastilla-La Mancha
    03\tAlicante\tComunidad Valenciana
    04\tAlmería\tAndalucía
    05\tÁvila\tCastilla y León
    06\tBadajoz\tExtremadura
    07\tIslas Baleares\tIslas Baleares
    08\tBarcelona\tCataluña
    09\tBurgos\tCastilla y León
    10\tCáceres\tExtremadura
    11\tCádiz\tAndalucía
    12\tCastellón\tComunidad Valenciana
    13\tCiudad Real\tCastilla-La Mancha
    14\tCórdoba\tAndalucía
    15\tA Coruña\tGalicia
    16\tCuenca\tCastilla-La Mancha
    17\tGirona\tCataluña
    18\tGranada\tAndalucía
    19\tGuadalajara\tCastilla-La Mancha
    20\tGipuzkoa\tPaís Vasco
    21\tHuelva\tAndalucía
    22\tHuesca\tAragón
    23\tJaén\tAndalucía
    24\tLeón\tCastilla y León
    25\tLleida\tCataluña
    26\tLa Rioja\tLa Rioja
    27\tLugo\tGalicia
    28\tMadrid\tComunidad de Madrid
    29\tMálaga\tAndalucía
    30\tMurcia\tRegión de Murcia
    31\tNavarra\tComunidad Foral de Navarra
    32\tOurense\tGalicia
    33\tAsturias\tPrincipado de Asturias
    34\tPalencia\tCastilla y León
    35\tLas Palmas\tCanarias
    36\tPontevedra\tGalicia
    37\tSalamanca\tCastilla y León
    38\tSanta Cruz de Tenerife\tCanarias
    39\tCantabria\tCantabria
    40\tSegovia\tCastilla y León
    41\tSevilla\tAndalucía
    42\tSoria\tCastilla y León
    43\tTarragona\tCataluña
    44\tTeruel\tAragón
    45\tToledo\tCastilla-La Mancha
    46\tValencia\tComunidad Valenciana
    47\tValladolid\tCastilla y León
    48\tBizkaia\tPaís Vasco
    49\tZamora\tCastilla y León
    50\tZaragoza\tAragón
    51\tCeuta\tCeuta
    52\tMelilla\tMelilla
    """)
}
