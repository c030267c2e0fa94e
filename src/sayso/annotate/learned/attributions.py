"""From findings to attributions: spans, quote type, ids, how sure."""

import math
from collections.abc import Iterable, Sequence

from sayso.annotate.learned.finding import Finding
from sayso.annotate.learned.tokens import Tokens
from sayso.annotate.reporting.assembly import attribution_id
from sayso.annotate.reporting.ranges import Range
from sayso.annotate.typography.glue import unglued
from sayso.annotate.typography.rendering import Rendering
from sayso.lexicons import words_of
from sayso.model.attribution import Attribution
from sayso.model.document import Document, Span


def as_attribution(
    document: Document, tokens: Tokens, rendering: Rendering, finding: Finding, confidence: float
) -> Attribution:
    """The attribution that a finding is, with spans in place of ranges of tokens."""

    def spans(ranges: Iterable[Range]) -> tuple[Span, ...]:
        return tuple(document.span(tokens.starts[low], tokens.ends[high - 1]) for low, high in ranges)

    source = tuple(unglued(document, span) for span in spans(finding.source))
    cue, content = spans([finding.cue]), spans(finding.content)
    return Attribution(
        id=attribution_id(document, source, cue, content),
        type=rendering.quote_type(cue, content),
        source=source,
        cue=cue,
        content=content,
        cue_kind=finding.kind,
        confidence=round(confidence, 3),
        engine="model",
        reasons=(f"model: {cue[0].text.lower()}",),
    )


def is_time(source: Sequence[Span]) -> bool:
    """Whether a source is nothing but a time, which says nothing: "the coming year will decide …"."""
    words = [word for span in source for word in span.text.split()]
    nouns, before = words_of("reporting", "times"), words_of("reporting", "of_times")
    return bool(words) and words[-1] in nouns and all(word.lower() in before for word in words[:-1])


def evidence(finding: Finding) -> tuple[float, ...]:
    """What speaks for a finding: one, its margins, whether it has a source, whether its cue is an outermost one."""
    return (1.0, *finding.margins, float(bool(finding.source)), float(finding.outer))


def confidence(finding: Finding, weights: Sequence[float]) -> float:
    """How sure the software is of a finding: a logistic of the evidence, fitted on PolNeAR dev (Platt 1999)."""
    return 1 / (1 + math.exp(-sum(weight * value for weight, value in zip(weights, evidence(finding), strict=True))))
