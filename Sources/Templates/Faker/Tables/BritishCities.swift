/// Where people in the United Kingdom live: cities and towns, chosen by us.
///
/// A county is the ceremonial or preserved one, in Scotland and Northern Ireland the historic one; a postcode district is one of
/// those of that post town. Both are facts of public record, compared with a public list of districts.
enum BritishCities {
  /// 321 records of three columns: city or town, county, postcode district; cities first.
  static let all = WordTable(
    """
    London\tGreater London\tW1D
    Birmingham\tWest Midlands\tB2
    Leeds\tWest Yorkshire\tLS1
    Glasgow\tLanarkshire\tG1
    Sheffield\tSouth Yorkshire\tS1
    Bradford\tWest Yorkshire\tBD1
    Liverpool\tMerseyside\tL1
    Edinburgh\tMidlothian\tEH1
    Manchester\tGreater Manchester\tM1
    Bristol\tBristol\tBS1
    Cardiff\tSouth Glamorgan\tCF10
    Leicester\tLeicestershire\tLE1
    Wakefield\tWest Yorkshire\tWF1
    Coventry\tWest Midlands\tCV1
    Nottingham\tNottinghamshire\tNG1
    Newcastle upon Tyne\tTyne and Wear\tNE1
    Sunderland\tTyne and Wear\tSR1
    Brighton\tEast Sussex\tBN1
    Hull\tEast Riding of Yorkshire\tHU1
    Plymouth\tDevon\tPL1
    Stoke-on-Trent\tStaffordshire\tST1
    Wolverhampton\tWest Midlands\tWV1
    Derby\tDerbyshire\tDE1
    Swansea\tWest Glamorgan\tSA1
    Southampton\tHampshire\tSO14
    Salford\tGreater Manchester\tM5
    Aberdeen\tAberdeenshire\tAB10
    Westminster\tGreater London\tSW1A
    Portsmouth\tHampshire\tPO1
    York\tNorth Yorkshire\tYO1
    Peterborough\tCambridgeshire\tPE1
    Dundee\tAngus\tDD1
    Lancaster\tLancashire\tLA1
    Oxford\tOxfordshire\tOX1
    Newport\tGwent\tNP20
    Preston\tLancashire\tPR1
    St Albans\tHertfordshire\tAL1
    Norwich\tNorfolk\tNR1
    Chester\tCheshire\tCH1
    Cambridge\tCambridgeshire\tCB1
    Salisbury\tWiltshire\tSP1
    Exeter\tDevon\tEX1
    Gloucester\tGloucestershire\tGL1
    Lisburn\tCounty Antrim\tBT28
    Chichester\tWest Sussex\tPO19
    Winchester\tHampshire\tSO23
    Londonderry\tCounty Londonderry\tBT48
    Carlisle\tCumbria\tCA1
    Worcester\tWorcestershire\tWR1
    Bath\tSomerset\tBA1
    Durham\tCounty Durham\tDH1
    Lincoln\tLincolnshire\tLN1
    Hereford\tHerefordshire\tHR1
    Armagh\tCounty Armagh\tBT61
    Inverness\tInverness-shire\tIV1
    Stirling\tStirlingshire\tFK8
    Canterbury\tKent\tCT1
    Lichfield\tStaffordshire\tWS13
    Newry\tCounty Down\tBT34
    Ripon\tNorth Yorkshire\tHG4
    Bangor\tGwynedd\tLL57
    Truro\tCornwall\tTR1
    Ely\tCambridgeshire\tCB7
    Wells\tSomerset\tBA5
    Belfast\tCounty Antrim\tBT1
    Reading\tBerkshire\tRG1
    Northampton\tNorthamptonshire\tNN1
    Luton\tBedfordshire\tLU1
    Milton Keynes\tBuckinghamshire\tMK9
    Bolton\tGreater Manchester\tBL1
    Bournemouth\tDorset\tBH1
    Middlesbrough\tNorth Yorkshire\tTS1
    Blackpool\tLancashire\tFY1
    Stockport\tGreater Manchester\tSK1
    Swindon\tWiltshire\tSN1
    Huddersfield\tWest Yorkshire\tHD1
    Poole\tDorset\tBH15
    Telford\tShropshire\tTF3
    Warrington\tCheshire\tWA1
    Slough\tBerkshire\tSL1
    Ipswich\tSuffolk\tIP1
    Rotherham\tSouth Yorkshire\tS60
    Oldham\tGreater Manchester\tOL1
    Blackburn\tLancashire\tBB1
    Cheltenham\tGloucestershire\tGL50
    Chelmsford\tEssex\tCM1
    Colchester\tEssex\tCO1
    Basildon\tEssex\tSS14
    Southend-on-Sea\tEssex\tSS1
    Doncaster\tSouth Yorkshire\tDN1
    Barnsley\tSouth Yorkshire\tS70
    Halifax\tWest Yorkshire\tHX1
    Rochdale\tGreater Manchester\tOL16
    Wigan\tGreater Manchester\tWN1
    Bury\tGreater Manchester\tBL9
    St Helens\tMerseyside\tWA10
    Southport\tMerseyside\tPR8
    Birkenhead\tMerseyside\tCH41
    Crewe\tCheshire\tCW1
    Macclesfield\tCheshire\tSK11
    Burnley\tLancashire\tBB11
    Chorley\tLancashire\tPR7
    Accrington\tLancashire\tBB5
    Kendal\tCumbria\tLA9
    Barrow-in-Furness\tCumbria\tLA14
    Penrith\tCumbria\tCA11
    Workington\tCumbria\tCA14
    Whitehaven\tCumbria\tCA28
    Darlington\tCounty Durham\tDL1
    Hartlepool\tCounty Durham\tTS24
    Stockton-on-Tees\tCounty Durham\tTS18
    Gateshead\tTyne and Wear\tNE8
    South Shields\tTyne and Wear\tNE33
    Hexham\tNorthumberland\tNE46
    Morpeth\tNorthumberland\tNE61
    Alnwick\tNorthumberland\tNE66
    Berwick-upon-Tweed\tNorthumberland\tTD15
    Harrogate\tNorth Yorkshire\tHG1
    Scarborough\tNorth Yorkshire\tYO11
    Skipton\tNorth Yorkshire\tBD23
    Whitby\tNorth Yorkshire\tYO21
    Northallerton\tNorth Yorkshire\tDL7
    Keighley\tWest Yorkshire\tBD21
    Dewsbury\tWest Yorkshire\tWF12
    Bridlington\tEast Riding of Yorkshire\tYO15
    Beverley\tEast Riding of Yorkshire\tHU17
    Grimsby\tLincolnshire\tDN31
    Scunthorpe\tLincolnshire\tDN15
    Boston\tLincolnshire\tPE21
    Grantham\tLincolnshire\tNG31
    Skegness\tLincolnshire\tPE25
    Stamford\tLincolnshire\tPE9
    Mansfield\tNottinghamshire\tNG18
    Newark\tNottinghamshire\tNG24
    Worksop\tNottinghamshire\tS80
    Chesterfield\tDerbyshire\tS40
    Buxton\tDerbyshire\tSK17
    Matlock\tDerbyshire\tDE4
    Loughborough\tLeicestershire\tLE11
    Hinckley\tLeicestershire\tLE10
    Melton Mowbray\tLeicestershire\tLE13
    Oakham\tRutland\tLE15
    Kettering\tNorthamptonshire\tNN16
    Corby\tNorthamptonshire\tNN17
    Wellingborough\tNorthamptonshire\tNN8
    Rugby\tWarwickshire\tCV21
    Nuneaton\tWarwickshire\tCV11
    Warwick\tWarwickshire\tCV34
    Leamington Spa\tWarwickshire\tCV32
    Stratford-upon-Avon\tWarwickshire\tCV37
    Solihull\tWest Midlands\tB91
    Dudley\tWest Midlands\tDY1
    Walsall\tWest Midlands\tWS1
    West Bromwich\tWest Midlands\tB70
    Stourbridge\tWest Midlands\tDY8
    Sutton Coldfield\tWest Midlands\tB73
    Redditch\tWorcestershire\tB97
    Kidderminster\tWorcestershire\tDY10
    Malvern\tWorcestershire\tWR14
    Stafford\tStaffordshire\tST16
    Burton-on-Trent\tStaffordshire\tDE14
    Tamworth\tStaffordshire\tB79
    Cannock\tStaffordshire\tWS11
    Shrewsbury\tShropshire\tSY1
    Oswestry\tShropshire\tSY11
    Ludlow\tShropshire\tSY8
    Leominster\tHerefordshire\tHR6
    Ross-on-Wye\tHerefordshire\tHR9
    Bedford\tBedfordshire\tMK40
    Dunstable\tBedfordshire\tLU6
    Watford\tHertfordshire\tWD17
    Stevenage\tHertfordshire\tSG1
    Hemel Hempstead\tHertfordshire\tHP1
    Hertford\tHertfordshire\tSG13
    Hitchin\tHertfordshire\tSG5
    Harlow\tEssex\tCM20
    Brentwood\tEssex\tCM14
    Braintree\tEssex\tCM7
    Clacton-on-Sea\tEssex\tCO15
    Romford\tGreater London\tRM1
    Ilford\tGreater London\tIG1
    Croydon\tGreater London\tCR0
    Bromley\tGreater London\tBR1
    Kingston upon Thames\tGreater London\tKT1
    Richmond\tGreater London\tTW9
    Harrow\tGreater London\tHA1
    Enfield\tGreater London\tEN1
    Uxbridge\tGreater London\tUB8
    Sutton\tGreater London\tSM1
    Bury St Edmunds\tSuffolk\tIP33
    Lowestoft\tSuffolk\tNR32
    Felixstowe\tSuffolk\tIP11
    Sudbury\tSuffolk\tCO10
    King's Lynn\tNorfolk\tPE30
    Great Yarmouth\tNorfolk\tNR30
    Thetford\tNorfolk\tIP24
    Cromer\tNorfolk\tNR27
    Huntingdon\tCambridgeshire\tPE29
    Wisbech\tCambridgeshire\tPE13
    Maidstone\tKent\tME14
    Tunbridge Wells\tKent\tTN1
    Dartford\tKent\tDA1
    Gravesend\tKent\tDA12
    Ashford\tKent\tTN23
    Dover\tKent\tCT16
    Folkestone\tKent\tCT20
    Margate\tKent\tCT9
    Sevenoaks\tKent\tTN13
    Gillingham\tKent\tME7
    Hastings\tEast Sussex\tTN34
    Eastbourne\tEast Sussex\tBN21
    Lewes\tEast Sussex\tBN7
    Crawley\tWest Sussex\tRH10
    Horsham\tWest Sussex\tRH12
    Worthing\tWest Sussex\tBN11
    Bognor Regis\tWest Sussex\tPO21
    Guildford\tSurrey\tGU1
    Woking\tSurrey\tGU21
    Redhill\tSurrey\tRH1
    Reigate\tSurrey\tRH2
    Epsom\tSurrey\tKT17
    Farnham\tSurrey\tGU9
    Camberley\tSurrey\tGU15
    Basingstoke\tHampshire\tRG21
    Andover\tHampshire\tSP10
    Aldershot\tHampshire\tGU11
    Farnborough\tHampshire\tGU14
    Fareham\tHampshire\tPO16
    Gosport\tHampshire\tPO12
    Ryde\tIsle of Wight\tPO33
    Cowes\tIsle of Wight\tPO31
    Bracknell\tBerkshire\tRG12
    Maidenhead\tBerkshire\tSL6
    Newbury\tBerkshire\tRG14
    Windsor\tBerkshire\tSL4
    Wokingham\tBerkshire\tRG40
    Aylesbury\tBuckinghamshire\tHP20
    High Wycombe\tBuckinghamshire\tHP13
    Banbury\tOxfordshire\tOX16
    Bicester\tOxfordshire\tOX26
    Abingdon\tOxfordshire\tOX14
    Witney\tOxfordshire\tOX28
    Stroud\tGloucestershire\tGL5
    Cirencester\tGloucestershire\tGL7
    Tewkesbury\tGloucestershire\tGL20
    Chippenham\tWiltshire\tSN15
    Trowbridge\tWiltshire\tBA14
    Devizes\tWiltshire\tSN10
    Weymouth\tDorset\tDT4
    Dorchester\tDorset\tDT1
    Christchurch\tDorset\tBH23
    Taunton\tSomerset\tTA1
    Bridgwater\tSomerset\tTA6
    Yeovil\tSomerset\tBA20
    Weston-super-Mare\tSomerset\tBS23
    Minehead\tSomerset\tTA24
    Torquay\tDevon\tTQ1
    Paignton\tDevon\tTQ3
    Barnstaple\tDevon\tEX31
    Exmouth\tDevon\tEX8
    Tiverton\tDevon\tEX16
    Newton Abbot\tDevon\tTQ12
    Penzance\tCornwall\tTR18
    Falmouth\tCornwall\tTR11
    Newquay\tCornwall\tTR7
    St Austell\tCornwall\tPL25
    Bodmin\tCornwall\tPL31
    Wrexham\tClwyd\tLL13
    Rhyl\tClwyd\tLL18
    Llandudno\tClwyd\tLL30
    Caernarfon\tGwynedd\tLL55
    Holyhead\tGwynedd\tLL65
    Aberystwyth\tDyfed\tSY23
    Carmarthen\tDyfed\tSA31
    Llanelli\tDyfed\tSA15
    Haverfordwest\tDyfed\tSA61
    Pembroke\tDyfed\tSA71
    Brecon\tPowys\tLD3
    Newtown\tPowys\tSY16
    Merthyr Tydfil\tMid Glamorgan\tCF47
    Bridgend\tMid Glamorgan\tCF31
    Pontypridd\tMid Glamorgan\tCF37
    Barry\tSouth Glamorgan\tCF62
    Neath\tWest Glamorgan\tSA11
    Port Talbot\tWest Glamorgan\tSA12
    Cwmbran\tGwent\tNP44
    Abergavenny\tGwent\tNP7
    Perth\tPerthshire\tPH1
    Ayr\tAyrshire\tKA7
    Kilmarnock\tAyrshire\tKA1
    Paisley\tRenfrewshire\tPA1
    Greenock\tRenfrewshire\tPA15
    Falkirk\tStirlingshire\tFK1
    Dunfermline\tFife\tKY12
    Kirkcaldy\tFife\tKY1
    St Andrews\tFife\tKY16
    Motherwell\tLanarkshire\tML1
    Hamilton\tLanarkshire\tML3
    East Kilbride\tLanarkshire\tG74
    Dumfries\tDumfriesshire\tDG1
    Livingston\tWest Lothian\tEH54
    Elgin\tMoray\tIV30
    Fort William\tInverness-shire\tPH33
    Oban\tArgyllshire\tPA34
    Galashiels\tSelkirkshire\tTD1
    Arbroath\tAngus\tDD11
    Peterhead\tAberdeenshire\tAB42
    Thurso\tCaithness\tKW14
    Kirkwall\tOrkney\tKW15
    Lerwick\tShetland\tZE1
    Stornoway\tWestern Isles\tHS1
    Ballymena\tCounty Antrim\tBT42
    Larne\tCounty Antrim\tBT40
    Carrickfergus\tCounty Antrim\tBT38
    Newtownards\tCounty Down\tBT23
    Downpatrick\tCounty Down\tBT30
    Craigavon\tCounty Armagh\tBT65
    Coleraine\tCounty Londonderry\tBT52
    Omagh\tCounty Tyrone\tBT78
    Dungannon\tCounty Tyrone\tBT71
    Enniskillen\tCounty Fermanagh\tBT74
    """)
}
