from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.store.memory import MemoryLedger
from sayso.wiring import read
from sayso.workflow import relate

PIECES = ["Nine people died in Orlen, the police said. ", '"No," Ada Venn said. ', "The ministry denied it. ", "its spokesman Tom Brask said ",
          "Orlen, known as Orla, ", "12 ", "12 per cent of ", "\n\n", "\ud800", "The Quay Post reported that ", "has risen to ", "not ",
          '"We hold the town," ', "x" * 50]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=8).map("".join) | st.text(max_size=80)
DAYS = st.sampled_from([None, "2026-03-01", "2026-03-02", "never"])
OUTLETS = st.sampled_from([None, "The Quay Post", "", "\udcff"])


@settings(max_examples=25)  # each reads up to four articles
@given(st.lists(st.tuples(TEXTS, OUTLETS, DAYS), max_size=4))
def test_any_texts_are_related_and_every_claim_is_in_one_cluster(articles):
    readings = [read(text, reader="rules", outlet=outlet, published_at=day) for text, outlet, day in articles]
    ledger = MemoryLedger(readings)
    stories = list(relate(ledger))
    clustered = [claim for story in stories for cluster in story.clusters for claim in cluster.claims]
    assert sorted(clustered) == sorted({claim.id for reading in ledger.readings() for claim in reading.claims})
    for story in stories:
        for each in story.relations:
            assert {each.from_id, each.to_id} <= set(clustered)
            assert 0 <= each.score <= 1
            assert each.reasons
        for cluster in story.clusters:
            assert all(origin.reason for origin in cluster.origins)
    assert list(relate(ledger)) == []
