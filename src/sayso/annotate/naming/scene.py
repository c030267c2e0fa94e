"""Where everybody appears in a text, who has spoken so far, and what is somebody's words: what pronouns and noun phrases look back on."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sayso.annotate.naming.figures import Figure
from sayso.annotate.naming.titles import PREPOSITIONS, VERBS
from sayso.model.attribution import Attribution
from sayso.model.document import Document, Span

# How likely a pronoun means a source, the subject of the narration, somebody whom it brings in, somebody else in it, or in what
# was said; and what a sentence and the end of a paragraph take away. On the listed attributions of evals/claimants (dev, 443)
# a subject as light as what is told costs 3, one heavier than a source 1, half the fading 1; the others may be halved or
# doubled for nothing.
SOURCE, SUBJECT, INTRODUCED, TOLD, SAID, FADING, PARAGRAPH = 3.0, 2.6, 2.4, 1.0, 0.6, 0.8, 0.5
OPENING = 60  # code points from the start of a sentence in which its subject stands, after "Later that day, "
FIRST, LAST = 4, 4  # mentions looked at in a sentence: an enumeration has more, and none of them is meant
Place = tuple[int, Figure]


class Group(NamedTuple):
    """Mentions of one sentence that are alike.

    The weight falls with every sentence; a group with more of it is likelier to hold whom a pronoun means. `leading` are
    sources, subjects, and who is brought in; `subject` says that it is what the sentence begins with.
    """

    weight: float
    places: list[Place]
    leading: bool = False
    subject: bool = False


def _start(place: Place) -> int:
    return place[0]


@dataclass(slots=True)
class Places:
    """Figures by where they appear, in the order of the text."""

    starts: list[int] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)

    def add(self, start: int, figure: Figure) -> None:
        """Take in one more; most come in the order of the text."""
        at = bisect_right(self.starts, start)
        self.starts.insert(at, start)
        self.figures.insert(at, figure)

    def ends(self, start: int, end: int) -> list[Place]:
        """The first and last few in a stretch."""
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        if high - low <= FIRST + LAST:
            return list(zip(self.starts[low:high], self.figures[low:high], strict=True))
        return [self.at(each) for each in (*range(low, low + FIRST), *range(high - LAST, high))]

    def last(self, start: int, end: int, most: int) -> list[Place]:
        """The last few in a stretch, last first."""
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [self.at(each) for each in range(high - 1, max(low, high - most) - 1, -1)]

    def at(self, number: int) -> Place:
        """One of them with its place."""
        return self.starts[number], self.figures[number]


@dataclass(slots=True)
class Scene:
    """Names and noun phrases with their figures, sources that were resolved, and what is content.

    Names are known before anything else, noun phrases are met in the order of the text: two lists, each sorted, so that no
    text makes the second one grow in the middle.
    """

    document: Document
    sentences: Sequence[Span]
    named: Places
    contents: list[Span]
    content_starts: list[int]
    sentence_starts: list[int]
    met: Places = field(default_factory=Places)
    sources: Places = field(default_factory=Places)

    @classmethod
    def of(
        cls, document: Document, sentences: Sequence[Span], named: Sequence[Place], attributions: Sequence[Attribution]
    ) -> "Scene":
        """The scene before anything but names was resolved."""
        contents: list[Span] = []
        for span in sorted((span for each in attributions for span in each.content), key=lambda span: span.start):
            if contents and span.start < contents[-1].end:
                contents[-1] = document.span(contents[-1].start, max(span.end, contents[-1].end))
            else:
                contents.append(span)
        return cls(
            document,
            sentences,
            Places([start for start, _ in named], [figure for _, figure in named]),
            contents,
            [span.start for span in contents],
            [span.start for span in sentences],
        )

    def meet(self, place: int, figure: Figure) -> None:
        """Take note that a noun phrase there means this figure."""
        self.met.add(place, figure)

    def spoke(self, place: int, figure: Figure) -> None:
        """Take note that the source there means this figure."""
        self.sources.add(place, figure)

    def mentions(self, start: int, end: int) -> list[Place]:
        """The first and last few mentions in a stretch, in the order of the text."""
        both = [*self.named.ends(start, end), *self.met.ends(start, end)]
        both.sort(key=_start)
        return both if len(both) <= FIRST + LAST else [*both[:FIRST], *both[-LAST:]]

    def before(self, place: int) -> Place | None:
        """The mention right before a place; of two at one place the noun phrase."""
        last = [pair for places in (self.met, self.named) for pair in places.last(0, place, 1)]
        return max(last, key=_start, default=None)

    def spoken(self, start: int, end: int) -> list[Place]:
        """The last few sources in a stretch, last first."""
        return self.sources.last(start, end, LAST)

    def in_content(self, place: int) -> bool:
        """Whether somebody else's words stand there."""
        at = bisect_right(self.content_starts, place)
        return at > 0 and place < self.contents[at - 1].end

    def sentence_at(self, place: int) -> int:
        """The number of the sentence that holds a place."""
        return max(0, bisect_right(self.sentence_starts, place) - 1)

    def back(self, place: int, sentences: int) -> Iterator[Group]:
        """Who may be meant at a place: for each sentence backwards its sources, then its narration, then its contents."""
        here, far = self.sentence_at(place), 0.0
        for number in range(here, max(-1, here - sentences), -1):
            span = self.sentences[number]
            end = min(span.end, place)
            far += FADING * (number < here) + PARAGRAPH * self._ends_paragraph(number, here)
            for spoken in self.spoken(span.start, end):
                yield Group(SOURCE - far, [spoken], leading=True)
            told, said = list[Place](), list[Place]()
            for pair in self.mentions(span.start, end):
                (said if self.in_content(pair[0]) else told).append(pair)
            subject = self._subject(span.start, told)
            yield Group(SUBJECT - far, subject, leading=True, subject=True)
            others = told[len(subject) :]
            new = [pair for pair in others if pair[1].seen[0] == pair[0] and not self._is_topic(span.start, pair[0])]
            yield Group(INTRODUCED - far, new, leading=True)
            yield Group(TOLD - far, [pair for pair in others if pair not in new])
            yield Group(SAID - far, said)

    def _subject(self, start: int, told: Sequence[Place]) -> list[Place]:
        """The mentions of a sentence with which it begins: one, or two that "and" joins."""
        text = self.document.text
        if not told or not _is_subject(text[start : min(told[0][0], start + OPENING + 1)]):
            return []
        between = text[told[0][0] : min(told[1][0], told[0][0] + OPENING)] if len(told) > 1 else ""
        return list(told[: 1 + (" and " in between and VERBS.isdisjoint(between.split()))])

    def _is_topic(self, start: int, place: int) -> bool:
        """Whether somebody is brought in only to say what others speak of, or to be compared: "much of this is about Brill"."""
        before = self.document.text[max(start, place - len("against ")) : place].split()
        return before[-1:] in (["about"], ["like"], ["than"], ["behind"], ["against"])

    def _ends_paragraph(self, number: int, here: int) -> bool:
        """Whether a sentence before the one looked from is the last of its paragraph."""
        if number >= here or number + 1 >= len(self.sentences):
            return False
        return "\n\n" in self.document.text[self.sentences[number].end : self.sentences[number + 1].start]


def _is_subject(before: str) -> bool:
    """Whether what follows these words of a sentence can be its subject: nothing but "Later that day, " stands before it."""
    words = before.casefold().split()
    return len(before) <= OPENING and (not words or words[-1] not in PREPOSITIONS) and VERBS.isdisjoint(words)
