"""Countries as articles name them, their people, and their capitals.

The name in an article is kept as it is written there; this table only says that it is one.
"""

from __future__ import annotations

import re

# name [= other names] | adjectives and peoples | capital
_TABLE = """
Afghanistan|Afghan|Kabul
Albania|Albanian|Tirana
Algeria|Algerian|Algiers
Andorra|Andorran|
Angola|Angolan|Luanda
Argentina|Argentinian, Argentine, Argentinean|Buenos Aires
Armenia|Armenian|Yerevan
Australia|Australian|Canberra
Austria|Austrian|Vienna
Azerbaijan|Azerbaijani, Azeri, Azerbaijanian|Baku
Bahamas|Bahamian|Nassau
Bahrain|Bahraini|Manama
Bangladesh|Bangladeshi|Dhaka
Barbados|Barbadian|Bridgetown
Belarus|Belarusian, Belarussian|Minsk
Belgium|Belgian|Brussels
Belize|Belizean|Belmopan
Benin|Beninese|Porto-Novo
Bhutan|Bhutanese|Thimphu
Bolivia|Bolivian|La Paz
Bosnia and Herzegovina=Bosnia|Bosnian|Sarajevo
Botswana|Botswanan|Gaborone
Brazil|Brazilian|Brasília
Brunei|Bruneian|
Bulgaria|Bulgarian|Sofia
Burkina Faso|Burkinabe|Ouagadougou
Burundi|Burundian|Bujumbura
Cambodia|Cambodian|Phnom Penh
Cameroon|Cameroonian|Yaoundé
Canada|Canadian|Ottawa
Cape Verde=Cabo Verde|Cape Verdean|Praia
Central African Republic||Bangui
Chad|Chadian|
Chile|Chilean|Santiago
China=People's Republic of China|Chinese|Beijing
Colombia|Colombian|Bogotá
Comoros|Comorian|Moroni
Costa Rica|Costa Rican|San José
Croatia|Croatian, Croat|Zagreb
Cuba|Cuban|Havana
Cyprus|Cypriot|Nicosia
Czech Republic=Czechia|Czech|Prague
Czechoslovakia|Czechoslovak|
Democratic Republic of the Congo=Democratic Republic of Congo, DR Congo, DRC||Kinshasa
Denmark|Danish|Copenhagen
Djibouti|Djiboutian|
Dominican Republic|Dominican|Santo Domingo
Ecuador|Ecuadorian|Quito
Egypt|Egyptian|Cairo
El Salvador|Salvadoran|San Salvador
Equatorial Guinea|Equatoguinean|Malabo
Eritrea|Eritrean|Asmara
Estonia|Estonian|Tallinn
Eswatini|Swazi|Mbabane
Ethiopia|Ethiopian|Addis Ababa
Fiji|Fijian|Suva
Finland|Finnish|Helsinki
France|French|Paris
Gabon|Gabonese|Libreville
Gambia|Gambian|Banjul
Georgia|Georgian|Tbilisi
Germany|German|Berlin
Ghana|Ghanaian|Accra
Greece|Greek|Athens
Greenland|Greenlandic|Nuuk
Guatemala|Guatemalan|Guatemala City
Guinea|Guinean|Conakry
Guinea-Bissau||Bissau
Guyana|Guyanese|
Haiti|Haitian|Port-au-Prince
Honduras|Honduran|Tegucigalpa
Hong Kong|Hongkonger, Hong Kong|
Hungary|Hungarian|Budapest
Iceland|Icelandic|Reykjavik
India|Indian|New Delhi
Indonesia|Indonesian|Jakarta
Iran|Iranian|Tehran
Iraq|Iraqi|Baghdad
Ireland|Irish|Dublin
Israel|Israeli|Jerusalem
Italy|Italian|Rome
Ivory Coast=Côte d'Ivoire|Ivorian|Abidjan
Jamaica|Jamaican|
Japan|Japanese|Tokyo
Jordan|Jordanian|Amman
Kazakhstan|Kazakh, Kazakhstani|Astana
Kenya|Kenyan|Nairobi
Kosovo|Kosovar, Kosovan|Pristina
Kuwait|Kuwaiti|
Kyrgyzstan|Kyrgyz, Kyrgyzstani|Bishkek
Laos|Lao, Laotian|Vientiane
Latvia|Latvian|Riga
Lebanon|Lebanese|Beirut
Lesotho|Basotho|Maseru
Liberia|Liberian|Monrovia
Libya|Libyan|Tripoli
Liechtenstein||Vaduz
Lithuania|Lithuanian|Vilnius
Luxembourg|Luxembourgish|
Madagascar|Malagasy|Antananarivo
Malawi|Malawian|Lilongwe
Malaysia|Malaysian|Kuala Lumpur
Maldives|Maldivian|
Mali|Malian|Bamako
Malta|Maltese|Valletta
Mauritania|Mauritanian|Nouakchott
Mauritius|Mauritian|
Mexico|Mexican|Mexico City
Moldova=Republic of Moldova|Moldovan|Chișinău
Monaco||
Mongolia|Mongolian|Ulaanbaatar
Montenegro|Montenegrin|Podgorica
Morocco|Moroccan|Rabat
Mozambique|Mozambican|Maputo
Myanmar=Burma|Burmese|Yangon
Namibia|Namibian|Windhoek
Nepal|Nepali, Nepalese|Kathmandu
Netherlands|Dutch|Amsterdam
New Zealand|New Zealand|Wellington
Nicaragua|Nicaraguan|Managua
Niger|Nigerien|Niamey
Nigeria|Nigerian|Abuja
North Korea|North Korean|Pyongyang
North Macedonia=Macedonia|Macedonian, North Macedonian|Skopje
Northern Ireland|Northern Irish|Belfast
Norway|Norwegian|Oslo
Oman|Omani|Muscat
Pakistan|Pakistani|Islamabad
Palestine|Palestinian|Ramallah
Panama|Panamanian|Panama City
Papua New Guinea|Papua New Guinean|Port Moresby
Paraguay|Paraguayan|Asunción
Peru|Peruvian|Lima
Philippines|Philippine, Filipino, Filipina|Manila
Poland|Polish|Warsaw
Portugal|Portuguese|Lisbon
Qatar|Qatari|Doha
Republic of Congo=Republic of the Congo, Congo|Congolese|Brazzaville
Romania|Romanian|Bucharest
Russia=Russian Federation|Russian|Moscow
Rwanda|Rwandan|Kigali
Samoa|Samoan|Apia
San Marino||
Saudi Arabia|Saudi, Saudi Arabian|Riyadh
Scotland|Scottish|Edinburgh
Senegal|Senegalese|Dakar
Serbia|Serbian|Belgrade
Seychelles|Seychellois|
Sierra Leone|Sierra Leonean|Freetown
Singapore|Singaporean|
Slovakia=Slovak Republic|Slovak|Bratislava
Slovenia|Slovenian, Slovene|Ljubljana
Solomon Islands||Honiara
Somalia|Somali|Mogadishu
South Africa|South African|Pretoria
South Korea=Republic of Korea|South Korean, Korean|Seoul
South Sudan|South Sudanese|Juba
Spain|Spanish|Madrid
Sri Lanka|Sri Lankan|Colombo
Sudan|Sudanese|Khartoum
Suriname|Surinamese|Paramaribo
Sweden|Swedish|Stockholm
Switzerland|Swiss|Bern
Syria|Syrian|Damascus
Taiwan|Taiwanese|Taipei
Tajikistan|Tajik|Dushanbe
Tanzania|Tanzanian|Dodoma
Thailand|Thai|Bangkok
Tibet|Tibetan|Lhasa
Timor-Leste=East Timor|Timorese|Dili
Togo|Togolese|Lomé
Tonga|Tongan|
Trinidad and Tobago|Trinidadian|Port of Spain
Tunisia|Tunisian|Tunis
Turkey=Türkiye|Turkish|Ankara
Turkmenistan|Turkmen|Ashgabat
Tuvalu|Tuvaluan|
Uganda|Ugandan|Kampala
Ukraine|Ukrainian|Kyiv
United Arab Emirates=UAE|Emirati|Abu Dhabi
United Kingdom=UK, U.K., Great Britain, Britain, England|British, English, UK, U.K.|London
United States=United States of America, USA, US, U.S., U.S.A.|American, US, U.S.|Washington
Uruguay|Uruguayan|Montevideo
Uzbekistan|Uzbek|Tashkent
Vanuatu|Vanuatuan|
Venezuela|Venezuelan|Caracas
Vietnam|Vietnamese|Hanoi
Wales|Welsh|Cardiff
Yemen|Yemeni|Sanaa
Zambia|Zambian|Lusaka
Zimbabwe|Zimbabwean|Harare
"""

COUNTRIES: dict[str, str] = {}
"""Every name of a country, with the one that is stored: as written, but for short forms."""

PEOPLES: dict[str, str] = {}
"""Adjective -> country."""

CAPITALS: dict[str, str] = {}
"""Capital -> country."""

for _row in _TABLE.strip().splitlines():
    _names, _peoples, _capital = _row.split("|")
    _main, _equals, _others = _names.partition("=")
    COUNTRIES[_main] = _main
    for _other in filter(None, _others.split(", ")):
        COUNTRIES[_other] = _main if len(_other) < 6 or " of " in _other else _other
    for _people in filter(None, _peoples.split(", ")):
        PEOPLES[_people] = _main
    if _capital:
        CAPITALS[_capital] = _main
CAPITALS["Washington, D.C."] = CAPITALS["Washington, DC"] = "United States"

COUNTRY = "|".join(re.escape(name) for name in sorted(COUNTRIES, key=len, reverse=True))
"""Alternatives for a regular expression, longest first."""

PEOPLE = "|".join(re.escape(name) for name in sorted(PEOPLES, key=len, reverse=True))
CAPITAL = "|".join(re.escape(name) for name in sorted(CAPITALS, key=len, reverse=True))

_BORNE = frozenset(
    "Jordan Chad Israel Georgia Solomon Costa Salvador Leone Marino San Santo Sierra Islands".split()
)
WORDS = frozenset(
    word
    for name in (*COUNTRIES, *PEOPLES)
    for word in name.split()
    if word[0].isupper() and word not in _BORNE
)
"""Words that show that capitals stand for a place; names that people bear are left out."""


def country(written: str) -> str | None:
    """The country that ``written`` names, with or without “the”."""
    return COUNTRIES.get(written.strip().removeprefix("the ").removeprefix("The "))
