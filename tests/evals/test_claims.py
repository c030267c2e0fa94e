import claim_agreement
import claim_gold
import claims
import pytest
from golden import LedgerFault
from score import Figures

from sayso.model.claim import Claim, ClaimKind, Voice
from sayso.model.document import Document
from sayso.wiring import read

TEXT = "Rebels took the mill and burned the bridge. The bridge may have fallen, said Ada Orr."
ROW = {"name": "mill", "published_at": "2026-03-03", "text": TEXT}
BURNED = {"kind": "event", "voice": "narrator", "spans": ["burned the bridge"], "shared": ["Rebels"]}
FALLEN = {
    "kind": "event",
    "voice": "source",
    "source": "Ada Orr",
    "spans": ["The bridge may have fallen"],
    "certainty": "possible",
    "hedges": [{"text": "may", "whose": "speaker"}],
}


def made(*rows):
    return claim_gold.passage({**ROW, "claim": rows})


def test_the_passages_are_sound():
    assert claim_gold.check() == []


def test_both_halves_hold_enough_of_every_kind():
    for half, least in (("dev", 0.45), ("test", 0.45)):
        marked = [each for one in claim_gold.passages(half) for each in one.claims]
        wanted = {"forecast": 60, "control": 60, "casualties": 50, "policy": 60, "justification": 40, "evaluation": 60}
        for kind, many in wanted.items():
            assert sum(each.kind == kind for each in marked) >= least * many, kind
        assert sum(len(each.hedges) for each in marked) >= 60


def test_no_passage_stands_in_both_halves():
    dev, test = ({one.document.text for one in claim_gold.passages(half)} for half in claim_gold.HALVES)
    assert not dev & test


@pytest.mark.parametrize(
    "wrong",
    [
        {"spans": ["the barn"]},
        {"hedges": [{"text": "perhaps", "whose": "speaker"}]},
        {"source": "Ada Oak"},
        {"spans": [{"text": "bridge", "nth": 3}]},
    ],
)
def test_words_that_do_not_stand_in_the_passage_are_a_fault_that_names_it(wrong):
    with pytest.raises(LedgerFault, match="mill"):
        made({**FALLEN, **wrong})


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "rumour"},
        {"voice": "speaker"},
        {"polarity": "doubted"},
        {"due": "2026-05-01"},
        {"kind": "forecast"},
        {"kind": "forecast", "due": "2026-02-30", "deadline": ["may"]},
        {"kind": "control", "change": ["gone"]},
        {"kind": "control", "change": ["taken"], "holder": "Kesh"},
    ],
)
def test_values_that_no_field_has_are_told(wrong):
    one = made({**FALLEN, **wrong})
    assert [*claim_gold.wrongs(one.document, one.claims[0])]


def test_a_shared_subject_counts_neither_way():
    one = made(BURNED)
    document = one.document
    alone = document.span(TEXT.index("burned"), TEXT.index("."))
    subject = document.span(0, len("Rebels"))
    for spans in ((alone,), (subject, alone)):
        claim = Claim(id="cl_1", kind=ClaimKind.EVENT, spans=spans, text="", voice=Voice.NARRATOR)
        assert claims.dice(one.claims[0], claim) == 1


def test_claims_pair_one_to_one_in_the_same_voice():
    one = made(BURNED, FALLEN)
    twice = (*one.claims, *one.claims)
    assert claims.pair(one.claims, twice) == {0: 0, 1: 1}
    other = made({**BURNED, "voice": "source"}, FALLEN)
    assert claims.pair(one.claims, other.claims) == {1: 1}


def test_a_reading_of_nothing_finds_nothing():
    one, figures = made(BURNED, FALLEN), Figures()
    claims.score(one, read(Document(text="A walk."), reader="rules"), figures)
    assert figures.counts["claims"].hit == 0
    assert figures.counts["hedges"].wanted == 1


def test_the_same_annotation_agrees_with_itself_and_another_less():
    one, other = made(BURNED, FALLEN), made({**BURNED, "kind": "policy"}, {**FALLEN, "hedges": []})
    alone = claim_agreement.agreement([one], [one])
    assert {count.f1 for count in alone.counts.values()} == {1.0}
    between = claim_agreement.agreement([one], [other])
    assert between.counts["kind: same"].f1 == 0.5
    assert between.counts["hedges"].hit == 0


def test_kappa_is_what_is_left_of_agreement_after_chance():
    assert claim_agreement.kappa([("a", "a"), ("b", "b")]) == 1
    assert claim_agreement.kappa([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")]) == 0
    assert claim_agreement.kappa([]) == 1


def test_the_failures_of_the_test_half_are_shown_to_nobody(capsys):
    with pytest.raises(SystemExit):
        claims.main(["--half", "test", "--failures"])
    assert "kept apart" in capsys.readouterr().err


def test_figures_of_a_half_have_every_part():
    names = claims.figures("dev", "rules").counts
    assert {"claims", "polarity", "hedges", "forecasts: recall", "contested terms × voice", claims.MACRO} <= {*names}


def test_further_passages_are_read_by_their_names_and_unknown_ones_refused(capsys):
    with pytest.raises(SystemExit):
        claims.main(["--half", "dev,nowhere"])
    assert "nowhere: no such passages; expected some of dev, test, more-a, more-b" in capsys.readouterr().err
    for name in claim_gold.FURTHER:
        assert len(claim_gold.passages(name)) >= claim_gold.FEWEST
