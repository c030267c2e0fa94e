import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.relate.matching.asked import ask
from sayso.relate.matching.collection import Collection, Known
from sayso.relate.matching.evidence import NAMES, ranks, weigh_up
from sayso.relate.matching.search import (
    FAR_BEHIND,
    FEWEST_READ,
    MARGINS,
    MOST_READ,
    NEAR,
    apart,
    best,
    certainty,
    find_candidates,
    find_matches,
    shortlist,
    wording,
)


def evidence_of(text, claim, collection):
    asked = ask(text, collection)
    candidates = find_candidates(asked, collection)
    place = [collection.ids[each] for each in candidates.claims].index(claim)
    return dict(zip(NAMES, weigh_up(asked, candidates, collection)[place].tolist(), strict=True))


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("They say the boats over the Orle are closing", "a"),
        ("@AdaBell is banning bakeries now?!", "b"),
        ("#KessinHarbour burning", "d"),
        ("ferry", "a"),  # by meaning alone: no claim has the word
    ],
)
def test_the_claim_that_says_it_is_first(collection, text, claim):
    assert find_matches(text, collection, 3)[0].id == claim


def test_scores_fall_and_stay_between_nothing_and_one(collection):
    scores = [match.score for match in find_matches("Vellmark station bakeries wolf", collection, 9)]
    assert len(scores) > 1
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_no_more_than_asked_for(collection):
    assert len(find_matches("Vellmark Orle Kessin Bell", collection, 2)) == 2


def test_those_near_the_likeliest_are_read_again():
    order = np.array([-9.0, 5.0, 4.0, -8.0, 5.0 - NEAR, 3.0, 2.5, -7.0])
    assert shortlist(order).tolist() == [1, 2, 4, 5, 6]


def test_a_few_are_read_again_however_far_behind_and_no_more_than_a_few_more():
    assert shortlist(np.array([9.0, *[-9.0] * 20])).tolist() == list(range(FEWEST_READ))
    assert shortlist(np.zeros(MOST_READ * 3)).tolist() == list(range(MOST_READ))
    assert shortlist(np.array([1.0])).tolist() == [0]


def test_the_best_are_positive_and_of_equal_ones_the_first():
    assert best(np.array([0.0, 2.0, 0.0, 1.0, 2.0, 1.0]), 3).tolist() == [1, 4, 3]
    assert best(np.array([0.0, -1.0, 3.0]), 2).tolist() == [2]
    assert best(np.zeros(9), 2).tolist() == []


def test_of_equal_ones_none_is_before_the_other_wherever_they_stand():
    assert ranks(np.array([3.0, 1.0, 3.0, 0.0])).tolist() == [0, 2, 0, 3]
    assert ranks(np.zeros(0)).tolist() == []


def test_certainty_is_that_of_the_likeliest_beside_the_odds_of_all():
    evidence = np.array([[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]])
    told = certainty(evidence, np.array([1.0, 4.0, -99.0]), np.array([0.5, -0.5, -2.0]))
    assert told.tolist() == [0.3, 0.4, 4.0, 3.0, FAR_BEHIND, FAR_BEHIND, -0.5, 0.5, -0.5, -2.0, -2.0]
    alone = certainty(evidence[:1], np.array([1.0]), np.array([0.5]))
    assert alone.tolist() == [0.1, 0.2, 1.0, *[FAR_BEHIND] * MARGINS, 0.5, *[0.5] * (MARGINS + 1)]


TWICE = (
    Known(id="first", text="Orle boats sank.", title="Boats?"),
    Known(id="other", text="The Orle has one boat.", title="Boats?"),
    Known(id="again", text="“Orle boats” sank", title="Boats"),
)


def test_a_claim_that_stands_twice_is_found_twice_with_one_score(meanings):
    first, again, other = find_matches("Orle boats sank", Collection(TWICE, meanings), 3)
    assert (first.id, again.id, other.id) == ("first", "again", "other")
    assert first.score == again.score > other.score
    assert [match.id for match in find_matches("Orle boats sank", Collection(TWICE, meanings), 1)] == ["first"]


def test_candidates_in_one_wording_are_one(meanings):
    collection = Collection(TWICE, meanings)
    found = find_candidates(ask("Orle boats sank", collection), collection)
    candidates, alike = apart(found, collection)
    assert alike == {0: [0, 2], 1: [1]}
    assert candidates.claims.tolist() == [0, 1]
    assert candidates.bm25.tolist() == found.bm25[:2].tolist()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("“Orle boats” didn’t sink_", "orle boats: didn't sink!", True),
        ("The Orle boats sank.", "The Orle boats did not sink.", False),
        ("Rent is £5.", "Rent is $5.", False),
        ("It was -5 in Kessin", "It was 5 in Kessin", False),
        ("Up by 1.5", "Up by 15", False),
        ("now here", "nowhere", False),
    ],
)
def test_claims_in_other_words_stay_apart(one, other, same):
    assert (wording((one, "")) == wording((other, ""))) is same


def test_a_title_is_no_part_of_the_text():
    assert wording(("Orle boats", "sank")) != wording(("Orle", "boats sank"))


def test_claims_that_were_not_read_again_come_after_those_that_were(meanings):
    known = [Known(id=str(number), text=f"Orle boat {number} {'wolf ' * number}") for number in range(MOST_READ + 5)]
    matches = find_matches("Orle boat", Collection(known, meanings), len(known))
    assert sorted(match.id for match in matches) == sorted(claim.id for claim in known)
    assert [match.score for match in matches] == sorted((match.score for match in matches), reverse=True)


def test_evidence_of_words_that_are_shared(collection):
    seen = evidence_of("Ada Bell banned bakeries in Kessin", "b", collection)
    assert seen["title covered"] == pytest.approx(1)
    assert 0 < seen["asked covered"] < 1
    assert seen["text run"] == pytest.approx(np.log1p(2), abs=1e-4)  # ada bell banned; 40 stands before the bakeries
    assert seen["title run"] == pytest.approx(np.log1p(3), abs=1e-4)
    assert seen["number not asked for"] == 1
    assert seen["names missing"] > 0  # Vellmark


def test_evidence_of_words_that_mean_the_like(collection):
    seen = evidence_of("ferry line", "a", collection)
    assert seen["asked meant"] == pytest.approx(1)
    assert seen["asked covered"] < 1


def test_evidence_of_a_date_and_a_picture(collection):
    of_year = evidence_of("Boat line closing — Ida (@ida) March 3, 2031", "a", collection)
    assert (of_year["year the same"], of_year["month the same"], of_year["year another"]) == (1, 1, 0)
    of_another = evidence_of("Boat line closing — Ida (@ida) March 3, 2030", "a", collection)
    assert (of_another["year the same"], of_another["year another"]) == (0, 1)
    of_picture = evidence_of("A wolf! pic.twitter.com/Abc", "c", collection)
    assert (of_picture["picture for picture"], of_picture["picture for none"]) == (1, 0)


def test_what_is_said_of_a_claim_does_not_depend_on_where_it_stands(meanings, collection):
    turned = Collection(
        [Known(id=id, text=text, title=title) for id, text, title in (
            ("d", "The harbour of Kessin burned for 12 days.", "Kessin Harbour Fire"),
            ("c", "A photograph shows a wolf on the roof of the Vellmark station.", ""),
            ("b", "Mayor Ada Bell banned 40 bakeries in Vellmark.", "Did Ada Bell Ban Bakeries?"),
            ("a", "The boat line across the Orle will close in March 2031.", "Is the Orle Boat Line Closing?"),
        )],
        meanings,
    )  # fmt: skip
    text = "Bell lets Kessin's harbour burn for days"
    assert evidence_of(text, "d", turned) == pytest.approx(evidence_of(text, "d", collection), abs=1e-6)


WORDS = st.sampled_from(
    ["Orle", "boat", "#AdaBell", "2031", "wolf", "the", "—", "(@a)", "May 1, 2031", "ferry", "zzz", "é", ".", "’"]
)


@settings(max_examples=60)
@given(st.lists(WORDS).map(" ".join) | st.text())
def test_any_text_may_be_asked(collection, text):
    matches = find_matches(text, collection, 5)
    assert matches == find_matches(text, collection, 5)
    assert all(0 <= match.score <= 1 for match in matches)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.text(max_size=40), st.lists(WORDS, max_size=6).map(" ".join)), max_size=6))
def test_any_claims_may_be_known(meanings, rows):
    known = [Known(id=str(number), text=text, title=title) for number, (text, title) in enumerate(rows)]
    assert len(find_matches("Orle boat wolf 2031", Collection(known, meanings), 5)) <= len(known)
