import pytest

from sayso.export.balance.sides import OTHER, SEVERAL, Sides, speakers

TABLE = {"side": [{"name": "Tarvia", "names": ["Tarvian", "Orlov Bay"]}, {"name": "Kesh", "names": ["Keshi"]}]}
SIDES = Sides.of(TABLE)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the Tarvian army", {"Tarvia"}),
        ("KESHI officials", {"Kesh"}),
        ("Tarvia’s president", {"Tarvia"}),
        ("sources in Orlov Bay", {"Tarvia"}),
        ("the Tarvian envoy to Kesh", {"Tarvia", "Kesh"}),
        ("Orlov", set()),
        ("Keshia Brown", set()),
    ],
)
def test_a_side_is_told_by_whole_names(words, found):
    assert SIDES.in_words(words) == found


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ({}, r"expected tables \[\[side\]\]"),
        ({"side": [{"names": ["x"]}]}, "has no name"),
        ({"side": [{"name": SEVERAL}]}, "one that is taken"),
        ({"side": [{"name": "a", "names": "b"}]}, "no list of strings"),
        ({"side": [{"name": "a", "names": ["x"]}, {"name": "b", "names": ["X"]}]}, "'X' belongs to 'a' and to 'b'"),
        ({"side": [{"name": "a", "names": ["?"]}]}, "belongs to 'nobody'"),
    ],
)
def test_bad_sides_are_refused_with_what_was_expected(table, told):
    with pytest.raises(ValueError, match=told):
        Sides.of(table)


def test_a_speaker_keeps_the_side_by_which_the_text_called_her_once(harbour):
    sides = Sides.of(
        {"side": [{"name": "coast", "names": ["coast guard"]}, {"name": "south", "names": ["South Grouping"]}]}
    )
    found = speakers(sides, harbour.entities, harbour.attributions)
    assert [found[each.id] for each in harbour.attributions] == ["south", OTHER, "coast", "coast", OTHER, OTHER]
