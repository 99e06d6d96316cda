/// The parts of addresses in Brazil; written from general knowledge of what streets are called.
enum BrazilianStreets {
  /// 12 kinds of streets, which stand before the name.
  static let kinds = WordTable(
    """
    Rua
    Avenida
    Travessa
    Alameda
    Praça
    Estrada
    Rodovia
    Largo
    Viela
    Ladeira
    Vila
    Passagem
    """)

  /// 120 names of streets.
  static let names = WordTable(
    """
    das Flores
    das Acácias
    das Palmeiras
    das Rosas
    dos Ipês
    dos Jacarandás
    das Mangueiras
    das Orquídeas
    das Hortênsias
    das Violetas
    dos Lírios
    dos Cravos
    dos Pinheiros
    dos Eucaliptos
    dos Coqueiros
    do Sol
    da Lua
    das Estrelas
    do Comércio
    da Indústria
    da Paz
    da Liberdade
    da Independência
    da República
    da Matriz
    da Igreja
    da Estação
    do Mercado
    da Fonte
    do Rosário
    do Carmo
    da Conceição
    Sete de Setembro
    Quinze de Novembro
    Vinte e Um de Abril
    Treze de Maio
    Primeiro de Maio
    Dom Pedro I
    Dom Pedro II
    Princesa Isabel
    Tiradentes
    José Bonifácio
    Duque de Caxias
    Marechal Deodoro
    Marechal Floriano
    Barão do Rio Branco
    Rui Barbosa
    Joaquim Nabuco
    Castro Alves
    Machado de Assis
    José de Alencar
    Gonçalves Dias
    Olavo Bilac
    Euclides da Cunha
    Monteiro Lobato
    Cecília Meireles
    Carlos Drummond de Andrade
    Mário de Andrade
    Graciliano Ramos
    Jorge Amado
    Érico Veríssimo
    Santos Dumont
    Oswaldo Cruz
    Carlos Gomes
    Heitor Villa-Lobos
    Anita Garibaldi
    Bento Gonçalves
    Borges de Medeiros
    Getúlio Vargas
    Juscelino Kubitschek
    Washington Luís
    Prudente de Morais
    Campos Sales
    Afonso Pena
    Nilo Peçanha
    Epitácio Pessoa
    Tancredo Neves
    Presidente Vargas
    Presidente Dutra
    Amazonas
    Bahia
    Ceará
    Goiás
    Maranhão
    Mato Grosso
    Minas Gerais
    Pará
    Paraíba
    Paraná
    Pernambuco
    Piauí
    Rio de Janeiro
    Rio Grande do Sul
    Santa Catarina
    São Paulo
    Sergipe
    São José
    São João
    São Pedro
    São Francisco
    São Sebastião
    Santo Antônio
    Santa Luzia
    Santa Rita
    Nossa Senhora Aparecida
    Nossa Senhora de Fátima
    Tupi
    Tamoios
    Guarani
    Aimorés
    Tupinambás
    Xavantes
    Iguaçu
    Araguaia
    Tocantins
    São Bento
    Bela Vista
    Boa Esperança
    Alto da Serra
    Nova
    """)
}
