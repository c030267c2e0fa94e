import pytest

from sayso.cli.explanation import find, lines
from sayso.errors import NotInLedger


def why(reading, wanted):
    return [line.plain for line in lines(*find([reading], wanted))]


def test_a_claim_is_explained_by_its_number_with_its_words_its_chain_its_rules_and_their_stage(reading):
    shown = why(reading, "1")
    assert shown[0] == "claim cl_01"
    assert "  on whose word  the northern staff > Orsa Dunn > The Lowland Courier" in shown
    assert '  spans          37–62  "Vellmark is under control"' in shown
    assert shown[shown.index("decided by") :] == [
        "decided by",
        "  under control",
        "  attribution at_02: cue-that: has reported",
        "made by",
        "  claims         claims@0.1.0",
        "  sayso          0.1.0",
        "  reader         " + "0" * 64,
    ]


def test_an_attribution_is_explained_by_the_beginning_of_its_id(reading):
    shown = why(reading, "at_03")
    assert '  source         93–132  "A dock worker who asked not to be named"'[:17] in "\n".join(shown)
    assert "  cue-that: said" in shown
    assert "  attributions   rules@0.1.0" in shown


def test_an_entity_is_explained_by_its_mentions_and_a_stage_without_reasons_says_so(reading):
    shown = why(reading, "en_01")
    assert '  mentions       72–81  "Orsa Dunn"' in shown
    assert "  (the stage gives no reasons)" in shown


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("at_", "4 entries begin with 'at_'"),
        ("9", "no entry '9'; expected the number of a claim or an id such as cl_01"),
    ],
)
def test_what_cannot_be_found_is_said_with_what_could(reading, wanted, said):
    with pytest.raises(NotInLedger, match=said):
        find([reading], wanted)


def test_a_number_means_nothing_among_several_articles(reading):
    with pytest.raises(NotInLedger, match="no entry '1'"):
        find([reading, reading], "1")
