"""What letters say about the language of a text, and from which side it is read."""

import pytest

from episodes.formats import scripts


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A right is a habit.", ""),
        ("Právo je zvyk – a „zvyk“ je právo.", ""),
        ("Право — это привычка.", ""),
        ("", ""),
        ("الحق عادة، قالت BBC.", "ar"),
        ("آیا دادگاه می‌تواند از مردم محافظت کند؟ پس چه؟", "fa"),
        ("حق ایک عادت ہے، اور بڑی ہے", "ur"),
        ("זכות היא הרגל.", "he"),
        ("权利是一种习惯。", "zh"),
        ("権利は習慣です。", "ja"),
        ("권리는 습관입니다.", "ko"),
        ("สิทธิคือนิสัย", "th"),
        ("უფლება ჩვევაა.", "ka"),
        ("He said “حق” in English, and no more.", ""),
    ],
)
def test_letters_say_the_language_or_nothing(text, language):
    assert scripts.language_of(text) == language


@pytest.mark.parametrize("language", ["ar", "fa", "he", "ug", "ur"])
def test_languages_from_the_right(language):
    assert scripts.direction(language) == "rtl"


@pytest.mark.parametrize("language", ["en", "az", "zh-hans", "th", ""])
def test_languages_from_the_left(language):
    assert scripts.direction(language) == "ltr"
