from sayso.ports.stories import Keyed
from sayso.relate.stories import FEW, HOLDERS, LIKENESS, Mastheads, keyed, rank_stories, telling


def test_names_of_outlets_tell_no_story(article):
    reading = article("The harbour of Orlen burned, The Quay Post reported. Quay walls held in Orlen.")
    keys = keyed(1, reading, Mastheads(["The Quay Post"])).keys
    assert "*orlen" in keys
    assert "post" not in keys
    assert "*post" not in keys


def test_the_story_that_shares_most_comes_first_and_strangers_are_left_out():
    each = Keyed(arrival=3, day=1, keys=("*orlen", "harbour", "fire", "mayor"))
    alike = {1: ("st_a", ("*orlen", "fire")), 2: ("st_b", ("mayor",))}
    ranked = rank_stories(each, alike, {"*orlen": 2, "fire": 2, "mayor": 40, "harbour": 1}, 50)
    assert list(ranked) == ["st_a"]
    assert ranked["st_a"] > LIKENESS


VOTE = (
    "The Sarn council voted on the Sarn toll. Councillor Mell counted the votes of Sarn in a hall with tea and pastry."
)
FESTIVAL = "The Tarn festival opened with a parade through Tarn. Crowds of Tarn cheered the festival and its brass players, and Tarn danced."
WITNESS = "We drank tea in a hall with pastry. A singer waved a lamp, a goat climbed the ladder, a drum burst, and Venn laughed aloud."
AFTER = (
    "The Tarn festival ended with a parade through Tarn. Crowds of Tarn cheered its brass players as Tarn danced. A goat climbed a ladder, a drum "
    "burst. Bakers sold plum cakes, sailors carried lanterns, farmers showed pumpkins, pupils recited verses, widows knitted blankets, and "
    "gardeners watered roses while Tarn slept."
)


def test_the_first_of_a_story_goes_to_it_when_more_of_it_has_come(article, related):
    texts = (VOTE, FESTIVAL, WITNESS)
    readings = [article(text, outlet=f"Post {at}", day=f"2026-03-0{at + 1}") for at, text in enumerate((*texts, AFTER))]
    vote, festival, witness = map(related(readings[:3]).ledger.stories().story_of, (1, 2, 3))
    assert vote == witness != festival
    vote, festival, witness, after = map(related(readings).ledger.stories().story_of, (1, 2, 3, 4))
    assert witness == after == festival != vote


def test_a_document_is_looked_for_by_its_rarest_keys():
    each = Keyed(arrival=3, day=1, keys=("said", "*orlen", "fire", "new"))
    assert telling(each, {"said": HOLDERS, "*orlen": 4, "fire": HOLDERS - 4}) == ["*orlen", "fire", "new"]
    assert telling(each, {}) == [*each.keys]


def test_among_many_documents_a_story_has_to_be_more_alike():
    each = Keyed(arrival=3, day=1, keys=("*orlen", "harbour", "fire", "mayor"))
    alike = {1: ("st_a", ("fire",))}
    [few, many] = [rank_stories(each, alike, {"harbour": total // 50}, total) for total in (FEW, 100 * FEW)]
    assert few["st_a"] > LIKENESS
    assert many == {}
