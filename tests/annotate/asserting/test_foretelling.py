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
