"""What becomes of words of doubt."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.model.claim import Claim, ClaimKind, Voice
from sayso.model.document import Span
from sayso.relate.drift import find_drift, hedges_of


def claim(*hedges):
    spans, start = [], 0
    for hedge in hedges:
        spans.append(Span(start, start + len(hedge), hedge))
        start += len(hedge) + 1
    return Claim(id="cl", kind=ClaimKind.EVENT, spans=(), text="", voice=Voice.NARRATOR, hedges=tuple(spans))


def test_a_word_is_kept_changed_or_dropped_by_those_who_come_later():
    reports = [
        (str(at), [claim(*words)]) for at, words in enumerate([["May"], [], ["might"], ["may"], [], ["may", "might"]])
    ]
    may, might = find_drift(3, reports)
    assert (may.origin, may.word, may.since) == (3, "may", "0")
    assert (may.kept, may.changed, may.dropped) == (("3", "5"), ("2",), ("1", "4"))
    assert (might.since, might.kept, might.changed, might.dropped) == ("2", ("5",), ("3",), ("4",))


def test_an_article_has_the_hedges_of_all_its_claims():
    [drift] = find_drift(1, [("a", [claim("may")]), ("b", [claim(), claim("may")])])
    assert drift.kept == ("b",)


def test_without_a_word_of_doubt_there_is_no_drift():
    assert find_drift(1, [("a", [claim()]), ("b", [])]) == ()


def test_a_hedge_over_a_line_end_is_the_same_hedge():
    assert hedges_of([claim("could\n  not be verified", "Could not be verified")]) == ("could not be verified",)


@given(st.lists(st.lists(st.text(min_size=1, max_size=5), max_size=3), max_size=6))
def test_every_later_article_is_counted_once_for_every_word(hedges):
    reports = [(str(at), [claim(*words)]) for at, words in enumerate(hedges)]
    for drift in find_drift(1, reports):
        later = [document for document, _ in reports[int(drift.since) + 1 :]]
        assert sorted((*drift.kept, *drift.changed, *drift.dropped), key=int) == later
