"""Into which story each arrival goes, and which stories it joins to one."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice

from sayso.ports.stories import Member, Stories
from sayso.relate.stories import (
    HOLDERS,
    LARGEST,
    MERGE,
    SETTLED,
    WINDOW,
    Mastheads,
    keyed,
    new_story,
    rank_stories,
    telling,
)

AT_ONCE = 50  # arrivals whose keys are written in one commit, as many as documents are added in


def place_arrivals(stories: Stories, placed: Callable[[], None]) -> dict[str, list[str]]:
    """Put every arrival that has no story into one; the stories that have something new, each with those merged into it.

    Whatever the order in which the arrivals came in, the outcome is the same. `placed` is called for each.
    """
    fresh: list[tuple[str, str, int]] = []  # day, the story that it would open, number
    mastheads = Mastheads(stories.outlets())
    for some in _batches(stories.unrelated()):
        stories.index([keyed(each.arrival, each.reading, mastheads) for each in some])
        fresh += [
            (each.reading.document.published_at or "", new_story(each.reading.document), each.arrival) for each in some
        ]
    touched: dict[str, list[str]] = {}
    doubtful: list[int] = []
    for _, own, number in sorted(fresh):
        known = stories.story_of(number)
        ranked = {} if known else _ranked(stories, number)
        first, *further = [known] if known else _nearest(ranked, stories) or [own]
        for story in further:
            stories.place(dict.fromkeys(stories.arrivals(story), first))
            touched.setdefault(first, []).extend([story, *touched.pop(story, [])])
        if known is None:
            stories.place({number: first})
            if ranked.get(first, 0.0) < SETTLED:
                doubtful.append(number)
        touched.setdefault(first, [])
        placed()
    for number in doubtful:
        _settle(stories, number, touched)
    return touched


def _settle(stories: Stories, number: int, touched: dict[str, list[str]]) -> None:
    """Put an arrival into the story that is nearest now that all of its time are there: the first of a story tells little."""
    home = stories.story_of(number)
    ranked = _ranked(stories, number)
    chosen = _nearest(ranked, stories)[:1]
    if home is None or not chosen or ranked[chosen[0]] <= ranked.get(home, 0.0):
        return
    stories.place({number: chosen[0]})
    touched.setdefault(chosen[0], [])
    if not stories.sizes([home]):
        touched.pop(home, None)


def _ranked(stories: Stories, number: int) -> Mapping[str, float]:
    """The stories that an arrival may belong to, the most alike first, by their other arrivals."""
    each = stories.keyed(number)
    first, last = (each.day - WINDOW, each.day + WINDOW) if each.day else (0, 10**7)
    frequencies, total = stories.frequencies(each.keys, first, last, HOLDERS + 1)
    found = stories.alike(telling(each, frequencies), first, last)
    alike = {other: told for other, told in found.items() if other != number}
    return rank_stories(each, alike, frequencies, total)


def _nearest(ranked: Mapping[str, float], stories: Stories) -> list[str]:
    """The story that an arrival belongs to, and those that it joins to it; none where it opens its own."""
    sizes = stories.sizes(sorted(ranked))
    chosen: list[str] = []
    size = 0
    for story, likeness in ranked.items():
        if size + sizes[story] < LARGEST and (not chosen or likeness >= MERGE):
            chosen.append(story)
            size += sizes[story]
    return chosen


def _batches(members: Iterable[Member]) -> Iterator[list[Member]]:
    rest = iter(members)
    while some := list(islice(rest, AT_ONCE)):
        yield some
