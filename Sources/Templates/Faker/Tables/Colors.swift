/// What colors are called; written from general knowledge.
enum Colors {
  /// 80 names of colors.
  static let all = WordTable(
    """
    Black
    White
    Gray
    Silver
    Red
    Maroon
    Crimson
    Scarlet
    Ruby
    Rose
    Pink
    Salmon
    Coral
    Orange
    Amber
    Apricot
    Peach
    Gold
    Yellow
    Lemon
    Cream
    Ivory
    Beige
    Tan
    Khaki
    Brown
    Chocolate
    Chestnut
    Copper
    Bronze
    Rust
    Sienna
    Umber
    Ochre
    Olive
    Lime
    Green
    Emerald
    Jade
    Mint
    Sage
    Forest Green
    Sea Green
    Teal
    Turquoise
    Aqua
    Cyan
    Sky Blue
    Azure
    Blue
    Navy
    Royal Blue
    Cobalt
    Sapphire
    Indigo
    Violet
    Purple
    Plum
    Lavender
    Lilac
    Mauve
    Magenta
    Fuchsia
    Orchid
    Burgundy
    Wine
    Brick Red
    Terracotta
    Charcoal
    Slate
    Pewter
    Pearl
    Snow
    Linen
    Sand
    Wheat
    Honey
    Mustard
    Saffron
    Tangerine
    """)
}
