import pytest

from sayso.annotate.naming.aliases import Aliases, plain
from sayso.model.entity import EntityKind

NAMES = Aliases.of(
    {
        "entity": [
            {"name": "Lotte Vink", "aliases": ["Charlotte Finch", "the harbour master of Velm"], "kind": "person"},
            {"name": "Grain Board of Harle", "aliases": ["NGB"]},
        ]
    }
)


def test_a_name_and_a_noun_phrase_get_the_name_that_the_user_gave(by_hand, claimants):
    page = by_hand("Charlotte Finch said no. The harbour master of Velm said yes. NGB said nothing.")
    page.say("Charlotte Finch", "said", "no").say("The harbour master of Velm", "said", "yes").say(
        "NGB", "said", "nothing"
    )
    assert claimants(page, NAMES) == ["Lotte Vink", "Lotte Vink", "Grain Board of Harle"]


def test_a_surname_goes_back_to_an_alias(by_hand, claimants):
    page = by_hand("Charlotte Finch left. Finch said no.").say("Finch", "said", "no", after="Finch said")
    assert claimants(page, NAMES) == ["Lotte Vink"]


def test_capitals_articles_and_curls_make_no_difference():
    assert plain("The  HARLE’s Board") == "harle's board" == plain(["harle's", "board"])


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ({"entities": []}, "expected tables"),
        ({"entity": "Vink"}, "expected tables"),
        ({"entity": [{"aliases": ["Vink"]}]}, "has no name"),
        ({"entity": [{"name": "Vink", "alias": ["V"]}]}, "expected tables"),
        ({"entity": [{"name": "Vink", "aliases": "V"}]}, "no list of strings"),
        ({"entity": [{"name": "Vink", "kind": "ship"}]}, "expected one of person"),
        (
            {"entity": [{"name": "Vink", "aliases": ["V"]}, {"name": "Roy", "aliases": ["the V"]}]},
            "'Vink' and for 'Roy'",
        ),
        ({"entity": [{"name": "Vink", "aliases": [" "]}]}, "expected one"),
    ],
)
def test_what_is_no_table_of_aliases_is_refused_with_what_is_wrong(table, told):
    with pytest.raises(ValueError, match=told):
        Aliases.of(table)


def test_a_kind_is_taken_over():
    assert NAMES.kinds == {"Lotte Vink": EntityKind.PERSON}
