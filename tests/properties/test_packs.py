"""Every term of every pack that is shipped: it can be found, takes no side of its own, and is nobody's but the speaker's in quotes."""

from functools import cache

import pytest
from probe_mirror import exchange

from sayso.lexicons import contested
from sayso.model.framing import TermVoice

SIDES = [["Tarvian", "Keshi"], ["Tarvia", "Kesh"]]
WRAPS = [
    "“{0},” said Ilya Rand.",
    '"{0}," the priest, Ilya Rand, said.',
    "Ilya Rand told the court: “{0}.”",
    "“{0}.\n\n“I saw it,” said Ilya Rand.",
]
TERMS = [
    pytest.param(pack.get("classes", {}), term, id=f"{pack['pack']}-{term['term']}")
    for _, pack in contested()
    for concept in pack["concepts"]
    for term in concept["terms"]
]


def written(pattern, form, classes):
    """The words of a pattern around a form: the first of each choice, a name of one side, nothing in a gap."""
    words = []
    for part in pattern.split():
        if part == "~":
            continue
        if part.startswith("{"):
            words.append("Tarvia" if part == "{Name}" else classes[part.strip("{}")].split()[0])
        else:
            words.append(form if part == "_" else part.split("|")[0])
    return " ".join(words)


def sentences(classes, term):
    """Sentences for each form in each surrounding that the term asks for."""
    for form in (each.strip() for each in term["forms"].split(",")):
        for pattern in term.get("needs", ["_"]):
            yield f"People in Kesh saw {written(pattern, form, classes)} on Monday"


@pytest.fixture(scope="module")
def found(reader):
    """The terms of a text by place, each with its name, its slot and its voice."""

    @cache
    def terms(text):
        return tuple((each.span.start, each.term, each.favours, each.voice) for each in reader(text).framing.terms)

    return terms


@pytest.mark.parametrize(("classes", "term"), TERMS)
def test_a_term_can_be_found_mirrors_its_sides_and_is_not_the_narrators_in_quotation_marks(found, classes, term):
    texts = (text for text in sentences(classes, term) if any(each[1] == term["term"] for each in found(text + ".")))
    text = next(texts, "")
    assert text
    swapped = exchange(text + ".", SIDES)
    mirrored = [(swapped.back[start], *rest) for start, *rest in found(swapped.text)]
    assert mirrored == [tuple(each) for each in found(text + ".")]
    for wrap in WRAPS:
        voices = [each[3] for each in found(wrap.format(text))]
        assert voices, wrap
        assert TermVoice.NARRATOR not in voices, wrap
