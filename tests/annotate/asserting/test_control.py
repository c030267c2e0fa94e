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
        ("Rebels captured Harle from the army", ("Rebels", "the army", "Harle", "taken")),
        ("Harle was retaken by the army", ("the army", "", "Harle", "taken")),
        ("Harle fell to the rebels on Friday", ("the rebels", "", "Harle", "taken")),
        ("Harle has fallen", ("", "", "Harle", "lost")),
        ("The army lost Fort Ede to the rebels", ("the rebels", "The army", "Fort Ede", "lost")),
        ("The army withdrew from the bridge", ("", "The army", "the bridge", "lost")),
        ("The rebels were driven out of Harle by the army", ("the army", "The rebels", "Harle", "lost")),
        ("The army drove the rebels out of Harle", ("The army", "the rebels", "Harle", "taken")),
        ("The army still holds the bridge", ("The army", "", "the bridge", "held")),
        ("The town is under the control of the Free Brigade", ("the Free Brigade", "", "The town", "held")),
        ("The heights remain in rebel hands", ("rebel", "", "The heights", "held")),
        ("Rebels took control of Harle", ("Rebels", "", "Harle", "taken")),
        ("The army lost control of the port", ("", "The army", "the port", "lost")),
        ("Rebels raised their flag over Harle", ("Rebels", "", "Harle", "taken")),
        ("They are fighting for the port", ("", "", "the port", "contested")),
        ("Neither side controls the station", ("", "", "the station", "contested")),
        ("The capture of Harle by rebels ended the siege", ("rebels", "", "Harle", "taken")),
        (
            "Marines from the southern fleet took the island",
            ("Marines from the southern fleet", "", "the island", "taken"),
        ),
    ],
)
def test_who_holds_and_who_lost_a_place_in_every_voice_of_the_verb(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text", ["She lost her keys in Harle", "He held his breath", "a man on trial over the loss of Harle"]
)
def test_what_is_no_place_is_neither_held_nor_lost(text):
    assert told(text) is None
