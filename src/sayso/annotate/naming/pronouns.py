"""Whom a pronoun in the place of a source means.

The nearest sentence that has somebody who fits decides; in it the last source comes first, then its first mention, which in
English news is its subject. Who is named inside what the pronoun says, or is addressed by it, is not meant. Where two fit
equally ("Maddox and Bloch met. He said ...") nobody is chosen.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from sayso.annotate.naming.figures import Figure
from sayso.lexicons import lexicon
from sayso.model.attribution import Attribution
from sayso.model.document import Document, Span
from sayso.model.entity import EntityKind

LOOK_BACK = 6  # sentences; a pronoun further from its noun than that is not English news
FIRST, LAST = 4, 4  # mentions looked at in a sentence: an enumeration has more, and none of them is meant
NEAR = 80  # code points between a name and its "who"
THINGS = frozenset({EntityKind.ORGANISATION, EntityKind.DOCUMENT, EntityKind.PLACE, EntityKind.OTHER})


@dataclass(slots=True)
class Scene:
    """Where everybody appears: sorted places with their figures, places of resolved sources, and what is content."""

    document: Document
    sentences: Sequence[Span]
    places: list[int]
    figures: list[Figure]
    contents: list[Span]
    sources: list[tuple[int, Figure]] = field(default_factory=list)

    def mentions(self, start: int, end: int) -> Iterator[tuple[int, Figure]]:
        """The first and last few mentions in a stretch."""
        low, high = bisect_left(self.places, start), bisect_left(self.places, end)
        chosen = (
            range(low, high) if high - low <= FIRST + LAST else [*range(low, low + FIRST), *range(high - LAST, high)]
        )
        for index in chosen:
            yield self.places[index], self.figures[index]

    def in_content(self, place: int) -> bool:
        """Whether somebody else's words stand there."""
        at = bisect_right(self.contents, place, key=lambda span: span.start)
        return at > 0 and place < self.contents[at - 1].end

    def sentence_at(self, place: int) -> int:
        """The number of the sentence that holds a place."""
        return max(0, bisect_right(self.sentences, place, key=lambda span: span.start) - 1)


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in lexicon("sources")["pronouns"].items()}


def _fits(low: str) -> Callable[[Figure], bool]:
    """Who a pronoun can mean by number, gender and kind."""
    lists = _lists()
    if low in lists["m"]:
        return lambda figure: _is_person(figure) and figure.gender != "f"
    if low in lists["f"]:
        return lambda figure: _is_person(figure) and figure.gender != "m"
    if low in lists["thing"]:
        return lambda figure: figure.kind in THINGS or (figure.kind is None and figure.gender is None)
    if low in lists["plural"]:
        return lambda figure: figure.plural or figure.kind in {EntityKind.GROUP, EntityKind.ORGANISATION}
    return lambda _: False


def _is_person(figure: Figure) -> bool:
    if figure.plural or figure.spoken_of_as_place:
        return False
    return figure.kind is EntityKind.PERSON or (figure.kind is None and (figure.firm or figure.speaks))


def resolve_pronoun(scene: Scene, attribution: Attribution, pronoun: Span, outer: Figure | None) -> Figure | None:
    """The figure that a pronoun means, or None where nobody fits or two fit equally.

    `outer` is whom the attribution around this one belongs to: "Ortiz said she had been told ...".
    """
    low = pronoun.text.casefold()
    if low in _lists()["speaker"]:
        return outer
    if low in _lists()["relative"]:
        return _right_before(scene, pronoun.start)
    fits, barred = _fits(low), _barred(scene, attribution, pronoun)
    if outer is not None and fits(outer) and outer not in barred:
        return _learn(outer, low)
    here = scene.sentence_at(pronoun.start)
    for number in range(here, max(-1, here - LOOK_BACK), -1):
        span = scene.sentences[number]
        groups = _candidates(scene, span.start, min(span.end, pronoun.start))
        for group in groups:
            fitting = [pair for pair in group if fits(pair[1]) and pair[1] not in barred]
            if fitting:
                return None if _undecided(scene.document, fitting) else _learn(fitting[0][1], low)
    return None


def _candidates(scene: Scene, start: int, end: int) -> Iterator[list[tuple[int, Figure]]]:
    """The sources of a sentence, last first; then who appears in the narrator's words; then in what others say."""
    low, high = (
        bisect_left(scene.sources, start, key=lambda item: item[0]),
        bisect_left(scene.sources, end, key=lambda item: item[0]),
    )
    for place, figure in reversed(scene.sources[max(low, high - LAST) : high]):
        yield [(place, figure)]
    mentions = list(scene.mentions(start, end))
    yield [pair for pair in mentions if not scene.in_content(pair[0])]
    yield [pair for pair in mentions if scene.in_content(pair[0])]


def _barred(scene: Scene, attribution: Attribution, pronoun: Span) -> list[Figure]:
    """Who is named in what the pronoun says or is told: "he said that Maddox lied" is not Maddox's own word."""
    spans = [
        span
        for span in (*attribution.content, *attribution.addressee)
        if span.start > pronoun.start or span.end <= pronoun.start
    ]
    return [figure for span in spans for _, figure in scene.mentions(span.start, span.end) if figure.named]


def _undecided(document: Document, fitting: Sequence[tuple[int, Figure]]) -> bool:
    """Whether the first two who fit stand side by side with "and"."""
    others = [pair for pair in fitting if pair[1] is not fitting[0][1]]
    if not others:
        return False
    between = document.text[fitting[0][0] : min(others[0][0], fitting[0][0] + NEAR)]
    return (
        " and " in between
        and not any(mark in between for mark in ".;:")
        and fitting[0][1].gender == others[0][1].gender
    )


def _right_before(scene: Scene, place: int) -> Figure | None:
    """Who stands right before a relative pronoun."""
    at = bisect_left(scene.places, place)
    return scene.figures[at - 1] if at and place - scene.places[at - 1] <= NEAR else None


def _learn(figure: Figure, low: str) -> Figure:
    """Keep the gender that a pronoun shows of somebody of whom nothing told it."""
    if figure.gender is None and figure.kind in {EntityKind.PERSON, None}:
        for gender in ("m", "f"):
            if low in _lists()[gender]:
                figure.gender, figure.kind = gender, EntityKind.PERSON
    return figure
