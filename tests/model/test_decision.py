"""A decision is whole or cannot be made; what a sequence of them comes to follows from the sequence."""

from itertools import count, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.model.decision import Decision, DecisionKind, ForecastOutcome
from sayso.model.standing import clustered, in_force, standing

K = DecisionKind
CLOCK = count()


def decided(kind, *subjects, **more):
    return Decision(kind=kind, subjects=subjects, **{"by": "E. Rask", "at": f"t{next(CLOCK)}", "reason": "seen"} | more)


@pytest.mark.parametrize(
    ("kind", "subjects", "more"),
    [
        (K.CONFIRM, ("a",), {"relation": "echo"}),
        (K.CONFIRM, ("a", "a"), {"relation": "echo"}),
        (K.CONFIRM, ("a", "b"), {}),
        (K.REJECT, ("a", "b"), {"relation": "friend"}),
        (K.MERGE, ("a", "b"), {"relation": "echo"}),
        (K.MERGE, ("a",), {}),
        (K.SPLIT, (), {}),
        (K.RESOLVE, ("a",), {}),
        (K.NOTE, ("a",), {"outcome": ForecastOutcome.DID_NOT}),
        (K.NOTE, ("a",), {"reason": " "}),
        (K.UNDO, ("a", "b"), {}),
        (K.UNDO, ("a",), {"by": ""}),
    ],
)
def test_a_decision_that_is_not_whole_cannot_be_made(kind, subjects, more):
    with pytest.raises(InputError, match="expected"):
        decided(kind, *subjects, **more)


def test_the_last_word_about_a_relation_counts_and_its_direction_is_part_of_it():
    yes = decided(K.CONFIRM, "a", "b", relation="echo")
    no = decided(K.REJECT, "a", "b", relation="echo")
    other = decided(K.CONFIRM, "b", "a", relation="echo")
    assert standing([yes, no, other]).judgements == {("echo", "a", "b"): no, ("echo", "b", "a"): other}


def test_undoing_brings_back_what_was_before_and_can_be_undone():
    first = decided(K.RESOLVE, "f", outcome=ForecastOutcome.CAME_ABOUT)
    second = decided(K.RESOLVE, "f", outcome=ForecastOutcome.DID_NOT)
    undo = decided(K.UNDO, second.id)
    assert standing([first, second, undo]).outcomes == {"f": first}
    again = decided(K.UNDO, undo.id)
    assert standing([first, second, undo, again]).outcomes == {"f": second}
    assert in_force([first, second, undo, again, decided(K.UNDO, again.id)]) == [first]


def test_notes_add_up_and_decisions_follow_claims_to_their_new_ids():
    one, two = decided(K.NOTE, "old", "x"), decided(K.NOTE, "old")
    found = standing([one, two], moved={"old": "new"})
    assert found.notes == {"new": (one, two), "x": (one,)}


def test_clusters_are_merged_and_split_as_people_say():
    machine = [{"a", "b"}, {"c"}, {"d", "e"}]
    merge, split = decided(K.MERGE, "a", "c"), decided(K.SPLIT, "b", "e")
    assert clustered(machine, [merge]) == [{"a", "b", "c"}, {"d", "e"}]
    assert clustered(machine, [merge, split]) == [{"a", "c"}, {"b", "e"}, {"d"}]
    assert clustered(machine, [decided(K.MERGE, "a", "gone"), decided(K.SPLIT, "gone")]) == [
        {"a", "b"},
        {"c"},
        {"d", "e"},
    ]
    assert clustered(machine, [decided(K.SPLIT, "old")], moved={"old": "d"}) == [{"a", "b"}, {"c"}, {"d"}, {"e"}]


CLAIMS = st.sampled_from("abcdef")
ACTS = st.lists(st.tuples(st.sampled_from([K.MERGE, K.SPLIT]), st.sets(CLAIMS, min_size=2, max_size=4)), max_size=8)


@given(acts=ACTS, sizes=st.permutations("abcdef"), cuts=st.sets(st.integers(1, 5)))
def test_every_claim_stays_in_exactly_one_cluster(acts, sizes, cuts):
    edges = [0, *sorted(cuts), 6]
    machine = [set(sizes[start:end]) for start, end in pairwise(edges)]
    decisions = [decided(kind, *sorted(subjects)) for kind, subjects in acts]
    found = clustered(machine, decisions)
    assert sorted(each for cluster in found for each in cluster) == list("abcdef")
    if acts and acts[-1][0] is K.MERGE:
        assert any(acts[-1][1] <= cluster for cluster in found)
    if acts and acts[-1][0] is K.SPLIT:
        assert acts[-1][1] in found


@given(st.data())
def test_undone_decisions_leave_no_trace(choice):
    kept = [decided(K.NOTE, choice.draw(CLAIMS)) for _ in range(choice.draw(st.integers(0, 4)))]
    whole = list(kept)
    for _ in range(choice.draw(st.integers(0, 4))):
        at = choice.draw(st.integers(0, len(whole)))
        passing = decided(K.NOTE, choice.draw(CLAIMS))
        whole[at:at] = [passing]
        whole.append(decided(K.UNDO, passing.id))
    assert in_force(whole) == kept
    assert standing(whole) == standing(kept)
