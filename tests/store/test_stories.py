"""What is kept of stories, in memory and in a file."""

from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from sayso.model.relation import Cluster, Related
from sayso.ports.stories import Keyed
from sayso.store import open_ledger
from sayso.store.memory import MemoryLedger
from sayso.store.story_tables import story_places
from sayso.workflow import relate

VENN = '"We hold the mill at Orlen," Ada Venn said. '
BRASK = '"Nobody pays ferrymen," Tom Brask said. '
FAR = '"Cod prices rose in Sundhavn," Lea Holm said. '


@pytest.fixture(params=["memory", "file"])
def ledger(request, tmp_path):
    opened = MemoryLedger() if request.param == "memory" else open_ledger(tmp_path / "story.ledger", create=True)
    yield opened
    opened.close()


def everything(ledger):
    return [(each.relations, each.clusters, dict(each.redirects)) for each in ledger.stories().all_related()]


def add(ledger, read, *texts, day="2026-03-01"):
    ledger.append([read(text, outlet=f"Outlet {number}", published_at=day) for number, text in enumerate(texts)])


def test_what_is_related_is_there_when_the_ledger_is_asked_again(ledger, read):
    add(ledger, read, VENN, VENN + BRASK, FAR)
    stories = list(relate(ledger))
    assert sum(len(story.clusters) for story in stories) == 3
    assert [(each.relations, each.clusters, dict(each.redirects)) for each in stories] == everything(ledger)
    [cluster] = [each for story in stories for each in story.clusters if each.documents == 2]
    assert ledger.stories().cluster_story(cluster.id) is not None
    assert ledger.stories().cluster_story("cc_none") is None


def test_only_what_is_new_is_related_again(ledger, read):
    add(ledger, read, VENN, FAR)
    assert len(list(relate(ledger))) == 2
    assert list(relate(ledger)) == []
    add(ledger, read, VENN + BRASK)
    [touched] = relate(ledger)
    assert {each.documents for each in touched.clusters} == {2, 1}
    assert len(everything(ledger)) == 2


def test_a_text_that_is_read_anew_is_related_anew(ledger, read):
    ledger.append([read(VENN, reader="toy-1")])
    list(relate(ledger))
    ledger.append([read(VENN, reader="toy-2")])
    [story] = relate(ledger)
    [cluster] = story.clusters
    assert cluster.claims == (read(VENN, reader="toy-2").claims[0].id,)
    assert list(story.redirects.values()) == [""]


def test_a_merged_story_is_found_under_both_names(ledger, read):
    add(ledger, read, VENN, FAR)
    stories = ledger.stories()
    stories.index([Keyed(arrival=1, day=1, keys=("mill",)), Keyed(arrival=2, day=1, keys=("cod",))])
    stories.place({1: "st_a", 2: "st_b"})
    stories.place({2: "st_a"})
    assert stories.story_of(2) == "st_a"
    assert dict(stories.sizes(["st_a", "st_b"])) == {"st_a": 2}
    assert [member.arrival for member in stories.members("st_a")] == [1, 2]
    assert dict(stories.alike(["cod"], 0, 9)) == {2: ("st_a", ["cod"])}
    assert stories.frequencies(["mill", "eel"], 0, 9, 5) == ({"mill": 1}, 2)


def test_keys_are_counted_in_a_window_of_days_and_up_to_a_number(ledger, read):
    add(ledger, read, VENN, FAR, BRASK)
    stories = ledger.stories()
    days = {1: 1, 2: 40, 3: None}
    stories.index([Keyed(arrival=arrival, day=day, keys=("mill", f"k{arrival}")) for arrival, day in days.items()])
    assert stories.frequencies(["mill", "k1", "k2", "eel"], 0, 20, 9) == ({"mill": 2, "k1": 1}, 2)
    assert stories.frequencies(["mill", "k2"], 0, 50, 2) == ({"mill": 2, "k2": 1}, 3)
    assert stories.keyed(2).keys == ("mill", "k2")
    stories.place({1: "st_a", 2: "st_b", 3: "st_a"})
    stories.place({3: "st_b"})
    assert [list(stories.arrivals(story)) for story in ("st_a", "st_b", "st_c")] == [[1], [2, 3], []]
    assert dict(stories.alike(["mill", "k3"], 0, 20)) == {1: ("st_a", ["mill"]), 3: ("st_b", ["mill", "k3"])}
    assert dict(stories.alike(["mill"], 41, 50)) == {3: ("st_b", ["mill"])}


def test_a_cluster_that_ended_in_another_story_is_found_there_by_its_redirect(ledger, read):
    add(ledger, read, VENN, FAR)
    stories = ledger.stories()
    stories.index([Keyed(arrival=1, day=1, keys=("mill",)), Keyed(arrival=2, day=1, keys=("cod",))])
    own = Cluster(id="cc_b", founder="c", claims=("c",), first_appearance="c", documents=1, outlets=1, origins=())
    stories.record("st_b", stories.members("st_b"), Related(clusters=(own,)))
    stories.record(
        "st_a", stories.members("st_a"), Related(clusters=(replace(own, id="cc_a"),), redirects={"cc_b": "cc_a"})
    )
    stories.record("st_b", (), Related())
    assert stories.cluster_story("cc_b") == "st_a"


def test_the_revision_grows_with_what_is_recorded_and_with_nothing_else(ledger, read):
    assert ledger.stories().revision() == 0
    add(ledger, read, VENN, FAR)
    assert ledger.stories().revision() == 0
    list(relate(ledger))
    first = ledger.stories().revision()
    list(relate(ledger))
    assert ledger.stories().revision() == first == 2


def test_a_file_refuses_to_change_a_story(tmp_path, read):
    opened = open_ledger(tmp_path / "story.ledger", create=True)
    add(opened, read, VENN)
    list(relate(opened))
    with pytest.raises(IntegrityError, match="only ever added to"), opened._engine.begin() as connection:
        connection.execute(story_places.delete())
    opened.close()


def test_memory_and_file_find_the_same(tmp_path, read):
    both = [MemoryLedger(), open_ledger(tmp_path / "story.ledger", create=True)]
    for ledger in both:
        for texts in ((VENN, FAR), (VENN + BRASK, BRASK), (FAR + VENN,)):
            add(ledger, read, *texts)
            list(relate(ledger))
    assert everything(both[0]) == everything(both[1])
    both[1].close()
