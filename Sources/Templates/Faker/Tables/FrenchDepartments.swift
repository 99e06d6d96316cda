/// The departments and regions of France: facts of public record, after the "Code officiel géographique" of the Institut national de
/// la statistique et des études économiques (Insee), under the Licence Ouverte of Etalab.
enum FrenchDepartments {
  /// 101 records of three columns: number, department, region.
  static let all = WordTable(
    """
    01\tAin\tAuvergne-Rhône-Alpes
    02\tAisne\tHauts-de-France
    03\tAllier\tAuvergne-Rhône-Alpes
    04\tAlpes-de-Haute-Provence\tProvence-Alpes-Côte d'Azur
    05\tHautes-Alpes\tProvence-Alpes-Côte d'Azur
    06\tAlpes-Maritimes\tProvence-Alpes-Côte d'Azur
    07\tArdèche\tAuvergne-Rhône-Alpes
    08\tArdennes\tGrand Est
    09\tAriège\tOccitanie
    10\tAube\tGrand Est
    11\tAude\tOccitanie
    12\tAveyron\tOccitanie
    13\tBouches-du-Rhône\tProvence-Alpes-Côte d'Azur
    14\tCalvados\tNormandie
    15\tCantal\tAuvergne-Rhône-Alpes
    16\tCharente\tNouvelle-Aquitaine
    17\tCharente-Maritime\tNouvelle-Aquitaine
    18\tCher\tCentre-Val de Loire
    19\tCorrèze\tNouvelle-Aquitaine
    2A\tCorse-du-Sud\tCorse
    2B\tHaute-Corse\tCorse
    21\tCôte-d'Or\tBourgogne-Franche-Comté
    22\tCôtes-d'Armor\tBretagne
    23\tCreuse\tNouvelle-Aquitaine
    24\tDordogne\tNouvelle-Aquitaine
    25\tDoubs\tBourgogne-Franche-Comté
    26\tDrôme\tAuvergne-Rhône-Alpes
    27\tEure\tNormandie
    28\tEure-et-Loir\tCentre-Val de Loire
    29\tFinistère\tBretagne
    30\tGard\tOccitanie
    31\tHaute-Garonne\tOccitanie
    32\tGers\tOccitanie
    33\tGironde\tNouvelle-Aquitaine
    34\tHérault\tOccitanie
    35\tIlle-et-Vilaine\tBretagne
    36\tIndre\tCentre-Val de Loire
    37\tIndre-et-Loire\tCentre-Val de Loire
    38\tIsère\tAuvergne-Rhône-Alpes
    39\tJura\tBourgogne-Franche-Comté
    40\tLandes\tNouvelle-Aquitaine
    41\tLoir-et-Cher\tCentre-Val de Loire
    42\tLoire\tAuvergne-Rhône-Alpes
    43\tHaute-Loire\tAuvergne-Rhône-Alpes
    44\tLoire-Atlantique\tPays de la Loire
    45\tLoiret\tCentre-Val de Loire
    46\tLot\tOccitanie
    47\tLot-et-Garonne\tNouvelle-Aquitaine
    48\tLozère\tOccitanie
    49\tMaine-et-Loire\tPays de la Loire
    50\tManche\tNormandie
    51\tMarne\tGrand Est
    52\tHaute-Marne\tGrand Est
    53\tMayenne\tPays de la Loire
    54\tMeurthe-et-Moselle\tGrand Est
    55\tMeuse\tGrand Est
    56\tMorbihan\tBretagne
    57\tMoselle\tGrand Est
    58\tNièvre\tBourgogne-Franche-Comté
    59\tNord\tHauts-de-France
    60\tOise\tHauts-de-France
    61\tOrne\tNormandie
    62\tPas-de-Calais\tHauts-de-France
    63\tPuy-de-Dôme\tAuvergne-Rhône-Alpes
    64\tPyrénées-Atlantiques\tNouvelle-Aquitaine
    65\tHautes-Pyrénées\tOccitanie
    66\tPyrénées-Orientales\tOccitanie
    67\tBas-Rhin\tGrand Est
    68\tHaut-Rhin\tGrand Est
    69\tRhône\tAuvergne-Rhône-Alpes
    70\tHaute-Saône\tBourgogne-Franche-Comté
    71\tSaône-et-Loire\tBourgogne-Franche-Comté
    72\tSarthe\tPays de la Loire
    73\tSavoie\tAuvergne-Rhône-Alpes
    74\tHaute-Savoie\tAuvergne-Rhône-Alpes
    75\tParis\tÎle-de-France
    76\tSeine-Maritime\tNormandie
    77\tSeine-et-Marne\tÎle-de-France
    78\tYvelines\tÎle-de-France
    79\tDeux-Sèvres\tNouvelle-Aquitaine
    80\tSomme\tHauts-de-France
    81\tTarn\tOccitanie
    82\tTarn-et-Garonne\tOccitanie
    83\tVar\tProvence-Alpes-Côte d'Azur
    84\tVaucluse\tProvence-Alpes-Côte d'Azur
    85\tVendée\tPays de la Loire
    86\tVienne\tNouvelle-Aquitaine
    87\tHaute-Vienne\tNouvelle-Aquitaine
    88\tVosges\tGrand Est
    89\tYonne\tBourgogne-Franche-Comté
    90\tTerritoire de Belfort\tBourgogne-Franche-Comté
    91\tEssonne\tÎle-de-France
    92\tHauts-de-Seine\tÎle-de-France
    93\tSeine-Saint-Denis\tÎle-de-France
    94\tVal-de-Marne\tÎle-de-France
    95\tVal-d'Oise\tÎle-de-France
    971\tGuadeloupe\tGuadeloupe
    972\tMartinique\tMartinique
    973\tGuyane\tGuyane
    974\tLa Réunion\tLa Réunion
    976\tMayotte\tMayotte
    """)
}
