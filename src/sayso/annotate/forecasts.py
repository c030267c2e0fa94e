"""Forecasts: until when each claim that foretells can come true, on what it hangs, how probable it is said to be."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.annotate.forecasting.chances import Chance, find_chances, interval_of
from sayso.annotate.forecasting.conditions import Condition, conditions_of, find_conditions, touched
from sayso.annotate.forecasting.deadlines import Ground, find_deadline
from sayso.annotate.forecasting.flags import FLAGS, flags_of
from sayso.annotate.forecasting.promises import is_announced, is_promised, is_term
from sayso.annotate.forecasting.wording import Wording, word_sentence
from sayso.annotate.timing.narrative import published_day
from sayso.model.attribution import Attribution
from sayso.model.claim import Claim, ClaimKind, ForecastTerms, PolicyTerms
from sayso.model.document import Document, Span
from sayso.model.stance import Certainty, Factuality
from sayso.model.world import Timex, TimexType

OF_PROMISES = frozenset(
    {"due_before_published", "condition_untracked"}
)  # the rule on unnamed sources is about forecasts
STEPS = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)
MOST_SENTENCES = 40  # of one claim: a quotation of several paragraphs; what is longer is no one forecast


def find_forecasts(
    document: Document,
    sentences: Sequence[Span],
    claims: Sequence[Claim],
    attributions: Sequence[Attribution],
    timexes: Sequence[Timex],
) -> tuple[Claim, ...]:
    """The same claims in the same order; those of kind forecast have their terms, their flags, and the certainty these leave.

    What is promised or announced by a day has such terms beside its own: whether it came can be asked then, as of a forecast.

    `due_latest` is the last day, ISO, on which a forecast can still come true: of "before" the day before, of a period its
    last. A probability is what a published scale makes of the words (ICD 203, else the `perceptions` poll), or the number
    that the speaker gave; never a number put into a mouth. Never raises on any text.
    """
    said = {each.id: each for each in attributions}
    promised = {claim.id for claim in claims if is_promised(claim, said.get(claim.attribution or ""))}
    asked = promised | {
        claim.id
        for claim in claims
        if claim.kind is ClaimKind.FORECAST or is_announced(claim, said.get(claim.attribution or ""))
    }
    if not asked:
        return tuple(claims)
    reading = _Sentences(document, sentences, claims, attributions)
    foretold = sorted({span for claim in claims if claim.id in asked for span in claim.spans})
    ground = Ground(timexes, published_day(document.published_at), reading.attributing, foretold)
    return tuple(
        _told(reading, ground, claim, said.get(claim.attribution or ""), bound=claim.id in promised)
        if claim.id in asked
        else claim
        for claim in claims
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """A sentence with what was found in it."""

    wording: Wording
    conditions: tuple[Condition, ...]
    chances: tuple[Chance, ...]


class _Sentences:
    """The sentences of a document, each read once, when a forecast asks for it."""

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Span],
        claims: Sequence[Claim],
        attributions: Sequence[Attribution],
    ) -> None:
        self._document = document
        self._sentences = sentences
        self._read: dict[int, _Read] = {}
        self._hedges = frozenset(hedge for claim in claims for hedge in claim.hedges)
        outer = [each for each in attributions if each.within is None]
        self.attributing = sorted({span for each in outer for span in (*each.source, *each.cue, *each.occasion)})

    def of(self, spans: Sequence[Span]) -> list[_Read]:
        """The sentences that some spans stand in, in order."""
        numbers: dict[int, None] = {}
        for span in spans:
            first = max(0, bisect_right(self._sentences, span.start, key=lambda each: each.start) - 1)
            last = bisect_left(self._sentences, span.end, key=lambda each: each.start)
            numbers |= dict.fromkeys(range(first, min(last, first + MOST_SENTENCES)))
        return [self._at(number) for number in sorted(numbers)]

    def _at(self, number: int) -> _Read:
        if number not in self._read:
            sentence = self._sentences[number]
            wording = word_sentence(self._document, sentence)
            low = bisect_left(self.attributing, sentence.start, key=lambda each: each.start)
            high = bisect_left(self.attributing, sentence.end, key=lambda each: each.start)
            conditions = find_conditions(wording, self.attributing[low:high])
            self._read[number] = _Read(wording, conditions, find_chances(wording, self._hedges))
        return self._read[number]


def _told(reading: _Sentences, ground: Ground, claim: Claim, attribution: Attribution | None, *, bound: bool) -> Claim:
    """A claim with what it foretells; `bound`: somebody bound himself to it."""
    around = reading.of(claim.spans)
    worded = (
        *claim.spans,
        *(attribution.cue if attribution else ()),
    )  # "the storm is expected to come": the cue is passive
    conditions = conditions_of(claim.spans, [(each.wording, each.conditions) for each in around])
    chances = [
        chance for each in around for chance in _within(each.chances, worded) if not touched(chance.span, conditions)
    ]
    due = find_deadline(ground, claim.spans, conditions, [each.wording for each in around])
    probability, scale = interval_of(chances)
    terms = ForecastTerms(
        due=due.id if due else None,
        due_latest=_last_day(due),
        conditions=conditions,
        probability_words=tuple(chance.span for chance in chances),
        probability=probability,
        scale=scale,
    )
    own = tuple(flags_of(terms, attribution, ground.published))
    if isinstance(claim.terms, PolicyTerms):
        if due is None or not (bound or is_term(due, claim, ground.published)):
            return claim
        return replace(
            claim,
            terms=replace(claim.terms, promised=terms),
            flags=(*(flag for flag in own if flag in OF_PROMISES), *claim.flags),
            reasons=(*claim.reasons, *_reasons(due, terms)),
        )
    return replace(
        claim,
        terms=terms,
        factuality=_left(claim.factuality, terms, chances),
        flags=(*own, *(flag for flag in claim.flags if flag not in FLAGS)),
        reasons=(*claim.reasons, *_reasons(due, terms)),
    )


def _last_day(due: Timex | None) -> str | None:
    """The last day that a deadline allows; none where it only sounds like one ("within days")."""
    return None if due is None or (due.vague and due.type is TimexType.DURATION) else due.latest


def _within(chances: Sequence[Chance], spans: Sequence[Span]) -> Iterator[Chance]:
    """The chances that begin in some spans, in order, each once."""
    behind = 0
    for span in sorted(spans):
        low = bisect_left(chances, max(span.start, behind), key=lambda each: each.span.start)
        behind = max(behind, span.end)
        high = bisect_left(chances, behind, key=lambda each: each.span.start)
        yield from chances[low:high]


def _left(factuality: Factuality, terms: ForecastTerms, chances: Sequence[Chance]) -> Factuality:
    """How sure the claimant is: no surer than the words of probability, and at most possible on a condition."""
    steps = [factuality.certainty, *(chance.certainty for chance in chances)]
    if terms.conditions:
        steps.append(Certainty.POSSIBLE)
    return Factuality(certainty=max(steps, key=STEPS.index))


def _reasons(due: Timex | None, terms: ForecastTerms) -> Iterator[str]:
    if due is not None:
        bound = f"{due.bound.value} " if due.bound else ""
        yield f"due: {bound}{due.span.text}" + (f", counted from {due.anchor}" if due.anchor else "")
    if terms.scale is not None:
        yield f"probability: {terms.scale}"
