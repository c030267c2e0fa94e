"""The text pane: the document's text, character for character, in segments that wear their marks.

Nothing but the text is in the DOM text of the `<article>`: numbers, letters and bars are drawn by the style sheet, and the
white space between paragraphs stands inside them (`white-space: pre-wrap`).
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.export.entries import Entry, framing_marks, marks_of
from sayso.export.markup import Html, element, visible
from sayso.export.phrasing import label
from sayso.export.questions import spoken_by_nobody
from sayso.export.segments import Layer, Segment, flatten, innermost
from sayso.export.things import KINDS, LAYERS, Thing, anchor_of
from sayso.export.things import marks_of as marks_of_thing
from sayso.model.document import Span
from sayso.model.reading import Reading

PARAGRAPH = re.compile(r"[^\r\n]*(?:[\r\n]+|\Z)")
CONTENT = frozenset({Layer.DIRECT, Layer.MIXED, Layer.INDIRECT, Layer.OWN})
KIND_LAYERS = tuple(layer for layer in Layer if layer.startswith("kind-"))
LETTERED = (
    *(Layer.FLAG, *KIND_LAYERS),
    *(Layer.SOURCE, Layer.VAGUE, Layer.HEDGE, Layer.LOADED, Layer.QUOTED, Layer.AGENTLESS),
    *(kind.layer for kind in KINDS if kind.letter),
    Layer.UNRESOLVED,
)
UNDRAWN = LAYERS | {Layer.CLAIM, Layer.UNRESOLVED, Layer.FLAG, *KIND_LAYERS}  # layers that are no class of the segment


@dataclass(frozen=True, slots=True)
class Article:
    """The rendered text, and where its marked segments begin and end, in order."""

    html: Html
    starts: Sequence[int]
    ends: Sequence[int]

    def at(self, spans: Iterable[Span]) -> str:
        """The marked segments under the spans, by their place in the DOM: "3-7 12-13", half-open; for the script."""
        found: list[tuple[int, int]] = []
        for span in sorted(spans):
            first, last = bisect_left(self.ends, span.start + 1), bisect_left(self.starts, span.end)
            if found and first <= found[-1][1]:
                found[-1] = (found[-1][0], max(last, found[-1][1]))
            elif first < last:
                found.append((first, last))
        return " ".join(f"{first}-{last}" for first, last in found)


def article(reading: Reading, shown: Sequence[Entry], things: Sequence[Thing]) -> Article:
    """The text with the marks of the entries and things shown, of loaded terms and of vague sources."""
    text = reading.document.text
    anchors = anchors_of(reading, shown, things)
    paragraphs = [match.start() for match in PARAGRAPH.finditer(text) if match.end() > match.start()]
    marks = [mark for entry in shown for mark in marks_of(entry)] + list(framing_marks(reading))
    marks += [mark for thing in things for mark in marks_of_thing(thing)]
    segments = flatten(marks, [*paragraphs, *(place for place in anchors if place < len(text))], len(text))
    marked = [segment for segment in segments if segment.layers]
    html = element(
        "article",
        *paragraph_elements(text, segments, frozenset(paragraphs), anchors),
        *(anchor for place in sorted(anchors) if place >= len(text) for anchor in anchors[place]),
        class_="text",
        lang=reading.document.language or "en",
        aria_label="Text of the article",
    )
    return Article(html, [each.start for each in marked], [each.end for each in marked])


def paragraph_elements(
    text: str, segments: Iterable[Segment], starts: frozenset[int], anchors: dict[int, list[Html]]
) -> Iterator[Html]:
    """One `<p>` per paragraph, with the line ends that follow it; each finds its own direction."""
    pieces: list[str] = []
    linked: set[str] = set()
    for segment in segments:
        if segment.start in starts and pieces:
            yield element("p", *pieces, dir="auto")
            pieces = []
        pieces += anchors.get(segment.start, ())
        pieces.append(segment_element(segment, text[segment.start : segment.end], linked))
    if pieces:
        yield element("p", *pieces, dir="auto")


def segment_element(segment: Segment, words: str, linked: set[str]) -> Html:
    """The words of a segment; a `<span class="m …">` where a mark lies on them. `linked` takes in the cards linked to."""
    if not segment.marks:
        return visible(words)
    classes = ["m", *(layer for layer in segment.layers if layer not in UNDRAWN)]
    if opened := innermost(segment.opens, CONTENT):
        classes.append(f"from-{opened}")
    if closed := innermost(segment.closes, CONTENT):
        classes.append(f"to-{closed}")
    letters = (element("i", class_=f"tag {layer}", aria_hidden="true") for layer in LETTERED if layer in segment.opens)
    return element("span", *letters, lined(segment, words, linked), class_=" ".join(classes))


def lined(segment: Segment, words: str, linked: set[str]) -> Html:
    """The words under a line for each thing that they name, the innermost a link to its card.

    Of the links to one card the first alone is a stop of the tabulator. The words stand in an element of their own, so that
    a switch can hide a link, which takes it away from keys and screen readers, and leave its words.
    """
    held = [mark for mark in segment.marks if mark.layer in LAYERS]
    if not held:
        return visible(words)
    *outer, inner = held
    again = "-1" if inner.card in linked else None
    linked.add(inner.card)
    html = element(
        "a",
        element("span", visible(words)),
        class_=f"thing {inner.layer}",
        href=f"#{inner.card}",
        title=inner.layer.value,
        tabindex=again,
    )
    for mark in reversed(outer):
        html = element("span", html, class_=f"thing {mark.layer}")
    return html


def anchors_of(reading: Reading, shown: Iterable[Entry], things: Iterable[Thing]) -> dict[int, list[Html]]:
    """What the ledger links to, by its place in the text: entry numbers, sources, claims, things, loaded and vague words."""
    anchors: dict[int, list[Html]] = defaultdict(list)
    names = {each.id: each.name for each in reading.entities}
    for entry in shown:
        if entry.attribution and entry.attribution.source:
            anchors[entry.attribution.source[0].start].append(element("i", id=f"source-{entry.id}"))
        for claim in entry.claims:
            if entry.attribution and claim.spans:
                anchors[claim.spans[0].start].append(element("i", id=f"in-{claim.id}"))
        anchors[entry.start].append(number(entry, label(entry, names)))
    for thing in things:
        for at, span in enumerate(thing.spans):
            anchors[span.start].append(element("i", id=anchor_of(thing, at)))
    for place in sorted({span.start for span in framing_spans(reading)}):
        anchors[place].append(element("i", id=f"word-{place}"))
    return anchors


def framing_spans(reading: Reading) -> tuple[Span, ...]:
    """Loaded terms, vague sources, quoted words without a speaker and harms without a doer."""
    framing = reading.framing
    terms = (term.span for term in framing.terms)
    return (*terms, *framing.vague_sources, *spoken_by_nobody(reading), *framing.agentless)


def number(entry: Entry, name: str) -> Html:
    """The link from an entry's words to its card, with its accessible name."""
    form = entry.attribution.type.value if entry.attribution else Layer.OWN.value
    return element(
        "a",
        class_=f"n {form}",
        id=f"in-{entry.id}",
        href=f"#{entry.id}",
        data_n=str(entry.number),
        aria_label=name,
    )
