/// The parts of addresses in France; written from general knowledge of what streets are called.
enum FrenchStreets {
  /// 14 kinds of streets, which stand before the name.
  static let kinds = WordTable(
    """
    rue
    avenue
    boulevard
    place
    chemin
    allée
    impasse
    quai
    route
    square
    cours
    passage
    sentier
    villa
    """)

  /// 122 names of streets.
  static let names = WordTable(
    """
    de la République
    de la Liberté
    de l'Église
    de la Gare
    de la Mairie
    de l'École
    des Écoles
    du Moulin
    du Château
    de la Fontaine
    des Fleurs
    des Lilas
    des Rosiers
    des Acacias
    des Tilleuls
    des Platanes
    des Marronniers
    des Cerisiers
    des Peupliers
    des Chênes
    des Pins
    des Bouleaux
    des Érables
    des Vignes
    des Jardins
    des Prés
    des Champs
    du Bois
    de la Forêt
    de la Vallée
    de la Colline
    de la Rivière
    du Lac
    du Port
    du Pont
    de la Plage
    de la Paix
    de la Victoire
    de la Libération
    de la Résistance
    du 8 Mai 1945
    du 11 Novembre
    du 14 Juillet
    du Général de Gaulle
    du Général Leclerc
    du Maréchal Foch
    du Maréchal Joffre
    Victor Hugo
    Émile Zola
    Jean Jaurès
    Jean Moulin
    Jules Ferry
    Jules Verne
    Louis Pasteur
    Marie Curie
    Pierre Curie
    Claude Monet
    Auguste Renoir
    Paul Cézanne
    Georges Clemenceau
    Léon Gambetta
    Aristide Briand
    Léon Blum
    Voltaire
    Molière
    Racine
    Corneille
    Balzac
    Diderot
    Rousseau
    Montaigne
    Descartes
    Lamartine
    Paul Verlaine
    Arthur Rimbaud
    Charles Baudelaire
    Alphonse Daudet
    Gustave Flaubert
    Guy de Maupassant
    Honoré Daumier
    Hector Berlioz
    Maurice Ravel
    Claude Debussy
    Saint-Exupéry
    Saint-Michel
    Saint-Martin
    Saint-Pierre
    Saint-Jacques
    Saint-Jean
    Sainte-Anne
    Notre-Dame
    des Alouettes
    des Hirondelles
    des Mésanges
    des Rossignols
    du Stade
    du Marché
    du Four
    du Puits
    de l'Abbaye
    de la Chapelle
    du Presbytère
    du Cimetière
    de la Poste
    de l'Hôtel de Ville
    des Artisans
    de l'Industrie
    du Commerce
    de Paris
    de Lyon
    de Bordeaux
    de Strasbourg
    de Bretagne
    de Normandie
    d'Alsace
    de Lorraine
    de Verdun
    de la Marne
    Principale
    Neuve
    Haute
    Basse
    """)
}
