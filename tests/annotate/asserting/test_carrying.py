"""Whose word a forecast is that stands beside or behind what a source said."""

import pytest

from sayso.wiring import read


def voices(text):
    return {
        claim.text.rstrip("."): claim.voice.value
        for claim in read(text, reader="rules").claims
        if claim.kind == "forecast"
    }


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The road is shut, a spokeswoman said. It will reopen by Sunday if the frost holds.",
            "It will reopen by Sunday if the frost holds",
        ),
        ("The minister said the state had hired a ferry. It would be ready by June.", "It would be ready by June"),
        (
            "Sales have suffered, the analyst Ada Bell said, but lasting damage is unlikely.",
            "lasting damage is unlikely",
        ),
    ],
)
def test_a_source_speaks_on(text, claim):
    assert voices(text)[claim] == "source"


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The road is shut, a spokeswoman said. Talks are to resume at six.", "Talks are to resume at six"),
        ("The road is shut, a spokeswoman said.\n\nIt will reopen by Sunday.", "It will reopen by Sunday"),
        ("“The road is shut,” a spokeswoman said. It will reopen by Sunday.", "It will reopen by Sunday"),
        ("The mayor denied that the road was shut. It will reopen by Sunday.", "It will reopen by Sunday"),
        ("The road is shut. It will reopen by Sunday.", "It will reopen by Sunday"),
    ],
)
def test_or_the_narrator_does(text, claim):
    assert voices(text)[claim] == "narrator"


def test_what_a_source_speaks_on_names_its_attribution_and_is_not_flagged_as_nobody_s():
    reading = read("The road is shut, a spokeswoman said. It will reopen by Sunday.", reader="rules")
    (claim,) = (claim for claim in reading.claims if claim.kind == "forecast")
    (attribution,) = reading.attributions
    assert claim.attribution == attribution.id
    assert "unattributed" not in claim.flags
