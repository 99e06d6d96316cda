/// The parts of addresses in Spain; written from general knowledge of what streets are called.
enum SpanishStreets {
  /// 14 kinds of streets, which stand before the name.
  static let kinds = WordTable(
    """
    Calle
    Avenida
    Plaza
    Paseo
    Camino
    Ronda
    Travesía
    Callejón
    Glorieta
    Carretera
    Pasaje
    Cuesta
    Vía
    Rambla
    """)

  /// 114 names of streets.
  static let names = WordTable(
    """
    Mayor
    Real
    Nueva
    de la Constitución
    de España
    de Andalucía
    de Madrid
    de Barcelona
    de Valencia
    de Sevilla
    de Zaragoza
    de Castilla
    de Aragón
    de Galicia
    de Portugal
    de Europa
    de América
    de la Paz
    de la Libertad
    de la Iglesia
    de la Fuente
    del Sol
    de la Luna
    del Carmen
    del Pilar
    del Rosario
    de los Dolores
    de San Juan
    de San José
    de San Pedro
    de San Antonio
    de San Francisco
    de San Miguel
    de San Isidro
    de San Roque
    de San Sebastián
    de San Vicente
    de San Andrés
    de Santa María
    de Santa Ana
    de Santa Clara
    de Santa Teresa
    de Santiago
    de Cervantes
    de Quevedo
    de Lope de Vega
    de Calderón de la Barca
    de Góngora
    de Federico García Lorca
    de Antonio Machado
    de Miguel Hernández
    de Rafael Alberti
    de Juan Ramón Jiménez
    de Rosalía de Castro
    de Concha Espina
    de Emilia Pardo Bazán
    de Clara Campoamor
    de Goya
    de Velázquez
    de Murillo
    de Zurbarán
    de El Greco
    de Picasso
    de Joaquín Sorolla
    de Manuel de Falla
    de Isaac Albéniz
    de Enrique Granados
    de Cristóbal Colón
    de Hernán Cortés
    de Magallanes
    de Juan Sebastián Elcano
    de los Reyes Católicos
    de Isabel la Católica
    de Alfonso X el Sabio
    de Jaime I
    del Cid
    de Ramón y Cajal
    de Severo Ochoa
    de Gregorio Marañón
    de Isaac Peral
    de Blasco Ibáñez
    de Benito Pérez Galdós
    de Gustavo Adolfo Bécquer
    de José de Espronceda
    de Jacinto Benavente
    de los Olivos
    de los Almendros
    de los Naranjos
    de los Pinos
    de los Álamos
    de las Acacias
    de las Flores
    de las Rosas
    de los Claveles
    de los Jazmines
    del Río
    del Mar
    del Puente
    del Molino
    del Pozo
    del Castillo
    del Prado
    del Parque
    de la Estación
    del Mercado
    del Ayuntamiento
    de las Escuelas
    del Hospital
    de los Molinos
    de la Cruz
    de la Virgen
    del Norte
    del Sur
    de Ronda
    """)
}
