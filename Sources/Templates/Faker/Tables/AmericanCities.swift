/// Where people in the United States live: ten cities of each state, chosen by us from among the larger ones, and
/// Washington.
///
/// A ZIP code is one of those that the postal service delivers in that city: facts, compared with two lists that
/// agree.
enum AmericanCities {
  /// 501 records of three columns: city, state, ZIP code.
  static let all = WordTable(
    """
    Birmingham\tAL\t35203
    Huntsville\tAL\t35801
    Montgomery\tAL\t36104
    Mobile\tAL\t36602
    Tuscaloosa\tAL\t35401
    Dothan\tAL\t36301
    Auburn\tAL\t36830
    Decatur\tAL\t35601
    Florence\tAL\t35630
    Gadsden\tAL\t35901
    Anchorage\tAK\t99501
    Fairbanks\tAK\t99701
    Juneau\tAK\t99801
    Wasilla\tAK\t99654
    Sitka\tAK\t99835
    Ketchikan\tAK\t99901
    Kenai\tAK\t99611
    Kodiak\tAK\t99615
    Palmer\tAK\t99645
    Homer\tAK\t99603
    Phoenix\tAZ\t85003
    Tucson\tAZ\t85701
    Mesa\tAZ\t85201
    Chandler\tAZ\t85224
    Gilbert\tAZ\t85233
    Glendale\tAZ\t85301
    Scottsdale\tAZ\t85250
    Peoria\tAZ\t85345
    Tempe\tAZ\t85281
    Flagstaff\tAZ\t86001
    Little Rock\tAR\t72201
    Fort Smith\tAR\t72901
    Fayetteville\tAR\t72701
    Springdale\tAR\t72762
    Jonesboro\tAR\t72401
    Rogers\tAR\t72756
    Conway\tAR\t72032
    North Little Rock\tAR\t72114
    Bentonville\tAR\t72712
    Pine Bluff\tAR\t71601
    Los Angeles\tCA\t90001
    San Diego\tCA\t92101
    San Jose\tCA\t95101
    San Francisco\tCA\t94101
    Fresno\tCA\t93650
    Sacramento\tCA\t95814
    Long Beach\tCA\t90802
    Oakland\tCA\t94601
    Bakersfield\tCA\t93301
    Anaheim\tCA\t92801
    Denver\tCO\t80202
    Colorado Springs\tCO\t80902
    Aurora\tCO\t80010
    Fort Collins\tCO\t80521
    Loveland\tCO\t80537
    Arvada\tCO\t80002
    Pueblo\tCO\t81001
    Greeley\tCO\t80631
    Boulder\tCO\t80301
    Longmont\tCO\t80501
    Bridgeport\tCT\t06604
    Stamford\tCT\t06901
    New Haven\tCT\t06510
    Hartford\tCT\t06101
    Waterbury\tCT\t06701
    Norwalk\tCT\t06850
    Danbury\tCT\t06810
    New Britain\tCT\t06051
    Bristol\tCT\t06010
    Meriden\tCT\t06450
    Wilmington\tDE\t19801
    Dover\tDE\t19901
    Newark\tDE\t19702
    Middletown\tDE\t19709
    Smyrna\tDE\t19977
    Milford\tDE\t19963
    Seaford\tDE\t19973
    Georgetown\tDE\t19947
    New Castle\tDE\t19720
    Lewes\tDE\t19958
    Jacksonville\tFL\t32099
    Miami\tFL\t33122
    Tampa\tFL\t33602
    Orlando\tFL\t32801
    Saint Petersburg\tFL\t33701
    Hialeah\tFL\t33010
    Tallahassee\tFL\t32301
    Fort Lauderdale\tFL\t33301
    Cape Coral\tFL\t33904
    Pembroke Pines\tFL\t33028
    Atlanta\tGA\t30303
    Augusta\tGA\t30901
    Columbus\tGA\t31901
    Macon\tGA\t31201
    Savannah\tGA\t31401
    Athens\tGA\t30601
    Roswell\tGA\t30075
    Albany\tGA\t31701
    Marietta\tGA\t30008
    Alpharetta\tGA\t30004
    Honolulu\tHI\t96813
    Hilo\tHI\t96720
    Kailua\tHI\t96734
    Waipahu\tHI\t96797
    Kaneohe\tHI\t96744
    Mililani\tHI\t96789
    Kahului\tHI\t96732
    Wahiawa\tHI\t96786
    Kihei\tHI\t96753
    Lihue\tHI\t96766
    Boise\tID\t83702
    Meridian\tID\t83642
    Nampa\tID\t83651
    Idaho Falls\tID\t83401
    Caldwell\tID\t83605
    Pocatello\tID\t83201
    Rexburg\tID\t83440
    Twin Falls\tID\t83301
    Post Falls\tID\t83854
    Lewiston\tID\t83501
    Chicago\tIL\t60601
    Aurora\tIL\t60504
    Joliet\tIL\t60431
    Naperville\tIL\t60540
    Rockford\tIL\t61101
    Springfield\tIL\t62701
    Elgin\tIL\t60120
    Peoria\tIL\t61602
    Champaign\tIL\t61820
    Waukegan\tIL\t60085
    Indianapolis\tIN\t46201
    Fort Wayne\tIN\t46802
    Evansville\tIN\t47708
    South Bend\tIN\t46601
    Carmel\tIN\t46032
    Fishers\tIN\t46038
    Bloomington\tIN\t47401
    Hammond\tIN\t46320
    Gary\tIN\t46402
    Lafayette\tIN\t47901
    Des Moines\tIA\t50307
    Cedar Rapids\tIA\t52401
    Davenport\tIA\t52801
    Sioux City\tIA\t51101
    Iowa City\tIA\t52240
    Ankeny\tIA\t50021
    West Des Moines\tIA\t50265
    Ames\tIA\t50010
    Waterloo\tIA\t50701
    Council Bluffs\tIA\t51501
    Wichita\tKS\t67202
    Kansas City\tKS\t66101
    Olathe\tKS\t66061
    Topeka\tKS\t66603
    Lawrence\tKS\t66044
    Salina\tKS\t67401
    Manhattan\tKS\t66502
    Hutchinson\tKS\t67501
    Leavenworth\tKS\t66048
    Emporia\tKS\t66801
    Louisville\tKY\t40202
    Lexington\tKY\t40502
    Bowling Green\tKY\t42101
    Owensboro\tKY\t42301
    Covington\tKY\t41011
    Richmond\tKY\t40475
    Georgetown\tKY\t40324
    Florence\tKY\t41042
    Hopkinsville\tKY\t42240
    Elizabethtown\tKY\t42701
    New Orleans\tLA\t70112
    Baton Rouge\tLA\t70801
    Shreveport\tLA\t71101
    Lafayette\tLA\t70501
    Lake Charles\tLA\t70601
    Bossier City\tLA\t71111
    Kenner\tLA\t70062
    Monroe\tLA\t71201
    Alexandria\tLA\t71301
    Houma\tLA\t70360
    Portland\tME\t04101
    Lewiston\tME\t04240
    Bangor\tME\t04401
    South Portland\tME\t04106
    Auburn\tME\t04210
    Biddeford\tME\t04005
    Sanford\tME\t04073
    Augusta\tME\t04330
    Saco\tME\t04072
    Waterville\tME\t04901
    Baltimore\tMD\t21201
    Frederick\tMD\t21701
    Rockville\tMD\t20850
    Gaithersburg\tMD\t20877
    Bowie\tMD\t20715
    Hagerstown\tMD\t21740
    Annapolis\tMD\t21401
    Salisbury\tMD\t21801
    College Park\tMD\t20740
    Laurel\tMD\t20707
    Boston\tMA\t02108
    Worcester\tMA\t01602
    Springfield\tMA\t01103
    Cambridge\tMA\t02138
    Lowell\tMA\t01850
    Brockton\tMA\t02301
    Quincy\tMA\t02169
    Lynn\tMA\t01901
    New Bedford\tMA\t02740
    Fall River\tMA\t02720
    Detroit\tMI\t48201
    Grand Rapids\tMI\t49503
    Warren\tMI\t48088
    Sterling Heights\tMI\t48310
    Ann Arbor\tMI\t48103
    Lansing\tMI\t48906
    Dearborn\tMI\t48120
    Livonia\tMI\t48150
    Troy\tMI\t48083
    Flint\tMI\t48502
    Minneapolis\tMN\t55401
    Saint Paul\tMN\t55101
    Rochester\tMN\t55901
    Duluth\tMN\t55802
    Saint Cloud\tMN\t56301
    Mankato\tMN\t56001
    Moorhead\tMN\t56560
    Winona\tMN\t55987
    Burnsville\tMN\t55306
    Eden Prairie\tMN\t55344
    Jackson\tMS\t39201
    Gulfport\tMS\t39501
    Southaven\tMS\t38671
    Hattiesburg\tMS\t39401
    Biloxi\tMS\t39530
    Olive Branch\tMS\t38654
    Tupelo\tMS\t38801
    Meridian\tMS\t39301
    Greenville\tMS\t38701
    Horn Lake\tMS\t38637
    Kansas City\tMO\t64101
    Saint Louis\tMO\t63101
    Springfield\tMO\t65802
    Columbia\tMO\t65201
    Independence\tMO\t64050
    Lees Summit\tMO\t64063
    Saint Joseph\tMO\t64501
    Saint Charles\tMO\t63301
    Blue Springs\tMO\t64014
    Joplin\tMO\t64801
    Billings\tMT\t59101
    Missoula\tMT\t59801
    Great Falls\tMT\t59401
    Bozeman\tMT\t59715
    Butte\tMT\t59701
    Helena\tMT\t59601
    Kalispell\tMT\t59901
    Havre\tMT\t59501
    Miles City\tMT\t59301
    Livingston\tMT\t59047
    Omaha\tNE\t68102
    Lincoln\tNE\t68502
    Bellevue\tNE\t68005
    Grand Island\tNE\t68801
    Kearney\tNE\t68845
    Fremont\tNE\t68025
    Hastings\tNE\t68901
    Norfolk\tNE\t68701
    Columbus\tNE\t68601
    North Platte\tNE\t69101
    Las Vegas\tNV\t89101
    Henderson\tNV\t89011
    Reno\tNV\t89501
    North Las Vegas\tNV\t89030
    Sparks\tNV\t89431
    Carson City\tNV\t89701
    Elko\tNV\t89801
    Mesquite\tNV\t89027
    Boulder City\tNV\t89005
    Fernley\tNV\t89408
    Manchester\tNH\t03101
    Nashua\tNH\t03060
    Concord\tNH\t03301
    Dover\tNH\t03820
    Rochester\tNH\t03839
    Keene\tNH\t03431
    Derry\tNH\t03038
    Portsmouth\tNH\t03801
    Laconia\tNH\t03246
    Lebanon\tNH\t03756
    Newark\tNJ\t07102
    Jersey City\tNJ\t07302
    Paterson\tNJ\t07501
    Elizabeth\tNJ\t07201
    Trenton\tNJ\t08608
    Clifton\tNJ\t07011
    Camden\tNJ\t08102
    Passaic\tNJ\t07055
    Bayonne\tNJ\t07002
    Hoboken\tNJ\t07030
    Albuquerque\tNM\t87101
    Las Cruces\tNM\t88001
    Rio Rancho\tNM\t87124
    Santa Fe\tNM\t87501
    Roswell\tNM\t88201
    Farmington\tNM\t87401
    Clovis\tNM\t88101
    Hobbs\tNM\t88240
    Alamogordo\tNM\t88310
    Carlsbad\tNM\t88220
    New York\tNY\t10001
    Buffalo\tNY\t14201
    Yonkers\tNY\t10701
    Rochester\tNY\t14604
    Syracuse\tNY\t13202
    Albany\tNY\t12202
    New Rochelle\tNY\t10801
    Mount Vernon\tNY\t10550
    Schenectady\tNY\t12302
    Utica\tNY\t13501
    Charlotte\tNC\t28202
    Raleigh\tNC\t27601
    Greensboro\tNC\t27401
    Durham\tNC\t27701
    Winston Salem\tNC\t27101
    Fayetteville\tNC\t28301
    Cary\tNC\t27511
    Wilmington\tNC\t28401
    High Point\tNC\t27260
    Concord\tNC\t28025
    Fargo\tND\t58102
    Bismarck\tND\t58501
    Grand Forks\tND\t58201
    Minot\tND\t58701
    West Fargo\tND\t58078
    Williston\tND\t58801
    Dickinson\tND\t58601
    Mandan\tND\t58554
    Jamestown\tND\t58401
    Wahpeton\tND\t58075
    Columbus\tOH\t43085
    Cleveland\tOH\t44102
    Cincinnati\tOH\t45202
    Toledo\tOH\t43601
    Akron\tOH\t44301
    Dayton\tOH\t45402
    Canton\tOH\t44702
    Youngstown\tOH\t44502
    Lorain\tOH\t44052
    Hamilton\tOH\t45011
    Oklahoma City\tOK\t73102
    Tulsa\tOK\t74103
    Norman\tOK\t73026
    Broken Arrow\tOK\t74011
    Lawton\tOK\t73501
    Edmond\tOK\t73003
    Bartlesville\tOK\t74003
    Enid\tOK\t73701
    Stillwater\tOK\t74074
    Muskogee\tOK\t74401
    Portland\tOR\t97201
    Eugene\tOR\t97401
    Salem\tOR\t97301
    Gresham\tOR\t97030
    Hillsboro\tOR\t97123
    Bend\tOR\t97701
    Beaverton\tOR\t97005
    Medford\tOR\t97501
    Springfield\tOR\t97477
    Corvallis\tOR\t97330
    Philadelphia\tPA\t19102
    Pittsburgh\tPA\t15201
    Allentown\tPA\t18101
    Erie\tPA\t16501
    Reading\tPA\t19601
    Scranton\tPA\t18503
    Bethlehem\tPA\t18015
    Lancaster\tPA\t17601
    Harrisburg\tPA\t17101
    York\tPA\t17401
    Providence\tRI\t02903
    Warwick\tRI\t02886
    Cranston\tRI\t02910
    Pawtucket\tRI\t02860
    East Providence\tRI\t02914
    Woonsocket\tRI\t02895
    Newport\tRI\t02840
    Central Falls\tRI\t02863
    Westerly\tRI\t02891
    Bristol\tRI\t02809
    Charleston\tSC\t29401
    Columbia\tSC\t29201
    North Charleston\tSC\t29405
    Mount Pleasant\tSC\t29464
    Rock Hill\tSC\t29730
    Greenville\tSC\t29601
    Summerville\tSC\t29483
    Spartanburg\tSC\t29301
    Sumter\tSC\t29150
    Florence\tSC\t29501
    Sioux Falls\tSD\t57103
    Rapid City\tSD\t57701
    Aberdeen\tSD\t57401
    Brookings\tSD\t57006
    Watertown\tSD\t57201
    Mitchell\tSD\t57301
    Yankton\tSD\t57078
    Pierre\tSD\t57501
    Huron\tSD\t57350
    Vermillion\tSD\t57069
    Nashville\tTN\t37201
    Memphis\tTN\t38103
    Knoxville\tTN\t37902
    Chattanooga\tTN\t37402
    Clarksville\tTN\t37040
    Murfreesboro\tTN\t37127
    Franklin\tTN\t37064
    Johnson City\tTN\t37601
    Jackson\tTN\t38301
    Hendersonville\tTN\t37075
    Houston\tTX\t77002
    San Antonio\tTX\t78201
    Dallas\tTX\t75201
    Austin\tTX\t78701
    Fort Worth\tTX\t76102
    El Paso\tTX\t79901
    Arlington\tTX\t76001
    Corpus Christi\tTX\t78401
    Plano\tTX\t75023
    Lubbock\tTX\t79401
    Salt Lake City\tUT\t84101
    Bountiful\tUT\t84010
    Provo\tUT\t84601
    West Jordan\tUT\t84084
    Orem\tUT\t84057
    Sandy\tUT\t84070
    Ogden\tUT\t84401
    Saint George\tUT\t84770
    Layton\tUT\t84040
    Logan\tUT\t84321
    Burlington\tVT\t05401
    South Burlington\tVT\t05403
    Rutland\tVT\t05701
    Barre\tVT\t05641
    Montpelier\tVT\t05602
    Winooski\tVT\t05404
    Saint Albans\tVT\t05478
    Newport\tVT\t05855
    Brattleboro\tVT\t05301
    Bennington\tVT\t05201
    Virginia Beach\tVA\t23451
    Chesapeake\tVA\t23320
    Norfolk\tVA\t23502
    Richmond\tVA\t23219
    Newport News\tVA\t23601
    Alexandria\tVA\t22301
    Hampton\tVA\t23661
    Roanoke\tVA\t24011
    Portsmouth\tVA\t23701
    Suffolk\tVA\t23432
    Seattle\tWA\t98101
    Spokane\tWA\t99201
    Tacoma\tWA\t98402
    Vancouver\tWA\t98660
    Bellevue\tWA\t98004
    Kent\tWA\t98030
    Everett\tWA\t98201
    Renton\tWA\t98055
    Yakima\tWA\t98901
    Bellingham\tWA\t98225
    Charleston\tWV\t25301
    Huntington\tWV\t25701
    Morgantown\tWV\t26501
    Parkersburg\tWV\t26101
    Wheeling\tWV\t26003
    Weirton\tWV\t26062
    Fairmont\tWV\t26554
    Martinsburg\tWV\t25401
    Beckley\tWV\t25801
    Clarksburg\tWV\t26301
    Milwaukee\tWI\t53202
    Madison\tWI\t53703
    Green Bay\tWI\t54301
    Kenosha\tWI\t53140
    Racine\tWI\t53402
    Appleton\tWI\t54911
    Waukesha\tWI\t53186
    Eau Claire\tWI\t54701
    Oshkosh\tWI\t54901
    Janesville\tWI\t53545
    Cheyenne\tWY\t82001
    Casper\tWY\t82601
    Laramie\tWY\t82070
    Gillette\tWY\t82716
    Rock Springs\tWY\t82901
    Sheridan\tWY\t82801
    Green River\tWY\t82935
    Evanston\tWY\t82930
    Riverton\tWY\t82501
    Jackson\tWY\t83001
    Washington\tDC\t20001
    """)
}
