/// Where people in Spain live.
///
/// The municipalities with the most people. A postcode is one of that municipality's in the street directory of the electoral
/// census: Instituto Nacional de Estadística (INE), "Callejero de Censo Electoral", which may be used with its source:
/// www.ine.es.
enum SpanishCities {
  /// 330 records of three columns: municipality, province, postcode; roughly the largest first.
  static let all = WordTable(
    """
    Madrid\tMadrid\t28010
    Barcelona\tBarcelona\t08010
    Valencia\tValencia\t46010
    Zaragoza\tZaragoza\t50010
    Sevilla\tSevilla\t41010
    Málaga\tMálaga\t29001
    Murcia\tMurcia\t30160
    Palma de Mallorca\tIslas Baleares\t07001
    Las Palmas de Gran Canaria\tLas Palmas\t35010
    Alicante\tAlicante\t03001
    Bilbao\tBizkaia\t48001
    Córdoba\tCórdoba\t14001
    Valladolid\tValladolid\t47001
    Vigo\tPontevedra\t36201
    Gijón\tAsturias\t33201
    Vitoria-Gasteiz\tÁlava\t01001
    L'Hospitalet de Llobregat\tBarcelona\t08901
    A Coruña\tA Coruña\t15001
    Elche\tAlicante\t03201
    Granada\tGranada\t18001
    Oviedo\tAsturias\t33001
    Terrassa\tBarcelona\t08221
    Badalona\tBarcelona\t08911
    Cartagena\tMurcia\t30390
    Jerez de la Frontera\tCádiz\t11400
    Sabadell\tBarcelona\t08201
    Santa Cruz de Tenerife\tSanta Cruz de Tenerife\t38001
    Pamplona\tNavarra\t31001
    Móstoles\tMadrid\t28931
    Almería\tAlmería\t04001
    Alcalá de Henares\tMadrid\t28801
    Fuenlabrada\tMadrid\t28941
    Leganés\tMadrid\t28911
    Getafe\tMadrid\t28901
    San Sebastián\tGipuzkoa\t20001
    Burgos\tBurgos\t09001
    Santander\tCantabria\t39001
    Albacete\tAlbacete\t02001
    Alcorcón\tMadrid\t28921
    Castelló de la Plana\tCastellón\t12001
    Marbella\tMálaga\t29601
    Logroño\tLa Rioja\t26001
    San Cristóbal de La Laguna\tSanta Cruz de Tenerife\t38201
    Badajoz\tBadajoz\t06001
    Salamanca\tSalamanca\t37001
    Huelva\tHuelva\t21001
    Tarragona\tTarragona\t43001
    Lleida\tLleida\t25191
    Mataró\tBarcelona\t08301
    León\tLeón\t24001
    Telde\tLas Palmas\t35210
    Dos Hermanas\tSevilla\t41700
    Algeciras\tCádiz\t11201
    Santa Coloma de Gramenet\tBarcelona\t08921
    Torrejón de Ardoz\tMadrid\t28850
    Cádiz\tCádiz\t11001
    Alcobendas\tMadrid\t28100
    Parla\tMadrid\t28981
    Jaén\tJaén\t23001
    Ourense\tOurense\t32001
    Reus\tTarragona\t43201
    Orihuela\tAlicante\t03311
    Barakaldo\tBizkaia\t48901
    Girona\tGirona\t17001
    Santiago de Compostela\tA Coruña\t15701
    Lugo\tLugo\t27290
    Cáceres\tCáceres\t10001
    Las Rozas de Madrid\tMadrid\t28231
    San Fernando\tCádiz\t11100
    Roquetas de Mar\tAlmería\t04740
    Guadalajara\tGuadalajara\t19001
    Lorca\tMurcia\t30810
    Talavera de la Reina\tToledo\t45613
    El Puerto de Santa María\tCádiz\t11500
    Cornellà de Llobregat\tBarcelona\t08073
    Toledo\tToledo\t45001
    Melilla\tMelilla\t52001
    El Ejido\tAlmería\t04710
    Chiclana de la Frontera\tCádiz\t11130
    Ceuta\tCeuta\t51001
    Pontevedra\tPontevedra\t36150
    Torrevieja\tAlicante\t03181
    Sant Boi de Llobregat\tBarcelona\t08220
    Pozuelo de Alarcón\tMadrid\t28223
    Coslada\tMadrid\t28821
    Getxo\tBizkaia\t48990
    Mijas\tMálaga\t29650
    Sant Cugat del Vallès\tBarcelona\t08190
    Avilés\tAsturias\t33401
    Palencia\tPalencia\t34001
    Arona\tSanta Cruz de Tenerife\t38630
    Torrent\tValencia\t46900
    Manresa\tBarcelona\t08240
    San Sebastián de los Reyes\tMadrid\t28700
    Valdemoro\tMadrid\t28340
    Ciudad Real\tCiudad Real\t13001
    Vélez-Málaga\tMálaga\t29718
    Gandia\tValencia\t46701
    Rubí\tBarcelona\t08191
    Santa Lucía de Tirajana\tLas Palmas\t35110
    Fuengirola\tMálaga\t29640
    Benidorm\tAlicante\t03501
    Alcalá de Guadaíra\tSevilla\t41500
    Ponferrada\tLeón\t24400
    Rivas-Vaciamadrid\tMadrid\t28521
    Majadahonda\tMadrid\t28220
    Sanlúcar de Barrameda\tCádiz\t11540
    Estepona\tMálaga\t29680
    Ferrol\tA Coruña\t15401
    Castelldefels\tBarcelona\t08860
    Viladecans\tBarcelona\t08840
    Sagunto\tValencia\t46250
    Vilanova i la Geltrú\tBarcelona\t08800
    Torremolinos\tMálaga\t29620
    La Línea de la Concepción\tCádiz\t11300
    Molina de Segura\tMurcia\t30500
    Paterna\tValencia\t46980
    El Prat de Llobregat\tBarcelona\t08820
    Collado Villalba\tMadrid\t28400
    Irun\tGipuzkoa\t20301
    Zamora\tZamora\t49010
    Alcoy\tAlicante\t03800
    Arrecife\tLas Palmas\t35500
    Granollers\tBarcelona\t08401
    Motril\tGranada\t18613
    Mérida\tBadajoz\t06800
    Benalmádena\tMálaga\t29630
    Cerdanyola del Vallès\tBarcelona\t08193
    Ávila\tÁvila\t05001
    Linares\tJaén\t23490
    San Vicente del Raspeig\tAlicante\t03690
    Torrelavega\tCantabria\t39315
    Elda\tAlicante\t03600
    Cuenca\tCuenca\t16001
    Aranjuez\tMadrid\t28300
    Huesca\tHuesca\t22001
    San Bartolomé de Tirajana\tLas Palmas\t35100
    Boadilla del Monte\tMadrid\t28660
    Utrera\tSevilla\t41720
    Mollet del Vallès\tBarcelona\t08100
    Puertollano\tCiudad Real\t13500
    Calvià\tIslas Baleares\t07180
    Segovia\tSegovia\t40001
    Vila-real\tCastellón\t12540
    Santurtzi\tBizkaia\t48980
    Figueres\tGirona\t17484
    Esplugues de Llobregat\tBarcelona\t08950
    Mislata\tValencia\t46920
    Gavà\tBarcelona\t08850
    Mairena del Aljarafe\tSevilla\t41927
    Portugalete\tBizkaia\t48920
    Antequera\tMálaga\t29200
    Alzira\tValencia\t46268
    Mieres\tAsturias\t33610
    Colmenar Viejo\tMadrid\t28120
    Pinto\tMadrid\t28320
    Adeje\tSanta Cruz de Tenerife\t38670
    Sant Feliu de Llobregat\tBarcelona\t08980
    Basauri\tBizkaia\t48970
    Manacor\tIslas Baleares\t07680
    Lucena\tCórdoba\t14511
    Tres Cantos\tMadrid\t28760
    La Orotava\tSanta Cruz de Tenerife\t38310
    Dénia\tAlicante\t03700
    Alcantarilla\tMurcia\t30820
    Puerto Real\tCádiz\t11510
    Plasencia\tCáceres\t10600
    Blanes\tGirona\t17300
    Granadilla de Abona\tSanta Cruz de Tenerife\t38611
    Écija\tSevilla\t41400
    Vic\tBarcelona\t08500
    San Fernando de Henares\tMadrid\t28830
    Miranda de Ebro\tBurgos\t09212
    Soria\tSoria\t42001
    Igualada\tBarcelona\t08700
    Errenteria\tGipuzkoa\t20100
    Rincón de la Victoria\tMálaga\t29730
    Burjassot\tValencia\t46100
    Vilafranca del Penedès\tBarcelona\t08720
    Ripollet\tBarcelona\t08291
    Ontinyent\tValencia\t46870
    Narón\tA Coruña\t15570
    Vilagarcía de Arousa\tPontevedra\t36610
    Lloret de Mar\tGirona\t17310
    Andújar\tJaén\t23740
    Don Benito\tBadajoz\t06410
    Ronda\tMálaga\t29394
    Los Palacios y Villafranca\tSevilla\t41720
    Marratxí\tIslas Baleares\t07141
    Sant Adrià de Besòs\tBarcelona\t08930
    Los Realejos\tSanta Cruz de Tenerife\t38410
    Arucas\tLas Palmas\t35411
    Teruel\tTeruel\t44190
    Tomelloso\tCiudad Real\t13629
    Llucmajor\tIslas Baleares\t07600
    La Rinconada\tSevilla\t41300
    El Vendrell\tTarragona\t43700
    Puerto del Rosario\tLas Palmas\t35610
    Torre-Pacheco\tMurcia\t30700
    Oleiros\tA Coruña\t15171
    Villena\tAlicante\t03400
    Mazarrón\tMurcia\t30870
    Tortosa\tTarragona\t43510
    Alhaurín de la Torre\tMálaga\t29130
    Yecla\tMurcia\t30510
    Cieza\tMurcia\t30530
    Tudela\tNavarra\t31500
    Azuqueca de Henares\tGuadalajara\t19200
    Úbeda\tJaén\t23314
    Burriana\tCastellón\t12530
    Águilas\tMurcia\t30880
    Villajoyosa\tAlicante\t03570
    Olot\tGirona\t17810
    Almendralejo\tBadajoz\t06200
    Montcada i Reixac\tBarcelona\t08110
    Aranda de Duero\tBurgos\t09370
    Cambrils\tTarragona\t43850
    Puerto de la Cruz\tSanta Cruz de Tenerife\t38400
    Sant Joan Despí\tBarcelona\t08970
    Castro-Urdiales\tCantabria\t39700
    Galapagar\tMadrid\t28250
    Santa Pola\tAlicante\t03130
    Aldaia\tValencia\t46960
    San Javier\tMurcia\t30720
    Arroyomolinos\tMadrid\t28939
    Santa Eulària des Riu\tIslas Baleares\t07814
    Carballo\tA Coruña\t15100
    Arcos de la Frontera\tCádiz\t11630
    Leioa\tBizkaia\t48940
    Valdepeñas\tCiudad Real\t13300
    Barberà del Vallès\tBarcelona\t08210
    Hellín\tAlbacete\t02490
    San Andrés del Rabanedo\tLeón\t24190
    Alcázar de San Juan\tCiudad Real\t13600
    Coria del Río\tSevilla\t41100
    Salt\tGirona\t17190
    Manises\tValencia\t46940
    Camargo\tCantabria\t39600
    Puente Genil\tCórdoba\t14500
    Culleredo\tA Coruña\t15180
    Xirivella\tValencia\t46014
    Arteixo\tA Coruña\t15140
    Xàtiva\tValencia\t46800
    Alaquàs\tValencia\t46970
    Ingenio\tLas Palmas\t35250
    Inca\tIslas Baleares\t07300
    San Roque\tCádiz\t11310
    Galdakao\tBizkaia\t48960
    Totana\tMurcia\t30850
    Redondela\tPontevedra\t36810
    Agüimes\tLas Palmas\t35118
    Sueca\tValencia\t46410
    Rota\tCádiz\t11520
    Carmona\tSevilla\t41339
    Camas\tSevilla\t41900
    Oliva\tValencia\t46780
    Sant Pere de Ribes\tBarcelona\t08810
    Vinaròs\tCastellón\t12500
    Durango\tBizkaia\t48200
    Jávea\tAlicante\t03730
    Sant Vicenç dels Horts\tBarcelona\t08620
    el Campello\tAlicante\t03560
    Martorell\tBarcelona\t08760
    Morón de la Frontera\tSevilla\t41530
    Almuñécar\tGranada\t18690
    Sitges\tBarcelona\t08870
    Villaviciosa de Odón\tMadrid\t28670
    Ribeira\tA Coruña\t15960
    Sestao\tBizkaia\t48910
    Eibar\tGipuzkoa\t20600
    Premià de Mar\tBarcelona\t08330
    Algemesí\tValencia\t46680
    Novelda\tAlicante\t03660
    Catarroja\tValencia\t46470
    Salou\tTarragona\t43840
    Pineda de Mar\tBarcelona\t08397
    Benicarló\tCastellón\t12530
    Villarrobledo\tAlbacete\t02600
    Níjar\tAlmería\t04110
    Lebrija\tSevilla\t41740
    Sant Andreu de la Barca\tBarcelona\t08740
    Marín\tPontevedra\t36911
    Lepe\tHuelva\t21440
    La Oliva\tLas Palmas\t35640
    Almassora\tCastellón\t12550
    Villanueva de la Serena\tBadajoz\t06710
    Almonte\tHuelva\t21730
    Jumilla\tMurcia\t30520
    Quart de Poblet\tValencia\t46930
    Valls\tTarragona\t43491
    Santa Perpètua de Mogoda\tBarcelona\t08130
    Onda\tCastellón\t12200
    Calahorra\tLa Rioja\t26500
    Martos\tJaén\t23614
    Almansa\tAlbacete\t02640
    Adra\tAlmería\t04770
    Candelaria\tSanta Cruz de Tenerife\t38509
    Calafell\tTarragona\t43820
    Erandio\tBizkaia\t48850
    Alboraya\tValencia\t46120
    Gáldar\tLas Palmas\t35460
    Cullera\tValencia\t46400
    Ibi\tAlicante\t03440
    Molins de Rei\tBarcelona\t08750
    Castellar del Vallès\tBarcelona\t08211
    Icod de los Vinos\tSanta Cruz de Tenerife\t38430
    Altea\tAlicante\t03590
    San Pedro del Pinatar\tMurcia\t30740
    Tacoronte\tSanta Cruz de Tenerife\t38350
    Paiporta\tValencia\t46200
    Los Barrios\tCádiz\t11370
    Baza\tGranada\t18800
    El Masnou\tBarcelona\t08320
    Calp\tAlicante\t03710
    Alhaurín el Grande\tMálaga\t29120
    Olesa de Montserrat\tBarcelona\t08640
    Cambre\tA Coruña\t15660
    Ponteareas\tPontevedra\t36860
    Montilla\tCórdoba\t14450
    Llíria\tValencia\t46160
    Vícar\tAlmería\t04721
    Alcalá la Real\tJaén\t23680
    Tomares\tSevilla\t41940
    Zarautz\tGipuzkoa\t20800
    Priego de Córdoba\tCórdoba\t14811
    Barbate\tCádiz\t11150
    Mutxamel\tAlicante\t03110
    Mejorada del Campo\tMadrid\t28840
    Conil de la Frontera\tCádiz\t11140
    Palafrugell\tGirona\t17210
    """)
}
