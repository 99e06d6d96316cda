/// Where people in Brazil live.
///
/// The municipalities with the most people, as the Instituto Brasileiro de Geografia e Estatística (IBGE) names them. Five digits are the
/// first of that municipality's postcodes (CEP): facts of the postal service (Correios), as a public list had them.
enum BrazilianCities {
  /// 360 records of three columns: municipality, abbreviation of the state, five digits; roughly the largest first.
  static let all = WordTable(
    """
    São Paulo\tSP\t01000
    Rio de Janeiro\tRJ\t20000
    Belo Horizonte\tMG\t30000
    Salvador\tBA\t40000
    Fortaleza\tCE\t60000
    Manaus\tAM\t69000
    Brasília\tDF\t70000
    Curitiba\tPR\t80000
    Recife\tPE\t50000
    Goiânia\tGO\t74000
    Belém\tPA\t66000
    Porto Alegre\tRS\t90000
    Guarulhos\tSP\t07000
    Maceió\tAL\t57000
    Campinas\tSP\t13000
    São Luís\tMA\t65000
    Campo Grande\tMS\t79000
    Natal\tRN\t59000
    Teresina\tPI\t64000
    Nova Iguaçu\tRJ\t26000
    Duque de Caxias\tRJ\t25000
    João Pessoa\tPB\t58000
    Sorocaba\tSP\t18000
    São Bernardo do Campo\tSP\t09600
    Osasco\tSP\t06000
    São José dos Campos\tSP\t12200
    Ribeirão Preto\tSP\t14000
    Aracaju\tSE\t49000
    Santo André\tSP\t09000
    Jaboatão dos Guararapes\tPE\t54000
    Contagem\tMG\t32000
    Feira de Santana\tBA\t44000
    Cuiabá\tMT\t78000
    Londrina\tPR\t86000
    Uberlândia\tMG\t38400
    Porto Velho\tRO\t76800
    Juiz de Fora\tMG\t36000
    Serra\tES\t29160
    Macapá\tAP\t68900
    Aparecida de Goiânia\tGO\t74900
    Florianópolis\tSC\t88000
    Campos dos Goytacazes\tRJ\t28000
    São José do Rio Preto\tSP\t15000
    São João de Meriti\tRJ\t25500
    Belford Roxo\tRJ\t26100
    Joinville\tSC\t89200
    Niterói\tRJ\t24000
    Jundiaí\tSP\t13200
    Ananindeua\tPA\t67000
    Boa Vista\tRR\t69300
    Rio Branco\tAC\t69900
    Santos\tSP\t11000
    Mauá\tSP\t09300
    Montes Claros\tMG\t39400
    Maringá\tPR\t87000
    Piracicaba\tSP\t13400
    Caruaru\tPE\t55000
    Vila Velha\tES\t29100
    Diadema\tSP\t09900
    Carapicuíba\tSP\t06300
    Petrolina\tPE\t56300
    Betim\tMG\t32600
    Caxias do Sul\tRS\t95000
    Bauru\tSP\t17000
    Itaquaquecetuba\tSP\t08570
    Olinda\tPE\t53000
    Blumenau\tSC\t89000
    Franca\tSP\t14400
    Caucaia\tCE\t61600
    Cariacica\tES\t29140
    Praia Grande\tSP\t11700
    Campina Grande\tPB\t58400
    Paulista\tPE\t53400
    Uberaba\tMG\t38000
    São Vicente\tSP\t11300
    Ribeirão das Neves\tMG\t33800
    São José dos Pinhais\tPR\t83000
    Canoas\tRS\t92000
    Mogi das Cruzes\tSP\t08700
    Guarujá\tSP\t11400
    Taubaté\tSP\t12000
    Pelotas\tRS\t96000
    Anápolis\tGO\t75000
    Barueri\tSP\t06400
    Várzea Grande\tMT\t78110
    Vitória\tES\t29000
    Suzano\tSP\t08600
    Palmas\tTO\t77000
    Foz do Iguaçu\tPR\t85850
    Ponta Grossa\tPR\t84000
    Limeira\tSP\t13480
    Viamão\tRS\t94400
    Volta Redonda\tRJ\t27200
    Sumaré\tSP\t13170
    Taboão da Serra\tSP\t06750
    Petrópolis\tRJ\t25600
    Santa Maria\tRS\t97000
    Parnamirim\tRN\t59140
    São José\tSC\t88100
    Parauapebas\tPA\t68515
    Gravataí\tRS\t94000
    Mossoró\tRN\t59600
    Rondonópolis\tMT\t78700
    Cascavel\tPR\t85800
    Indaiatuba\tSP\t13330
    Novo Hamburgo\tRS\t93300
    Cotia\tSP\t06700
    Vitória da Conquista\tBA\t45000
    Governador Valadares\tMG\t35000
    Embu das Artes\tSP\t06800
    Americana\tSP\t13465
    São José de Ribamar\tMA\t65110
    Magé\tRJ\t25900
    Arapiraca\tAL\t57300
    Itapevi\tSP\t06650
    Marília\tSP\t17500
    Itaboraí\tRJ\t24800
    Cabo Frio\tRJ\t28900
    Juazeiro\tBA\t48900
    Maracanaú\tCE\t61900
    Hortolândia\tSP\t13183
    Colombo\tPR\t83400
    Divinópolis\tMG\t35500
    Ipatinga\tMG\t35150
    Sete Lagoas\tMG\t35700
    Rio Verde\tGO\t75900
    Águas Lindas de Goiás\tGO\t72910
    Presidente Prudente\tSP\t19000
    Juazeiro do Norte\tCE\t63000
    Santa Luzia\tMG\t33000
    Imperatriz\tMA\t65900
    Cabo de Santo Agostinho\tPE\t54500
    Sinop\tMT\t78548
    Jacareí\tSP\t12300
    Maricá\tRJ\t24900
    São Leopoldo\tRS\t93000
    Luziânia\tGO\t72800
    Itabuna\tBA\t45600
    São Carlos\tSP\t13560
    Lauro de Freitas\tBA\t42700
    Sobral\tCE\t62000
    Rio Claro\tSP\t13500
    Valparaíso de Goiás\tGO\t72870
    Nossa Senhora do Socorro\tSE\t49150
    Castanhal\tPA\t68740
    Nova Friburgo\tRJ\t28600
    Planaltina\tGO\t73750
    Santarém\tPA\t68000
    Camaçari\tBA\t42800
    Santa Bárbara d'Oeste\tSP\t13450
    Rio Grande\tRS\t96200
    Alvorada\tRS\t94800
    Cachoeiro de Itapemirim\tES\t29300
    Jaraguá do Sul\tSC\t89250
    Guarapuava\tPR\t85000
    Passo Fundo\tRS\t99000
    Ferraz de Vasconcelos\tSP\t08500
    Angra dos Reis\tRJ\t23900
    Bragança Paulista\tSP\t12900
    Teresópolis\tRJ\t25950
    Palhoça\tSC\t88130
    Timon\tMA\t65630
    Ibirité\tMG\t32400
    Araçatuba\tSP\t16000
    Poços de Caldas\tMG\t37700
    Araraquara\tSP\t14800
    Porto Seguro\tBA\t45810
    Rio das Ostras\tRJ\t28890
    Linhares\tES\t29900
    São Caetano do Sul\tSP\t09500
    Pindamonhangaba\tSP\t12400
    Francisco Morato\tSP\t07900
    Lages\tSC\t88500
    Barra Mansa\tRJ\t27300
    Dourados\tMS\t79800
    Criciúma\tSC\t88800
    Chapecó\tSC\t89800
    Barreiras\tBA\t47800
    Patos de Minas\tMG\t38700
    Itapecerica da Serra\tSP\t06850
    Abaetetuba\tPA\t68440
    Itapetininga\tSP\t18200
    Caxias\tMA\t65600
    Camaragibe\tPE\t54750
    Itajaí\tSC\t88300
    Ilhéus\tBA\t45650
    Santana de Parnaíba\tSP\t06500
    Mogi Guaçu\tSP\t13840
    Pouso Alegre\tMG\t37550
    Araucária\tPR\t83700
    Garanhuns\tPE\t55290
    Santa Rita\tPB\t58300
    Queimados\tRJ\t26300
    Fazenda Rio Grande\tPR\t83820
    Botucatu\tSP\t18600
    Nilópolis\tRJ\t26500
    Marabá\tPA\t68500
    Paço do Lumiar\tMA\t65130
    Teixeira de Freitas\tBA\t45985
    Franco da Rocha\tSP\t07800
    Atibaia\tSP\t12940
    Macaé\tRJ\t27900
    Trindade\tGO\t75380
    Brusque\tSC\t88350
    Paranaguá\tPR\t83200
    Balneário Camboriú\tSC\t88330
    Parnaíba\tPI\t64200
    Araruama\tRJ\t28970
    Itu\tSP\t13300
    Varginha\tMG\t37000
    Campo Largo\tPR\t83600
    Cachoeirinha\tRS\t94900
    Araras\tSP\t13600
    Cametá\tPA\t68400
    Vitória de Santo Antão\tPE\t55600
    Jaú\tSP\t17200
    Santa Cruz do Sul\tRS\t96800
    Sapucaia do Sul\tRS\t93200
    Itapipoca\tCE\t62500
    Crato\tCE\t63100
    Apucarana\tPR\t86800
    Sabará\tMG\t34500
    Vespasiano\tMG\t33200
    Tatuí\tSP\t18270
    Votorantim\tSP\t18110
    Jequié\tBA\t45200
    Sertãozinho\tSP\t14160
    Barcarena\tPA\t68445
    Valinhos\tSP\t13270
    Altamira\tPA\t68370
    Barbacena\tMG\t36200
    Guarapari\tES\t29200
    Ji-Paraná\tRO\t76900
    Itaguaí\tRJ\t23800
    São Mateus\tES\t29930
    Uruguaiana\tRS\t97500
    Caraguatatuba\tSP\t11660
    Itaituba\tPA\t68180
    Bento Gonçalves\tRS\t95700
    Bragança\tPA\t68600
    Alagoinhas\tBA\t48000
    Itatiba\tSP\t13250
    Barretos\tSP\t14780
    Igarassu\tPE\t53600
    Sorriso\tMT\t78890
    Almirante Tamandaré\tPR\t83500
    Salto\tSP\t13320
    Toledo\tPR\t85900
    Arapongas\tPR\t86700
    Piraquara\tPR\t83300
    Sarandi\tPR\t87110
    Senador Canedo\tGO\t75250
    Jandira\tSP\t06600
    Guaratinguetá\tSP\t12500
    Araguari\tMG\t38440
    Umuarama\tPR\t87500
    Pinhais\tPR\t83320
    Formosa\tGO\t73800
    São Gonçalo do Amarante\tRN\t59290
    Catanduva\tSP\t15800
    Várzea Paulista\tSP\t13220
    Ribeirão Pires\tSP\t09400
    Simões Filho\tBA\t43700
    Catalão\tGO\t75700
    Codó\tMA\t65400
    Eunápolis\tBA\t45820
    Itabira\tMG\t35900
    Paulo Afonso\tBA\t48600
    Tangará da Serra\tMT\t78300
    Itacoatiara\tAM\t69100
    Cubatão\tSP\t11500
    Passos\tMG\t37900
    Marituba\tPA\t67200
    Nova Lima\tMG\t34000
    Araxá\tMG\t38180
    Conselheiro Lafaiete\tMG\t36400
    Resende\tRJ\t27500
    São Lourenço da Mata\tPE\t54700
    Manacapuru\tAM\t69400
    São Pedro da Aldeia\tRJ\t28940
    Paulínia\tSP\t13140
    Tubarão\tSC\t88700
    Luís Eduardo Magalhães\tBA\t47850
    Santana\tAP\t68925
    Itaperuna\tRJ\t28300
    Cambé\tPR\t86180
    Breves\tPA\t68800
    Açailândia\tMA\t65930
    Jataí\tGO\t75800
    Ipojuca\tPE\t55590
    Nova Serrana\tMG\t35520
    Paragominas\tPA\t68625
    Maranguape\tCE\t61940
    Assis\tSP\t19800
    Araguaína\tTO\t77800
    Lavras\tMG\t37200
    Coronel Fabriciano\tMG\t35170
    Muriaé\tMG\t36880
    Ourinhos\tSP\t19900
    Abreu e Lima\tPE\t53500
    Novo Gama\tGO\t72860
    Poá\tSP\t08550
    Bacabal\tMA\t65700
    Itabaiana\tSE\t49500
    Ubá\tMG\t36500
    Itanhaém\tSP\t11740
    Santo Antônio de Jesus\tBA\t44430
    Caieiras\tSP\t07700
    Birigui\tSP\t16200
    Ituiutaba\tMG\t38300
    Japeri\tRJ\t26400
    Parintins\tAM\t69150
    Mairiporã\tSP\t07600
    Balsas\tMA\t65800
    Lagarto\tSE\t49400
    Colatina\tES\t29700
    Teófilo Otoni\tMG\t39800
    Campo Mourão\tPR\t87300
    Bagé\tRS\t96400
    Caldas Novas\tGO\t75680
    Barra do Piraí\tRJ\t27000
    Santa Cruz do Capibaribe\tPE\t55190
    Leme\tSP\t13610
    Iguatu\tCE\t63500
    Itaúna\tMG\t35680
    Rio Largo\tAL\t57100
    Pará de Minas\tMG\t35660
    Ariquemes\tRO\t76870
    Francisco Beltrão\tPR\t85600
    Corumbá\tMS\t79300
    Caçapava\tSP\t12280
    Avaré\tSP\t18700
    Erechim\tRS\t99700
    Vilhena\tRO\t76980
    São Cristóvão\tSE\t49100
    Saquarema\tRJ\t28990
    Aracruz\tES\t29190
    Paracatu\tMG\t38600
    Lajeado\tRS\t95900
    Itajubá\tMG\t37500
    Guaíba\tRS\t92700
    Cajamar\tSP\t07750
    Patos\tPB\t58700
    São João da Boa Vista\tSP\t13870
    Lucas do Rio Verde\tMT\t78455
    Ponta Porã\tMS\t79900
    Paranavaí\tPR\t87700
    Cruzeiro do Sul\tAC\t69980
    Gravatá\tPE\t55640
    Manhuaçu\tMG\t36900
    Pato Branco\tPR\t85500
    Ubatuba\tSP\t11680
    Cidade Ocidental\tGO\t72880
    Cáceres\tMT\t78200
    Tucuruí\tPA\t68455
    Arujá\tSP\t07400
    Araripina\tPE\t56280
    Patrocínio\tMG\t38740
    Itapeva\tSP\t18400
    Gurupi\tTO\t77400
    """)
}
