"""“He added”: words are given to somebody only where nobody else can be meant."""

import pytest

from episodes.formats import article

TWO = "Vera Malík, a judge from Slovakia, and Omar bin Said, the director of Open Wells, joined us."
ONE = "Alex Karpov, a judge from Slovakia, joined us."
WORDS = "“Wells listen to us all day long,”"


def speakers(people, sentences):
    draft = article.parse(
        f"Wells #Example\n\nMay 3, 2022\n\nIn this week’s #Example Chat, {people}\n\n"
        f"Water first\n\n{sentences} {'It is so. ' * 20}"
    )
    open_ones = [problem for problem in draft.problems if "Who says" in problem.message]
    assert len(open_ones) == sum(quote.speaker is None for quote in draft.quotes)
    return [quote.speaker for quote in draft.quotes]


@pytest.mark.parametrize(
    ("sentences", "speaker"),
    [
        (f"Ms. Malík and Mr. bin Said agreed. {WORDS} he added.", "Omar bin Said"),
        (f"Vera Malík remembered a well. Mr. bin Said smiled. {WORDS} she said.", "Vera Malík"),
        (
            "Mr. bin Said praised the law, and Ms. Malík said that “wells listen to us all day”.",
            "Vera Malík",
        ),
        (f"Malík and bin Said agreed. {WORDS} she added.", None),
        ("Malík and bin Said said that “wells listen to us all day long”.", None),
        (f"Ms. Malík spoke of the trial. {WORDS} he said.", None),
        (f"Vera Malík spoke first. {WORDS} he said. Malík wrote a book in her cell.", None),
        ("Ms. Malík is against it – in his view, “wells listen to us all day long.”", None),
    ],
)
def test_pronoun_of_two_people(sentences, speaker):
    assert speakers(TWO, sentences) == [speaker]


@pytest.mark.parametrize(
    ("sentences", "speaker"),
    [
        (f"Karpov recalled the trial. {WORDS} he said.", "Alex Karpov"),
        (f"{WORDS} he said.", "Alex Karpov"),
        (f"Karpov kept a list. Letters returned, a window opened. {WORDS} he said.", "Alex Karpov"),
        (f"Karpov recalled the trial. The judge smiled. {WORDS} he said.", None),
        (f"President Lukas laughed. {WORDS} he said.", None),
        (f"Lukash ordered it. {WORDS} he said.", None),
        (f"Karpov wrote his book in prison. {WORDS} she said.", None),
    ],
)
def test_pronoun_after_somebody_who_has_no_part(sentences, speaker):
    assert speakers(ONE, sentences) == [speaker]


def test_clause_before_a_quotation_is_not_that_of_the_one_before():
    sentences = (
        "Mr. bin Said compared it to “a well that listens to us all day.” Ms. Malík was more careful: "
        "in her view, “it only sleeps.”"
    )
    assert speakers(TWO, sentences) == ["Omar bin Said", "Vera Malík"]


def test_sentence_behind_a_quotation_is_not_its_attribution():
    sentences = "Karpov said: “Nobody bombs a well.” He recalled the words of Ada Example, a poet."
    assert speakers(ONE, sentences) == ["Alex Karpov"]
