/// The states, with what the postal service writes for them; facts of public record.
enum AmericanStates {
  /// 51 records of four columns, the fifty states and the District of Columbia: abbreviation, name, and the first and
  /// the last of the three digits with which its ZIP codes begin. Every prefix between the two is the state's or
  /// unused; a few strays outside (such as 885 in Texas) are left out.
  static let all = WordTable(
    """
    AL\tAlabama\t350\t369
    AK\tAlaska\t995\t999
    AZ\tArizona\t850\t865
    AR\tArkansas\t716\t729
    CA\tCalifornia\t900\t961
    CO\tColorado\t800\t816
    CT\tConnecticut\t060\t069
    DE\tDelaware\t197\t199
    DC\tDistrict of Columbia\t200\t205
    FL\tFlorida\t320\t349
    GA\tGeorgia\t300\t319
    HI\tHawaii\t967\t968
    ID\tIdaho\t832\t838
    IL\tIllinois\t600\t629
    IN\tIndiana\t460\t479
    IA\tIowa\t500\t528
    KS\tKansas\t660\t679
    KY\tKentucky\t400\t427
    LA\tLouisiana\t700\t714
    ME\tMaine\t039\t049
    MD\tMaryland\t206\t219
    MA\tMassachusetts\t010\t027
    MI\tMichigan\t480\t499
    MN\tMinnesota\t550\t567
    MS\tMississippi\t386\t397
    MO\tMissouri\t630\t658
    MT\tMontana\t590\t599
    NE\tNebraska\t680\t693
    NV\tNevada\t889\t898
    NH\tNew Hampshire\t030\t038
    NJ\tNew Jersey\t070\t089
    NM\tNew Mexico\t870\t884
    NY\tNew York\t100\t149
    NC\tNorth Carolina\t270\t289
    ND\tNorth Dakota\t580\t588
    OH\tOhio\t430\t458
    OK\tOklahoma\t730\t749
    OR\tOregon\t970\t979
    PA\tPennsylvania\t150\t196
    RI\tRhode Island\t028\t029
    SC\tSouth Carolina\t290\t299
    SD\tSouth Dakota\t570\t577
    TN\tTennessee\t370\t385
    TX\tTexas\t750\t799
    UT\tUtah\t840\t847
    VT\tVermont\t050\t059
    VA\tVirginia\t220\t246
    WA\tWashington\t980\t994
    WV\tWest Virginia\t247\t268
    WI\tWisconsin\t530\t549
    WY\tWyoming\t820\t831
    """)
}
