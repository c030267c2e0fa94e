"""What people decide shows wherever stories are shown, and what the machine found stays beside it."""

from dataclasses import replace

import pytest

from sayso.errors import InputError, NotInLedger
from sayso.model.decision import Decision, DecisionKind, ForecastOutcome
from sayso.model.relation import RelationKind, Status
from sayso.relate.decided import resolved
from sayso.relate.register import Forecast
from sayso.store import open_ledger
from sayso.store.memory import MemoryLedger
from sayso.workflow import decide, decided_stories, redact, relate, standing_now

MILL = '"We hold the mill at Orlen," Ada Venn said. '
QUAY = '"The quay at Orlen burnt down," Tom Brask said. '
COD = '"Cod prices rose in Sundhavn," Lea Holm said. '


@pytest.fixture(params=["memory", "sqlite"])
def ledger(request, tmp_path, article):
    opened = MemoryLedger() if request.param == "memory" else open_ledger(tmp_path / "ledger.db", create=True)
    texts = (MILL, MILL + "It rained.", QUAY, COD)
    opened.append([article(text, outlet=f"Post {at}", day=f"2026-03-0{at + 1}") for at, text in enumerate(texts)])
    list(relate(opened))
    yield opened
    opened.close()


def clusters(stories):
    return [each for story in stories.all_related() for each in story.clusters]


def cluster(stories, claim):
    (found,) = [each for each in clusters(stories) if claim in each.claims]
    return found


def claim(ledger, words, at=0):
    found = [each for reading in ledger.readings() for each in reading.claims if words in each.text]
    return found[at].id


def put(ledger, kind, *subjects, **more):
    return decide(ledger, Decision(kind=kind, subjects=subjects, by="E. Rask", **more))


def test_a_relation_has_the_status_that_a_person_gave_it_last(ledger):
    (echo,) = [each for story in ledger.stories().all_related() for each in story.relations]
    assert (echo.kind, echo.decided_by) == (RelationKind.ECHO, None)
    put(ledger, DecisionKind.REJECT, echo.from_id, echo.to_id, relation="echo")
    (now,) = [each for story in decided_stories(ledger).all_related() for each in story.relations]
    assert now == replace(echo, status=Status.REJECTED, decided_by="E. Rask")
    last = put(ledger, DecisionKind.CONFIRM, echo.from_id, echo.to_id, relation="echo")
    (now,) = [each for story in decided_stories(ledger).all_related() for each in story.relations]
    assert now.status is Status.CONFIRMED
    put(ledger, DecisionKind.UNDO, last.id)
    (now,) = [each for story in decided_stories(ledger).all_related() for each in story.relations]
    assert now.status is Status.REJECTED
    assert [each for story in ledger.stories().all_related() for each in story.relations] == [echo]


def test_a_relation_that_only_a_person_sees_is_there_with_no_score(ledger):
    ends = claim(ledger, "quay"), claim(ledger, "mill")
    put(ledger, DecisionKind.CONFIRM, *ends, relation="denial", reason="the mill stands on the quay")
    (found,) = [each for story in decided_stories(ledger).all_related() for each in story.relations if each.decided_by]
    assert (found.kind, found.from_id, found.to_id, found.score) == (RelationKind.DENIAL, *ends, 0.0)
    assert found.reasons == ("the mill stands on the quay",)


def test_merged_clusters_are_one_and_the_other_id_leads_to_it_over_the_bounds_of_stories(ledger):
    machine = clusters(ledger.stories())
    one, other = cluster(ledger.stories(), claim(ledger, "mill")), cluster(ledger.stories(), claim(ledger, "Cod"))
    decided = put(ledger, DecisionKind.MERGE, one.id, other.id[:9])
    assert decided.subjects == (one.founder, other.founder)
    found = decided_stories(ledger)
    whole = cluster(found, claim(ledger, "Cod"))
    assert set(whole.claims) == {*one.claims, *other.claims}
    assert (whole.id in {one.id, other.id}, whole.decided_by) == (True, "E. Rask")
    assert (whole.documents, whole.outlets, len(whole.origins)) == (3, 3, 2)
    gone = ({one.id, other.id} - {whole.id}).pop()
    story = found.cluster_story(gone)
    assert story == found.cluster_story(whole.id)
    assert whole in found.related(story).clusters
    redirects = {old: new for each in found.all_related() for old, new in each.redirects.items()}
    assert redirects[gone] == whole.id
    documents = {claim.id for member in found.members(story) for claim in member.reading.claims}
    assert documents >= set(whole.claims)
    assert sorted(each for one in clusters(found) for each in one.claims) == sorted(each for one in machine for each in one.claims)  # fmt: skip
    assert clusters(ledger.stories()) == machine


def test_a_split_takes_claims_out_and_undoing_it_puts_them_back(ledger):
    whole = cluster(ledger.stories(), claim(ledger, "mill"))
    assert len(whole.claims) == 2
    split = put(ledger, DecisionKind.SPLIT, whole.founder)
    found = decided_stories(ledger)
    one, other = (cluster(found, each) for each in whole.claims)
    assert {one.claims, other.claims} == {(each,) for each in whole.claims}
    assert cluster(found, whole.founder).id == whole.id  # an id stays with its founder
    assert one.id != other.id
    put(ledger, DecisionKind.UNDO, split.id)
    assert cluster(decided_stories(ledger), whole.founder) == whole


def test_a_split_after_a_merge_leaves_the_rest_together(ledger):
    mill, quay, cod = (claim(ledger, word) for word in ("mill", "quay", "Cod"))
    put(ledger, DecisionKind.MERGE, mill, quay, cod)
    put(ledger, DecisionKind.SPLIT, quay)
    found = decided_stories(ledger)
    assert cluster(found, quay).claims == (quay,)
    assert {mill, cod} <= set(cluster(found, mill).claims)


def test_a_decision_stays_with_its_words_when_they_are_read_anew_and_related_again(ledger):
    mill, cod = claim(ledger, "mill"), claim(ledger, "Cod")
    put(ledger, DecisionKind.MERGE, mill, cod)
    put(ledger, DecisionKind.REJECT, claim(ledger, "mill", 1), mill, relation="echo")
    for reading in list(ledger.readings()):
        moved = tuple(replace(each, id=f"{each.id[:-2]}zz") for each in reading.claims)
        ledger.append([replace(reading, claims=moved, made_by=replace(reading.made_by, reader="another"))])
    before = decided_stories(ledger)
    whole = cluster(before, mill)
    assert ({mill, cod} <= set(whole.claims), whole.decided_by) == (True, "E. Rask")  # not related anew yet
    list(relate(ledger))
    for stories in (before, decided_stories(ledger)):
        (echo,) = [each for story in stories.all_related() for each in story.relations]
        assert (echo.status, echo.decided_by) == (Status.REJECTED, "E. Rask")
    assert {f"{mill[:-2]}zz", f"{cod[:-2]}zz"} <= set(cluster(decided_stories(ledger), f"{mill[:-2]}zz").claims)


def test_a_split_of_words_that_were_read_anew_and_not_related_yet_leaves_two_ids(ledger):
    whole = cluster(ledger.stories(), claim(ledger, "mill"))
    for reading in list(ledger.readings()):
        moved = tuple(replace(each, id=f"{each.id[:-2]}zz") for each in reading.claims)
        ledger.append([replace(reading, claims=moved, made_by=replace(reading.made_by, reader="another"))])
    later = next(each for each in whole.claims if each != whole.founder)
    put(ledger, DecisionKind.SPLIT, later)
    found = decided_stories(ledger)
    assert (cluster(found, whole.founder).id, cluster(found, later).claims) == (whole.id, (later,))
    ids = [each.id for each in clusters(found)]
    assert len(set(ids)) == len(ids)


def test_a_whole_cluster_cannot_be_split_and_none_that_is_not_there_merged(ledger):
    id = clusters(ledger.stories())[0].id
    with pytest.raises(InputError, match="expected the claims"):
        put(ledger, DecisionKind.SPLIT, id)
    with pytest.raises(NotInLedger, match="of 0 clusters"):
        put(ledger, DecisionKind.MERGE, id, "cc_zz")
    assert list(ledger.decisions()) == []


def test_a_forecast_has_the_outcome_that_a_person_gave_it(ledger):
    id = claim(ledger, "Cod")
    put(ledger, DecisionKind.RESOLVE, id, outcome=ForecastOutcome.DID_NOT, evidence=("https://post.example/1",))
    empty = dict.fromkeys(Forecast.__slots__)
    found = list(
        resolved([Forecast(**empty | {"claim": id}), Forecast(**empty | {"claim": "cl_0"})], standing_now(ledger))
    )
    assert [(each.outcome, each.decided_by) for each in found] == [("did-not", "E. Rask"), (None, None)]
    assert found[0].evidence == ("https://post.example/1",)


def test_what_was_merged_with_a_redacted_text_is_left_without_it(tmp_path, article):
    opened = open_ledger(tmp_path / "ledger.db", create=True)
    opened.append([article(text, outlet=text[:9], day="2026-03-01") for text in (MILL, COD)])
    list(relate(opened))
    mill, cod = claim(opened, "mill"), claim(opened, "Cod")
    put(opened, DecisionKind.MERGE, mill, cod)
    redact(opened, cod, by="E. Rask", reason="order")
    found = decided_stories(opened)
    assert [each.claims for each in clusters(found)] == [(mill,)]
    assert "" in {new for each in found.all_related() for new in each.redirects.values()}  # a tombstone
    assert opened.stories().unsettled() == []
    assert list(relate(opened)) == []
    opened.close()
