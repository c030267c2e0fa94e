import pytest

from sayso.annotate.asserting.control import find_control
from sayso.annotate.asserting.tokens import tokens_of


def told(text):
    found = find_control(tokens_of(text), lambda _: True)
    if found is None:
        return None
    words = [" ".join(token.text for token in phrase) for phrase in (found.holder, found.loser, found.place)]
    return (*words, found.change.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels raised a black flag over the castle", ("Rebels", "", "the castle", "taken")),
        ("Our flag flies over the signal tower", ("", "", "the signal tower", "held")),
        ("the tower is still ours", ("ours", "", "the tower", "held")),
        ("the port is once more under their thumb", ("their", "", "the port", "held")),
        ("the districts came under the control of the militia", ("the militia", "", "the districts", "taken")),
        ("the airstrip is up for grabs", ("", "", "the airstrip", "contested")),
        ("the islets changed hands on Monday", ("", "", "the islets", "taken")),
        ("the island reverts to Lorne", ("Lorne", "", "the island", "taken")),
        ("the fortress held out", ("", "", "the fortress", "held")),
        ("the port surrendered without a shot", ("", "", "the port", "lost")),
        ("We threw back nine assaults on the mill", ("We", "", "the mill", "held")),
        ("an attack on the port was repulsed", ("", "", "the port", "held")),
        ("they have the bridge", ("they", "", "the bridge", "held")),
        ("tanks rumbled into the capital", ("tanks", "", "the capital", "taken")),
        ("Both governments claim the reef", ("", "", "the reef", "contested")),
        ("Guerrillas snapped up two stations", ("Guerrillas", "", "two stations", "taken")),
        ("the army drove the rebels off it", ("the army", "the rebels", "it", "taken")),
        ("the militia cling to the eastern suburb", ("the militia", "", "the eastern suburb", "held")),
    ],
)
def test_who_holds_a_place_is_told_in_many_ways(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the tanker entered the port at noon",
        "she took the road to the coast",
        "police searched the offices of the bank",
        "journalists were kept out of the hall",
        "rain fell on the city",
        "the mine belongs to my uncle",
        "shelling damaged the hospital",
        "the lorry ran into the wall",
    ],
)
def test_what_is_done_at_a_place_by_others_holds_nothing(text):
    assert told(text) is None
