"""The register of forecasts: each once, on whose word, until when and on what, with the earlier one whose deadline it moves."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.lexicons import lexicon
from sayso.model.claim import Claim, ClaimKind, ForecastTerms
from sayso.model.document import Span
from sayso.model.reading import Reading
from sayso.model.world import Timex
from sayso.relate.due import State, forecasts_of, state_of
from sayso.relate.moved import find_moved

MOVED = "deadline_moved"
LONGEST = 40  # code points of "no later than", with room


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """A forecast, or a promise (`kind` "policy"), on a day. `text` and `source` are verbatim; dates are ISO days.

    `due_words`, `bound` and `anchor` tell how `due` was computed: the time as written with the words that make it a limit, the
    limit, and what it was counted from ("published_at", or the words of another time). `moved_from` is the claim of the same claimant that
    said the same with an earlier deadline. `outcome` is what became of it as `decided_by` judges by the `evidence` (ids, addresses);
    null where nobody has.
    """

    claim: str
    kind: ClaimKind
    document: str
    external_id: str | None
    outlet: str | None
    title: str | None
    url: str | None
    published_at: str | None
    claimant: str | None
    source: str
    text: str
    state: State
    due: str | None
    due_words: str | None
    bound: str | None
    anchor: str | None
    vague: bool
    conditions: tuple[str, ...]
    probability_words: tuple[str, ...]
    probability: tuple[float, float] | None
    scale: str | None
    certainty: str
    flags: tuple[str, ...]
    moved_from: str | None = None
    outcome: str | None = None
    decided_by: str | None = None
    evidence: tuple[str, ...] = ()


def find_register(readings: Iterable[Reading], as_of: str) -> tuple[Forecast, ...]:
    """All forecasts on the ISO day `as_of`, the first due first, then those without a day; a text that came twice counts once."""
    found: dict[str, Forecast] = {}
    said: dict[str, str] = {}
    for reading in readings:
        for forecast, words in _forecasts(reading, as_of):
            found.setdefault(forecast.claim, forecast)
            said.setdefault(forecast.claim, words)
    moved = find_moved(
        (each.claim, each.claimant, said[each.claim], each.published_at, each.due) for each in found.values()
    )
    flagged = (_moved(each, moved) for each in found.values())
    return tuple(
        sorted(flagged, key=lambda each: (each.due is None, each.due or "", each.published_at or "", each.claim))
    )


def _moved(forecast: Forecast, moved: Mapping[str, str]) -> Forecast:
    earlier = moved.get(forecast.claim)
    return replace(forecast, moved_from=earlier, flags=(*forecast.flags, MOVED)) if earlier else forecast


def _forecasts(reading: Reading, as_of: str) -> Iterator[tuple[Forecast, str]]:
    """Each forecast of a reading, and what it says without its times, conditions and words of probability."""
    attributions = {each.id: each for each in reading.attributions}
    names = {each.id: each.name for each in reading.entities}
    times = {each.id: each for each in reading.timexes}
    spans = {each.id: each.span for each in reading.timexes}
    ordered = sorted(spans.values())
    document = reading.document
    for claim, terms in forecasts_of(reading):
        attribution = attributions.get(claim.attribution or "")
        due = times.get(terms.due or "")
        yield (
            Forecast(
                claim=claim.id,
                kind=claim.kind,
                document=document.id,
                external_id=document.external_id,
                outlet=document.outlet,
                title=document.title,
                url=document.url,
                published_at=document.published_at,
                claimant=names.get(attribution.claimant or "") if attribution else None,
                source=" … ".join(span.text for span in attribution.source) if attribution else "",
                text=claim.text,
                state=state_of(terms, as_of),
                due=terms.due_latest,
                due_words=_as_written(document.text, due) if due else None,
                bound=due.bound.value if due and due.bound else None,
                anchor=spans[due.anchor].text if due and due.anchor in spans else due.anchor if due else None,
                vague=due.vague if due else False,
                conditions=tuple(span.text for span in terms.conditions),
                probability_words=tuple(span.text for span in terms.probability_words),
                probability=terms.probability,
                scale=terms.scale,
                certainty=claim.factuality.certainty.value,
                flags=claim.flags,
            ),
            _bare(claim, terms, ordered),
        )


def _as_written(text: str, due: Timex) -> str:
    """A time with the words in front of it that make it a limit: "before 22 March" ends a day before "by 22 March"."""
    before = text[max(0, due.span.start - LONGEST) : due.span.start].rstrip().lower().split()
    for count in (3, 2, 1):
        if len(before) >= count and " ".join(before[-count:]) in lexicon("times")["bounds"]:
            return " ".join([*before[-count:], due.span.text])
    return due.span.text


def _bare(claim: Claim, terms: ForecastTerms, times: Sequence[Span]) -> str:
    """The words of a claim that tell what is to come, without when, on what condition and how probably."""
    pieces = []
    for span in claim.spans:
        low = max(0, bisect_left(times, span.start, key=lambda each: each.start) - 1)
        high = bisect_left(times, span.end, key=lambda each: each.start)
        at = span.start
        for each in sorted((*terms.conditions, *terms.probability_words, *times[low:high])):
            if at < each.end and each.start < span.end:
                pieces.append(span.text[at - span.start : max(0, each.start - span.start)])
                at = each.end
        pieces.append(span.text[at - span.start :])
    return " ".join(pieces)
