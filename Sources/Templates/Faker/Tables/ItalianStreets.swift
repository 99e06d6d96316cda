/// The parts of addresses in Italy; written from general knowledge of what streets are called.
enum ItalianStreets {
  /// 12 kinds of streets, which stand before the name.
  static let kinds = WordTable(
    """
    Via
    Viale
    Piazza
    Corso
    Largo
    Vicolo
    Strada
    Piazzale
    Salita
    Contrada
    Borgo
    Rotonda
    """)

  /// 116 names of streets.
  static let names = WordTable(
    """
    Roma
    Milano
    Torino
    Venezia
    Firenze
    Napoli
    Palermo
    Genova
    Bologna
    Trieste
    Trento
    Giuseppe Garibaldi
    Giuseppe Mazzini
    Camillo Cavour
    Vittorio Emanuele II
    Umberto I
    Dante Alighieri
    Alessandro Manzoni
    Francesco Petrarca
    Giovanni Boccaccio
    Ludovico Ariosto
    Torquato Tasso
    Giacomo Leopardi
    Ugo Foscolo
    Giosuè Carducci
    Giovanni Pascoli
    Gabriele D'Annunzio
    Luigi Pirandello
    Italo Svevo
    Grazia Deledda
    Giovanni Verga
    Giuseppe Verdi
    Giacomo Puccini
    Gioachino Rossini
    Vincenzo Bellini
    Gaetano Donizetti
    Antonio Vivaldi
    Leonardo da Vinci
    Michelangelo Buonarroti
    Raffaello Sanzio
    Sandro Botticelli
    Giotto
    Caravaggio
    Tiziano Vecellio
    Galileo Galilei
    Alessandro Volta
    Luigi Galvani
    Guglielmo Marconi
    Enrico Fermi
    Cristoforo Colombo
    Amerigo Vespucci
    Marco Polo
    Giordano Bruno
    Niccolò Machiavelli
    Cesare Battisti
    Giacomo Matteotti
    Antonio Gramsci
    Aldo Moro
    Enrico Berlinguer
    Alcide De Gasperi
    Sandro Pertini
    Luigi Einaudi
    della Repubblica
    della Libertà
    della Resistenza
    dei Martiri
    dei Mille
    XX Settembre
    XXV Aprile
    IV Novembre
    I Maggio
    della Pace
    della Vittoria
    San Francesco
    San Giovanni
    San Giuseppe
    San Marco
    San Martino
    San Michele
    San Pietro
    Sant'Antonio
    Santa Maria
    Santa Lucia
    della Chiesa
    del Duomo
    della Stazione
    del Mercato
    del Municipio
    delle Scuole
    della Fontana
    del Castello
    del Mulino
    del Ponte
    del Porto
    del Lago
    della Rocca
    delle Rose
    dei Gelsomini
    dei Tigli
    dei Pini
    dei Platani
    degli Olivi
    delle Acacie
    dei Ciliegi
    delle Mimose
    delle Industrie
    dell'Artigianato
    del Lavoro
    Monte Grappa
    Monte Rosa
    Isonzo
    Piave
    Tevere
    Adige
    Po
    Arno
    """)
}
