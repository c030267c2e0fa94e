import time
from dataclasses import replace
from itertools import permutations

from sayso.workflow import relate

TOLL = "Nine people have died in the Harn tunnel fire, the fire brigade said on Sunday."
LATER = "The number of people killed in the Harn tunnel fire has risen to eleven, the fire brigade said on Monday."
ECHO = "Nine people died in the Harn tunnel fire, according to the fire brigade. The tunnel stays shut."
CLAIM = (
    'The pumps in the Harn tunnel had failed, the engineer Mila Dorn said. "The Harn tunnel pumps failed," she said.'
)
DENIAL = 'Tunnel operator Harnbahn denied the claims. "The pumps in the Harn tunnel did not fail," its spokesman Ivo Pell said.'


def test_the_same_word_in_another_article_is_an_echo_and_adds_no_origin(article, related):
    found = related([article(TOLL), article(ECHO, outlet="Late Post", day="2026-03-02")])
    [(repeats, first)] = found.pairs("echo")
    assert first.startswith("Nine people have died")
    assert repeats.startswith("Nine people died")
    cluster = found.cluster("Nine people")
    assert (cluster.documents, cluster.outlets, len(cluster.origins)) == (2, 2, 1)
    assert cluster.origins[0].reason == "same claimant: fire brigade"
    assert found.text[cluster.first_appearance].startswith("Nine people have died")


def test_a_figure_that_rises_supersedes_and_denies_nothing(article, related):
    found = related([article(TOLL), article(LATER, outlet="Late Post", day="2026-03-02")])
    [(newer, older)] = found.pairs("supersedes")
    assert "eleven" in newer
    assert older.startswith("Nine")
    assert found.pairs("denial") == set()
    assert found.cluster("Nine").id != found.cluster("eleven").id


def test_a_denial_leads_from_who_denies_to_what_is_denied(article, related):
    found = related([article(CLAIM), article(DENIAL, outlet="Late Post", day="2026-03-02")])
    [(denial, denied)] = found.pairs("denial")
    assert "did not fail" in denial
    assert denied in {'"The Harn tunnel pumps failed,"', "The pumps in the Harn tunnel had failed"}


def test_every_claim_is_in_exactly_one_cluster_and_in_one_of_its_origins(article, related):
    readings = [
        article(text, outlet=f"Outlet {number}") for number, text in enumerate((TOLL, ECHO, LATER, CLAIM, DENIAL))
    ]
    found = related(readings)
    clustered = [claim for cluster in found.clusters for claim in cluster.claims]
    assert sorted(clustered) == sorted(claim.id for reading in readings for claim in reading.claims)
    for cluster in found.clusters:
        assert sorted(claim for origin in cluster.origins for claim in origin.claims) == sorted(cluster.claims)
    known = set(clustered)
    assert all({each.from_id, each.to_id} <= known for each in found.relations)


def test_the_order_of_arrival_inside_a_batch_does_not_matter(article, related):
    readings = [
        article(TOLL),
        article(ECHO, outlet="Late Post", day="2026-03-02"),
        article(LATER, outlet="Lamp", day="2026-03-03"),
    ]
    outcomes = [related(list(order)) for order in permutations(readings)]
    assert len({frozenset(found.relations) for found in outcomes}) == 1
    assert len({frozenset(found.clusters) for found in outcomes}) == 1


def test_swapping_the_names_of_outlets_mirrors_what_is_found(article, related):
    one = related([article(TOLL, outlet="Ara Times"), article(ECHO, outlet="Bel Times", day="2026-03-02")])
    other = related([article(TOLL, outlet="Bel Times"), article(ECHO, outlet="Ara Times", day="2026-03-02")])
    swapped = repr(one.clusters).replace("Ara", "?").replace("Bel", "Ara").replace("?", "Bel")
    assert one.relations == other.relations
    assert swapped == repr(other.clusters)


def test_a_later_article_keeps_the_ids_of_clusters(article, related):
    first, second = article(TOLL), article(ECHO, outlet="Late Post", day="2026-03-02")
    alone = related([first]).cluster("Nine")
    ledger = related([first])
    ledger.ledger.append([second])
    [story] = relate(ledger.ledger)
    assert alone.id in {cluster.id for cluster in story.clusters}
    assert list(relate(ledger.ledger)) == []


def test_an_earlier_article_that_comes_late_is_the_first_appearance_under_the_old_id(article, related):
    found = related([article(ECHO, outlet="Late Post", day="2026-03-02")])
    before = found.cluster("Nine")
    early = article(TOLL)
    found.ledger.append([early])
    found.text |= {claim.id: claim.text for claim in early.claims}
    list(relate(found.ledger))
    after = found.cluster("Nine")
    assert after.id == before.id
    assert found.text[after.first_appearance].startswith("Nine people have died")


def test_stories_of_other_weeks_stay_apart(article, related):
    found = related([article(TOLL), article(ECHO, outlet="Late Post", day="2026-09-02")])
    assert len(found.stories) == 2
    assert found.relations == []


def test_a_text_that_arrives_twice_is_one_document(article, related):
    reading = article(TOLL, external_id="a")
    again = replace(reading, document=replace(reading.document, external_id="b", outlet="Late Post"))
    found = related([reading, again])
    assert found.cluster("Nine").documents == 1
    assert found.pairs("echo") == set()


def test_a_large_story_takes_seconds(article, related):
    texts = (TOLL, ECHO, LATER, CLAIM, DENIAL)
    readings = [
        article(f"{texts[number % 5]} Gate {number} of the Harn tunnel was damaged.", outlet=f"Outlet {number}")
        for number in range(90)
    ]
    began = time.process_time()
    found = related(readings)
    assert time.process_time() - began < 10  # 1 s; who cites whom, worked out for every pair of claims, took 20
    assert len(found.stories) == 1
