import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotate.reporting.veridicality import veridicality_of
from sayso.lexicons import lexicon
from sayso.model.document import Document


def mean_of(*cue):
    document = Document(text=" ".join(cue))
    spans, place = [], 0
    for part in cue:
        spans.append(document.span(place, place + len(part)))
        place += len(part) + 1
    return veridicality_of(spans)


@pytest.mark.parametrize(
    ("cue", "mean"),
    [
        ("claimed", 0.2),
        ("has since confirmed", 1.0),
        ("said", 0.4),
        ("emphasises", 0.8),
        ("pointed out", 1.0),
        ("denies", 0.22),
    ],
)
def test_a_verb_has_the_mean_of_its_judgements_in_every_form(cue, mean):
    assert mean_of(cue) == mean


def test_voice_and_negation_have_judgements_of_their_own():
    assert (mean_of("did not confirm"), mean_of("didn’t confirm")) == (-0.1, -0.1)
    assert (mean_of("was told"), mean_of("was told") != mean_of("warned"), mean_of("were warned")) == (0.4, True, 0.8)


@pytest.mark.parametrize(
    "cue", ["pledged", "according to", "told", "declined to say", "could not confirm", "in the words of", ""]
)
def test_what_nobody_judged_has_no_figure(cue):
    assert mean_of(cue) is None


def test_every_figure_can_be_the_mean_of_its_number_of_judgements():
    for judged in lexicon("veridicality").values():
        assert all(-1 <= mean <= 1 and abs(mean * n - round(mean * n)) < 0.06 for mean, n in judged.values())


@given(st.lists(st.text(), max_size=3))
def test_any_cue_has_a_figure_or_none(cue):
    mean = mean_of(*cue)
    assert mean is None or -1 <= mean <= 1
