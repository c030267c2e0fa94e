"""What of each sentence is the narrator's own: the stretches that belong to no attribution."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sayso.annotate.naming.titles import RELATIVE
from sayso.lexicons import words_of
from sayso.model.attribution import Attribution
from sayso.model.document import Document, Span

EDGES = " \t\r\n\u00a0,;:.!?-\u2013\u2014\"'\u201c\u201d\u2018\u2019\u201e\u00ab\u00bb()[]"
SHORTEST = 3  # words; "in a letter" and "on Monday" belong to the attribution beside them
JOINTS = ("and ", "but ", "or ", "while ", "as ", "yet ", "so ", "then ")
AMOUNTS = ("as many", "as much", "as few", "so far", "so many", "as well")  # no conjunctions
CIRCUMSTANCES = words_of("grammar", "circumstances")


def remainders(
    document: Document, sentences: Sequence[Span], attributions: Sequence[Attribution]
) -> Iterator[tuple[Span, Span]]:
    """Each sentence with each of its stretches that stand outside of every attribution."""
    taken = _taken(attributions)
    starts = [start for start, _ in taken]
    for sentence in sentences:
        first = max(0, bisect_right(starts, sentence.start) - 1)
        last = bisect_right(starts, sentence.end)
        inside = [(start, end) for start, end in taken[first:last] if end > sentence.start and start < sentence.end]
        for start, end in _gaps(sentence, inside):
            part = _trimmed(document, start, end, whole=not inside)
            if part is not None and (not inside or _stands_alone(part)):
                yield sentence, part


def _taken(attributions: Sequence[Attribution]) -> list[tuple[int, int]]:
    """The stretches of all attributions, merged."""
    spans = sorted(
        (span.start, span.end)
        for each in attributions
        for span in (*each.source, *each.cue, *each.content, *each.occasion, *each.addressee)
    )
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _gaps(sentence: Span, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    place = sentence.start
    for start, end in taken:
        if start > place:
            yield place, start
        place = max(place, end)
    if place < sentence.end:
        yield place, sentence.end


def _trimmed(document: Document, start: int, end: int, *, whole: bool) -> Span | None:
    """The stretch without blanks at its edges; a part of a sentence also without its marks and conjunction."""
    text = document.text[start:end]
    edges = " \t\r\n\u00a0" if whole else EDGES
    left = len(text) - len(text.lstrip(edges))
    start, text = start + left, text.strip(edges)
    if not whole:
        for joint in JOINTS:
            if text.lower().startswith(joint) and not text.lower().startswith(AMOUNTS):
                start, text = start + len(joint), text[len(joint) :]
    if not text:
        return None
    return document.span(start, start + len(text))


def _stands_alone(part: Span) -> bool:
    """Whether a part of a sentence says something by itself: not "on Monday in Dunmore", not "who led the inquiry"."""
    words = part.text.lower().split()
    return len(words) >= SHORTEST and words[0] not in CIRCUMSTANCES and words[0] not in RELATIVE
