"""Whose word a forecast is that stands beside or behind what a source said."""

import pytest

from sayso.annotate.asserting.carrying import near_cue
from sayso.annotate.claims import find_claims
from sayso.annotate.read import Things
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


def test_a_condition_behind_an_interruption_belongs_to_its_claim(by_hand):
    page = by_hand("They may return within 30 days, an agency said, provided the wells are cleared of mines.")
    page.say("an agency", "said", "They may return within 30 days", "provided the wells are cleared of mines")
    claims, _ = find_claims(page.document, page.sentences, tuple(page.attributions), Things(), reader="hand")
    assert [[span.text for span in claim.spans] for claim in claims] == [
        ["They may return within 30 days", "provided the wells are cleared of mines"]
    ]


def test_sentences_in_front_of_that_of_an_indirect_cue_are_the_narrators(by_hand):
    page = by_hand("The rail is shut. That is a scandal, said Ada Bell.").say(
        "Ada Bell", "said", "The rail is shut. That is a scandal"
    )
    document = page.document
    sentences = (document.span(0, 17), document.span(18, len(document.text)))
    (each,) = page.attributions
    assert [span.text for span in near_cue(each, document, sentences).content] == ["That is a scandal"]
