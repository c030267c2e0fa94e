"""Which documents tell one story: they share rare words and names within days of each other.

Blocking by story before claims are matched gained 16 CoNLL points in event coreference on ECB+ (same lemma, corpus-wide
against gold subtopics).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.model.days import day_of
from sayso.model.document import Document
from sayso.model.provenance import digest_id
from sayso.model.reading import Reading
from sayso.ports.stories import Keyed
from sayso.relate.words import WORD, goes_on, is_content, stem, words

KEYS = 40  # of a document
WINDOW = 21  # days on either side in which documents may tell one story
LIKENESS = 0.13  # least likeness to the documents of a story
MERGE = 0.2  # likeness to a second story from which on a document joins the two
# Least likeness to the story that was chosen from which on nothing that comes later in the batch changes it. Of the 155 documents of five
# worlds two were in no or another story and none is; .3 does the same, and asks for 40 of 100 documents once more instead of 25.
SETTLED = 0.2
BACKGROUND = 50  # documents that share nothing, so that a small ledger does not take every word for a common one
LARGEST = 100  # arrivals in a story: relating it takes 1 s of CPU, and 3 s at 200; the next of its kind opens a story of its own
FEW = 150  # documents among which a stranger is as near as in the worlds by which LIKENESS and MERGE were chosen, of 107 together
# How much more alike documents of a story have to be with each e-fold of that. B-cubed F of 468 invented stories in 3,279 documents
# (evals/stories.py) is .91, at 0 .53, at .5 .88; of 988 in 6,900 it is .89, at .2 .87.
CROWD = 0.3
HOLDERS = 500  # rows of its rarest keys by which others are found beside a document: 2 ms, however large the ledger
TITLE = 2.0  # how many times a word counts that stands in the title
NAME = (
    3.0  # how much a name tells beside another word: 1 to 3 tell stories apart alike, .4 for words of everyday is worse
)
FURTHER = (
    0.5  # what the second and third most alike documents of a story add: of three worlds' 94 documents none is then
)
# nearer to another story than to its own, without them one is
CAPITAL = "*"  # before the key of a name


def keyed(arrival: int, reading: Reading, mastheads: "Mastheads") -> Keyed:
    """A document by the words that tell its story, the weightiest first; the names of outlets are none of them."""
    document = reading.document
    day = day_of(document.published_at)
    names = {stem(word) for word in _names(document.text)}
    weight: dict[str, float] = defaultdict(float)
    for word, count in Counter(mastheads.taken_out(words(document.text))).items():
        root = stem(word)
        if is_content(word) and not word[0].isdigit():
            key = CAPITAL + root if root in names else root
            weight[key] += (1 + math.log(count)) * (NAME if root in names else 1.0)
    for word in set(words(document.title or "")):
        for key in (stem(word), CAPITAL + stem(word)):
            if key in weight:
                weight[key] *= TITLE
    ranked = sorted(weight, key=lambda key: (-weight[key], key))
    return Keyed(arrival=arrival, day=day.toordinal() if day else None, keys=tuple(ranked[:KEYS]))


class Mastheads:
    """The names of outlets, to be overlooked where they stand in a text."""

    def __init__(self, outlets: Iterable[str]) -> None:
        self._names: dict[str, list[list[str]]] = defaultdict(list)
        for outlet in outlets:
            name = bare(outlet)
            if name:
                self._names[name[0]].append(name)
        for names in self._names.values():
            names.sort(key=len, reverse=True)

    def taken_out(self, found: Sequence[str]) -> Iterator[str]:
        """The words that are no part of an outlet's whole name."""
        place = 0
        while place < len(found):
            rival = self._names.get(found[place], ())
            length = next((len(name) for name in rival if found[place : place + len(name)] == name), 0)
            if not length:
                yield found[place]
            place += length or 1


def bare(outlet: str) -> list[str]:
    """The words of an outlet's name without its article."""
    found = words(outlet)
    return found[1:] if found[:1] == ["the"] and len(found) > 1 else found


def _names(text: str) -> set[str]:
    """Words with a capital that stand behind a small letter or a comma: no sentence begins with them."""
    return {
        part
        for found in WORD.finditer(text)
        if found[0][0].isupper() and goes_on(text[max(found.start() - 2, 0) : found.start()])
        for part in words(found[0])
        if is_content(part)
    }


def rank_stories(
    each: Keyed, alike: Mapping[int, tuple[str, Sequence[str]]], frequencies: Mapping[str, int], total: int
) -> Mapping[str, float]:
    """How alike a document is to each story that it may belong to, the most alike first.

    `alike` are arrivals with their stories and the keys that they share; `frequencies` count the arrivals that have each key
    among `total`. Likeness is the shared part of the keys' idf, less where so many documents stand beside one another that the
    nearest stranger is near.
    """
    idf = {key: tell(key) * math.log((total + BACKGROUND) / (frequencies.get(key, 0) + 1)) for key in each.keys}
    whole = sum(idf.values()) or 1.0
    by_story: dict[str, list[float]] = defaultdict(list)
    for story, shared in alike.values():
        by_story[story].append(sum(idf[key] for key in shared) / whole)
    crowd = 1 + CROWD * math.log(max(total / FEW, 1))
    found = {story: _together(likeness) / crowd for story, likeness in by_story.items()}
    return {
        story: found[story]
        for story in sorted(found, key=lambda story: (-found[story], story))
        if found[story] >= LIKENESS
    }


def telling(each: Keyed, frequencies: Mapping[str, int]) -> Sequence[str]:
    """The rarest keys of a document, as many as have HOLDERS arrivals together: by these others are found beside it."""
    kept: set[str] = set()
    held = 0
    for key in sorted(each.keys, key=lambda key: (frequencies.get(key, 0), key)):
        held += frequencies.get(key, 0)
        if held > HOLDERS:
            break
        kept.add(key)
    return [key for key in each.keys if key in kept]


def _together(found: list[float]) -> float:
    first, *further = sorted(found, reverse=True)[:3]
    return first + FURTHER * sum(further)


def tell(key: str) -> float:
    """How much a key tells beside how rare it is."""
    return NAME if key[0] == CAPITAL else 1.0


def new_story(document: Document) -> str:
    """The id of a story that begins with this document."""
    return digest_id("st", document.id, document.external_id, document.path, document.url)
