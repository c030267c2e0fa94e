import pytest

from sayso.annotate.stance import beside_content, find_hedges, find_stance, inside
from sayso.model.attribution import CueKind
from sayso.model.document import Document


def stance_of(page):
    each = page.attributions[0]
    hedges = inside(find_hedges(page.document), [*each.cue, *each.content])
    return find_stance(page.document, each.content, each, hedges)


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("The ship may have sunk.", ["may"]),
        ("The ship might sink in May.", ["might"]),
        ("It was allegedly scuttled.", ["allegedly"]),
        ("It is believed to lie off Harle.", ["It is believed"]),
        ("He could see the smoke.", []),
        ("They feared the might of the fleet.", []),
        ("May was wet. In May it rained.", []),
        ("May he rest in peace.", ["May"]),
        ("Perhaps it rained, reportedly.", ["Perhaps", "reportedly"]),
        ("It could not be verified.", ["could not be verified"]),
    ],
)
def test_hedges_are_cue_words_and_neither_months_nor_strength(text, hedges):
    assert [span.text for span in find_hedges(Document(text=text))] == hedges


@pytest.mark.parametrize(
    ("text", "cue", "content", "polarity", "certainty"),
    [
        ("The bank denied that data was sold.", "denied", "that data was sold", "denied", "certain"),
        ("The bank rejected claims that data was sold.", "rejected", "claims that data was sold", "denied", "certain"),
        ("The bank did not deny that data was sold.", "deny", "that data was sold", "asserted", "unknown"),
        (
            "The bank would not confirm that data was sold.",
            "would not confirm",
            "that data was sold",
            "asserted",
            "unknown",
        ),
        (
            "The bank neither confirmed nor denied that data was sold.",
            "denied",
            "that data was sold",
            "asserted",
            "unknown",
        ),
        (
            "The bank said it was not true that data was sold.",
            "said",
            "it was not true that data was sold",
            "denied",
            "certain",
        ),
        (
            "The bank said reports that data was sold were false.",
            "said",
            "reports that data was sold were false",
            "denied",
            "certain",
        ),
        (
            "The bank said there was no truth in the story.",
            "said",
            "there was no truth in the story",
            "denied",
            "certain",
        ),
        ("The bank said it had never sold data.", "said", "it had never sold data", "denied", "certain"),
        ("The bank said no data had been sold.", "said", "no data had been sold", "denied", "certain"),
        ("The bank said not only data was sold.", "said", "not only data was sold", "asserted", "certain"),
        ("The bank asked us not to sell data.", "asked", "us not to sell data", "asserted", "certain"),
        (
            "The bank said no data was sold. It was lent.",
            "said",
            "no data was sold. It was lent.",
            "asserted",
            "certain",
        ),
        ("The bank confirmed that data was sold.", "confirmed", "that data was sold", "asserted", "certain"),
        ("The bank said data was probably sold.", "said", "data was probably sold", "asserted", "probable"),
        ("The bank said data may have been sold.", "said", "data may have been sold", "asserted", "possible"),
        (
            "The bank said it was unclear whether data was sold.",
            "said",
            "it was unclear whether data was sold",
            "asserted",
            "unknown",
        ),
    ],
)
def test_a_denial_is_a_cue_or_a_negated_clause_and_a_refusal_to_confirm_is_none(
    by_hand, text, cue, content, polarity, certainty
):
    stance = stance_of(by_hand(text).say("The bank", cue, content))
    assert (stance.polarity.value, stance.factuality.certainty.value) == (polarity, certainty)


@pytest.mark.parametrize(
    "text",
    ["The report could not be verified.", "It was not possible to verify the report.", "We could not confirm it."],
)
def test_what_the_narrator_could_not_confirm_is_open_and_not_denied(text):
    document = Document(text=text)
    stance = find_stance(document, [document.span(0, len(text))], None, ())
    assert (stance.polarity.value, stance.factuality.certainty.value) == ("asserted", "unknown")


@pytest.mark.parametrize(
    ("cue", "content", "polarity", "certainty"),
    [
        ("saw no sign", "that data was sold", "denied", "certain"),
        ("found no evidence", "that data was sold", "denied", "certain"),
        ("had no information", "that data was sold", "asserted", "unknown"),
        ("called", "reports of a sale invented", "denied", "certain"),
        ("described", "the claim that data was sold as false", "denied", "certain"),
        ("called", "the report on data sold there useful", "asserted", "certain"),
        ("read", "reports of a sale invented", "asserted", "certain"),
    ],
)
def test_what_nothing_speaks_for_is_denied_and_what_is_called_untrue(by_hand, cue, content, polarity, certainty):
    stance = stance_of(by_hand(f"The bank {cue} {content}.").say("The bank", cue, content))
    assert (stance.polarity.value, stance.factuality.certainty.value) == (polarity, certainty)


@pytest.mark.parametrize(("cue", "hedges"), [("doubted", ["doubted"]), ("had no doubt", []), ("never doubted", [])])
def test_no_doubt_is_no_hedge(by_hand, cue, hedges):
    page = by_hand(f"The clerk {cue} that data was sold.")
    page.say("The clerk", cue, "that data was sold", kind=CueKind.BELIEF)
    (each,) = page.attributions
    assert [hedge.text for hedge in beside_content(page.document, each, ())] == hedges


def test_what_nobody_denied_is_not_denied(by_hand):
    page = by_hand("Neither the king nor his aide denied that he left.").say("his aide", "denied", "that he left")
    assert (stance_of(page).polarity.value, stance_of(page).factuality.certainty.value) == ("asserted", "unknown")


def test_a_belief_is_no_more_than_probable(by_hand):
    page = by_hand("The clerk thinks the lock was forced.").say(
        "The clerk", "thinks", "the lock was forced", kind=CueKind.BELIEF
    )
    assert stance_of(page).factuality.certainty.value == "probable"


@pytest.mark.parametrize(
    ("text", "cue", "content", "hedges", "distanced"),
    [
        (
            "The bank claimed that data may be lost.",
            "claimed",
            "that data may be lost",
            ["claimed", "may"],
            ["claimed"],
        ),
        ("The bank said the alleged thief fled.", "said", "the alleged thief fled", ["alleged"], ["alleged"]),
        ("The bank fears that data is lost.", "fears", "that data is lost", ["fears"], []),
        ("The bank said “the alleged thief” fled.", "said", "“the alleged thief” fled", ["alleged"], []),
        ("The bank said it was probably lost.", "said", "it was probably lost", ["probably"], []),
    ],
)
def test_a_hedge_is_the_narrators_where_it_keeps_away_from_what_is_said(by_hand, text, cue, content, hedges, distanced):
    page = by_hand(text).say("The bank", cue, content)
    each = page.attributions[0]
    found = sorted({*inside(find_hedges(page.document), each.content), *beside_content(page.document, each, ())})
    marks = range(text.find("“"), text.find("”"))
    stance = find_stance(page.document, each.content, each, tuple(found), lambda place: place in marks)
    assert [span.text for span in stance.hedges] == hedges
    assert [span.text for span in stance.distanced] == distanced
