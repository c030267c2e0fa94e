"""What is counted: words quoted, speakers, reporting verbs by side, and contested terms by voice; each count with its instances."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sayso.export.balance.sides import Sides, speakers
from sayso.model.attribution import Anonymity, Attribution, CueKind
from sayso.model.document import Span
from sayso.model.quotation import Quotation
from sayso.model.reading import Reading

LEAST = (
    10  # attributions of a side: below, what is usual for its verbs cannot be told from chance (issue 5 asks for it)
)
SPEECH = frozenset({CueKind.SPEECH, CueKind.WRITING, CueKind.DOCUMENT})
GROUPS = ("article", "outlet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """A place in a document that was counted."""

    document: str
    external_id: str | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One count: of what, in which group, of which side or term; `n` of `of`.

    `value` is a mean where the measure is one, and null where it is not assessed (`assessed` is false: fewer than ten).
    """

    group: str
    measure: str
    side: str | None = None
    detail: str | None = None
    n: int
    of: int
    value: float | None = None
    assessed: bool = True
    instances: tuple[Instance, ...] = ()

    def plain(self) -> dict[str, Any]:
        """The row as JSON has it."""
        places = [
            {"document": each.document, "external_id": each.external_id, "start": each.span.start,
             "end": each.span.end, "text": each.span.text}
            for each in self.instances
        ]  # fmt: skip
        names = ("group", "measure", "side", "detail", "n", "of", "value", "assessed")
        return {name: getattr(self, name) for name in names} | {"instances": places}


@dataclass(slots=True)
class Tally:
    """What is gathered of one group."""

    words: dict[str, int] = field(default_factory=lambda: defaultdict[str, int](int))
    quoted: dict[str, list[Instance]] = field(default_factory=lambda: defaultdict[str, list[Instance]](list))
    people: dict[str, dict[tuple[str, str], Instance]] = field(
        default_factory=lambda: defaultdict[str, dict[tuple[str, str], Instance]](dict)
    )
    verbs: dict[str, list[tuple[str, float | None, Instance]]] = field(
        default_factory=lambda: defaultdict[str, list[tuple[str, float | None, Instance]]](list)
    )
    terms: dict[tuple[str, str, str | None, str], list[Instance]] = field(
        default_factory=lambda: defaultdict[tuple[str, str, str | None, str], list[Instance]](list)
    )
    anonymous: dict[str, list[Instance]] = field(default_factory=lambda: defaultdict[str, list[Instance]](list))


def compare(readings: Iterable[Reading], sides: Sides, by: str) -> tuple[Row, ...]:
    """The rows of all groups in the order in which they first came; a group is an article or an outlet."""
    tallies: dict[str, Tally] = {}
    for number, reading in enumerate(readings, start=1):
        gather(tallies.setdefault(group_of(reading, by, number), Tally()), reading, sides)
    return tuple(row for group, tally in tallies.items() for row in rows(group, tally, sides))


def group_of(reading: Reading, by: str, number: int) -> str:
    """What an article or its outlet is called."""
    document = reading.document
    if by == "outlet":
        return document.outlet or "outlet not known"
    return document.external_id or document.title or document.path or f"article {number}"


def gather(tally: Tally, reading: Reading, sides: Sides) -> None:
    """Count one reading into the tally of its group."""
    side_of = speakers(sides, reading.entities, reading.attributions)
    said = [each for each in reading.attributions if each.cue_kind in SPEECH]
    for id, span in quoted(said, reading.quotations):
        tally.words[side_of[id]] += len(span.text.split())
        tally.quoted[side_of[id]].append(instance(reading, span))
    for each in said:
        side = side_of[each.id]
        if each.claimant and each.source:
            key = (reading.document.id, each.claimant)
            tally.people[side].setdefault(key, instance(reading, each.source[0]))
        if each.source and each.anonymity is not Anonymity.NAMED:
            tally.anonymous[side].append(instance(reading, each.source[0]))
        if each.cue:
            verb = " ".join(each.cue[0].text.lower().split())
            tally.verbs[side].append((verb, each.veridicality, instance(reading, each.cue[0])))
    for term in reading.framing.terms:
        name = (term.concept, term.term or term.span.text.lower(), term.favours, term.voice.value)
        tally.terms[name].append(instance(reading, term.span))


def quoted(attributions: Iterable[Attribution], quotations: Iterable[Quotation]) -> Iterator[tuple[str, Span]]:
    """The words inside quotation marks with the id of the attribution whose they are: of nested ones the innermost, once."""
    inner = sorted(each.inner for each in quotations if each.depth == 1)
    starts = [span.start for span in inner]
    innermost: dict[Span, tuple[int, str, Span]] = {}
    for each in attributions:
        size = sum(map(len, each.content))
        for content in each.content:
            for at in range(max(0, bisect_right(starts, content.start) - 1), bisect_left(starts, content.end)):
                low, high = max(content.start, inner[at].start), min(content.end, inner[at].end)
                if low < high and (inner[at] not in innermost or size < innermost[inner[at]][0]):
                    words = inner[at].text[low - inner[at].start : high - inner[at].start]
                    innermost[inner[at]] = (size, each.id, Span(low, high, words))
    yield from sorted(((id, span) for _, id, span in innermost.values()), key=lambda pair: pair[1])


def instance(reading: Reading, span: Span) -> Instance:
    """A place in this reading's document."""
    return Instance(document=reading.document.id, external_id=reading.document.external_id, span=span)


def rows(group: str, tally: Tally, sides: Sides) -> Iterator[Row]:
    """The rows of one group: those of the sides, measure by measure, and those of the terms."""
    words, people = sum(tally.words.values()), sum(map(len, tally.people.values()))
    said = sum(map(len, tally.verbs.values()))
    for side in sides.all():
        yield Row(group=group, measure="quoted words", side=side, n=tally.words.get(side, 0), of=words,
                  instances=tuple(tally.quoted.get(side, ())))  # fmt: skip
    for side in sides.all():
        found = tally.people.get(side, {})
        yield Row(group=group, measure="speakers", side=side, n=len(found), of=people, instances=tuple(found.values()))
    for side in sides.all():
        hidden = tally.anonymous.get(side, ())
        yield Row(group=group, measure="without a name", side=side, n=len(hidden), of=len(tally.verbs.get(side, ())),
                  instances=tuple(hidden))  # fmt: skip
    for side in sides.all():
        yield from verb_rows(group, side, tally.verbs.get(side, ()), said)
    count = sum(map(len, tally.terms.values()))
    for (concept, term, favours, voice), places in sorted(tally.terms.items(), key=lambda pair: str(pair[0])):
        told = f"{concept}: {term}, {voice}" + (f", favours the {favours}" if favours else "")
        yield Row(group=group, measure="contested words", detail=told, n=len(places), of=count, instances=tuple(places))


def verb_rows(group: str, side: str, verbs: Sequence[tuple[str, float | None, Instance]], said: int) -> Iterator[Row]:
    """How a side's words are reported: each verb, and the mean of the judgements on how far the verbs commit the narrator."""
    if len(verbs) < LEAST:
        yield Row(group=group, measure="reporting verbs", side=side, n=len(verbs), of=said, assessed=False)
        return
    places: Mapping[str, list[Instance]] = defaultdict(list)
    for verb, _, place in verbs:
        places[verb].append(place)
    for verb, count in sorted(Counter(verb for verb, _, _ in verbs).items(), key=lambda pair: (-pair[1], pair[0])):
        yield Row(group=group, measure="reporting verbs", side=side, detail=verb, n=count, of=len(verbs),
                  instances=tuple(places[verb]))  # fmt: skip
    judged = [(value, place) for _, value, place in verbs if value is not None]
    mean = round(sum(value for value, _ in judged) / len(judged), 2) if len(judged) >= LEAST else None
    yield Row(group=group, measure="veridicality of verbs", side=side, n=len(judged), of=len(verbs), value=mean,
              assessed=mean is not None, instances=tuple(place for _, place in judged))  # fmt: skip
