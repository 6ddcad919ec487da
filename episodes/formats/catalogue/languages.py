"""Languages as catalogues write them: two letters, three letters, or a name."""

from __future__ import annotations

from ..text import fold

# Two letters, three letters of ISO 639-3 (and 639-2/B where it differs), names.
_WRITTEN = """
ar ara arabic arabština · az aze azerbaijani · be bel belarusian běloruština · bg bul bulgarian
· bn ben bengali · bs bos bosnian · ca cat catalan · cs ces cze czech čeština česky · cy cym wel welsh
· da dan danish · de deu ger german deutsch němčina německy · el ell gre greek · en eng english
angličtina anglicky · eo epo esperanto · es spa spanish español španělština španělsky
· et est estonian · eu eus baq basque · fa fas per persian farsi perština · fi fin finnish
· fr fra fre french français francouzština francouzsky · ga gle irish · gd gla · gl glg galician
· he heb iw hebrew hebrejština · hi hin hindi · hr hrv croatian chorvatština · hu hun hungarian maďarština
· hy hye arm armenian · id ind indonesian · is isl ice icelandic · it ita italian italiano italština
· ja jpn japanese japonština · ka kat geo georgian gruzínština · kk kaz kazakh · km khm khmer
· kn kan kannada · ko kor korean · ky kir kyrgyz · lb ltz luxembourgish · lt lit lithuanian litevština
· lv lav latvian · mk mkd mac macedonian · mn mon mongolian · mr mar marathi · ms msa may malay
· my mya bur burmese · nb nob no nor norwegian · ne nep nepali · nl nld dut dutch · pa pan punjabi
· pl pol polish polština · pt por portuguese português portugalština · ro ron rum romanian
· ru rus russian ruština rusky · sk slk slo slovak slovenština slovensky · sl slv slovenian slovinština
· sq sqi alb albanian · sr srp serbian srbština · sv swe swedish · sw swa swahili · ta tam tamil
· te tel telugu · tg tgk tajik · th tha thai · tk tuk turkmen · tr tur turkish turečtina · tt tat tatar
· ug uig uyghur · uk ukr ukrainian ukrajinština ukrajinsky · ur urd urdu · uz uzb uzbek
· vi vie vietnamese · zh-hans zh zho chi cmn chinese čínština
"""
_CODES = {
    fold(word): words[0]
    for words in (line.split() for line in _WRITTEN.split("·"))
    for word in words
}


def code(written: str) -> str | None:
    """The code that Django knows for “eng”, “en-GB” or “English”; nothing for what isn't known."""
    key = fold(written)
    return _CODES.get(key) or _CODES.get(key.replace("_", "-").partition("-")[0])
