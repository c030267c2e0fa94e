"""What reads as a decision, and is foretold by somebody who does not decide it."""

import pytest

from sayso.wiring import read


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The central bank will lower its rate in April, the economist Tilde Roos said.", "forecast"),
        ("The central bank will lower its rate in April, the governor Tilde Roos said.", "policy"),
        ("The plant will be closed by the end of 2027, Corin Dale predicted.", "forecast"),
        ("The plant will be closed by the end of 2027, Corin Dale said.", "policy"),
        ("There is a 60 % chance that the council will close the mill, Ada Bell said.", "forecast"),
        ("The ministry has ordered a recount, the analyst Ada Bell said.", "policy"),
    ],
)
def test_who_looks_on_or_tells_the_odds_foretells(text, kind):
    (claim,) = (claim for claim in read(text, reader="rules").claims if claim.voice == "source")
    assert claim.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Power should be back by midnight, Ada Bell said.",
        "A front should sweep in from the sea on Saturday, Ada Bell said.",
        "The goalkeeper may be banned for her outburst, Ada Bell said.",
        "Parents may have to look elsewhere, Ada Bell said.",
        "The report is to be published on 12 November, Ada Bell said.",
        "Delays are to be expected until 12 November, Ada Bell said.",
        "“We’ll muddle through,” Ada Bell said.",
        "Water will flow again by 20 March, Ada Bell said.",
        "Ada Bell thinks the council will close the mill.",
        "A bigger blast within ten days is conceivable, Ada Bell said.",
        "A deal by Sunday isn’t out of the question, Ada Bell said.",
        "An arrest is only a matter of days, Ada Bell said.",
        "Ada Bell warned of a poor harvest.",
        "Ada Bell thinks a new mill unlikely before 2028.",
        "Orla’s airport looks likely to stay shut, Ada Bell said.",
        "She may never be paid, Ada Bell said.",
    ],
)
def test_what_is_foretold(text):
    assert {claim.kind for claim in read(text, reader="rules").claims if claim.voice == "source"} == {"forecast"}


@pytest.mark.parametrize(
    "text",
    [
        "Families should be compensated by the end of March, Ada Bell said.",
        "The government should reopen the Lere road within a week, Ada Bell said.",
        "The silver may already be melted down, Ada Bell said.",
        "The president might be among the wounded, Ada Bell said.",
        "That would be sheer folly, Ada Bell said.",
        "No price could justify it, Ada Bell said.",
        "Arson cannot be ruled out, Ada Bell said.",
        "Ada Bell fears that the pilot is dead.",
        "The council will widen the road, Ada Bell said.",
        "We shut it so that engines could use the road, Ada Bell said.",
    ],
)
def test_what_is_not(text):
    assert "forecast" not in {claim.kind for claim in read(text, reader="rules").claims}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Talks are to resume at six.", "forecast"),
        ("Temperatures are to climb by the end of the week.", "forecast"),
        ("The aim is to restore trust.", None),
        ("Prices to rise", "forecast"),
        ("Rebels vow to return", None),
    ],
)
def test_what_the_narrator_foretells_in_an_infinitive(text, kind):
    kinds = {claim.kind.value for claim in read(text, reader="rules").claims}
    assert ("forecast" in kinds) is (kind == "forecast")
