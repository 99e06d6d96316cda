/// What streets in Germany are called; written from general knowledge.
enum GermanStreets {
  /// 140 streets, to be followed by a number.
  static let all = WordTable(
    """
    Hauptstraße
    Schulstraße
    Gartenstraße
    Bahnhofstraße
    Dorfstraße
    Bergstraße
    Birkenweg
    Lindenstraße
    Kirchstraße
    Waldstraße
    Ringstraße
    Schillerstraße
    Goethestraße
    Jahnstraße
    Amselweg
    Wiesenweg
    Buchenweg
    Kirchweg
    Rosenstraße
    Feldstraße
    Eichenweg
    Ahornweg
    Mühlenweg
    Mühlenstraße
    Finkenweg
    Wiesenstraße
    Rosenweg
    Blumenstraße
    Friedhofstraße
    Erlenweg
    Fliederweg
    Tannenweg
    Brunnenstraße
    Lerchenweg
    Meisenweg
    Drosselweg
    Kastanienweg
    Ulmenweg
    Eschenweg
    Fichtenweg
    Kiefernweg
    Lärchenweg
    Haselweg
    Holunderweg
    Tulpenweg
    Nelkenweg
    Dahlienweg
    Asternweg
    Veilchenweg
    Fasanenweg
    Sperlingsweg
    Starenweg
    Schwalbenweg
    Falkenweg
    Bussardweg
    Rehweg
    Hasenweg
    Fuchsweg
    Igelweg
    Dachsweg
    Mozartstraße
    Beethovenstraße
    Bachstraße
    Haydnstraße
    Schubertstraße
    Händelstraße
    Brahmsstraße
    Lessingstraße
    Uhlandstraße
    Mörikestraße
    Heinestraße
    Eichendorffstraße
    Fontanestraße
    Hölderlinstraße
    Kantstraße
    Humboldtstraße
    Dürerstraße
    Lutherstraße
    Melanchthonstraße
    Gutenbergstraße
    Marktplatz
    Marktstraße
    Rathausplatz
    Rathausstraße
    Kirchplatz
    Schlossstraße
    Schlossplatz
    Burgstraße
    Klosterstraße
    Poststraße
    Turmstraße
    Torstraße
    Wallstraße
    Grabenstraße
    Mauerstraße
    Brückenstraße
    Uferstraße
    Seestraße
    Hafenstraße
    Fischerstraße
    Bäckerstraße
    Schmiedestraße
    Töpferstraße
    Weberstraße
    Gerberstraße
    Müllerweg
    Industriestraße
    Gewerbestraße
    Werkstraße
    Siedlungsstraße
    Neue Straße
    Alte Straße
    Lange Straße
    Kurze Straße
    Breite Straße
    Hohe Straße
    Mittelstraße
    Querstraße
    Nordstraße
    Südstraße
    Oststraße
    Weststraße
    Sonnenstraße
    Sonnenweg
    Talstraße
    Hügelweg
    Am Bahnhof
    Am Markt
    Am Hang
    Am Wald
    Am See
    Am Bach
    Am Sportplatz
    Im Winkel
    Im Grund
    Im Wiesengrund
    An der Mühle
    Auf der Höhe
    Parkstraße
    Weinbergstraße
    """)
}
