import pytest

from sayso.annotate.places import find_places
from sayso.annotate.sentences import find_sentences
from sayso.model.document import Document


@pytest.fixture
def literal(world):
    def of(text):
        document = Document(text=text)
        return {t.span.text: t.literal for t in find_places(document, find_sentences(document), gazetteer=world)}

    return of


@pytest.mark.parametrize(
    "text",
    [
        "Moscow said it would answer.",
        "Moscow would not withdraw a soldier.",
        "On Monday, Moscow rejected the plan.",
        "He wrote that Moscow has also denied it.",
        "Moscow's proposal was refused.",
        "Moscow’s foreign policy was discussed.",
        "They accused Moscow of shelling.",
        "The plan was rejected by Moscow.",
        "Sanctions against Moscow were agreed.",
        "He called on Moscow to stop.",
        "Talks between Paris and Moscow broke down.",
    ],
)
def test_a_capital_stands_for_its_government(literal, text):
    assert literal(text)["Moscow"] is False


@pytest.mark.parametrize(
    "text",
    [
        "He lives in Moscow.",
        "Moscow is a large city.",
        "Moscow's streets were empty.",
        "Shells fell near Moscow on Friday.",
        "The road between Paris and Moscow is long.",
        "He flew to Moscow, officials said.",
    ],
)
def test_a_capital_is_ground_as_well(literal, text):
    assert literal(text)["Moscow"] is True


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Russian troops left.", "Russian"),
        ("Kharkiv City Council met.", "Kharkiv"),
        ("The University of Paris closed.", "Paris"),
    ],
)
def test_peoples_and_bodies_are_no_ground(literal, text, name):
    assert literal(text)[name] is False


def test_a_town_that_governs_nobody_is_ground_whatever_it_does(literal):
    assert literal("Residents of Heath, Ohio, said that Heath would not pay.")["Heath"] is True
