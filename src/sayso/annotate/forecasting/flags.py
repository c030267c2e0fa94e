"""What a rule can say of a forecast: each flag is one rule's name."""

from collections.abc import Iterator
from datetime import date

from sayso.lexicons import lexicon
from sayso.model.attribution import Anonymity, Attribution
from sayso.model.claim import ForecastTerms

FLAGS = ("anonymous_forecast", "no_deadline", "due_before_published", "condition_untracked")


def flags_of(terms: ForecastTerms, attribution: Attribution | None, published: date | None) -> Iterator[str]:
    """The flags of a forecast, in the order of FLAGS; `attribution` is null where the narrator foretells.

    `no_deadline` is a forecast that no time bounds; one whose time cannot be dated has a deadline all the same.
    """
    if attribution is not None and is_anonymous(attribution):
        yield "anonymous_forecast"
    if terms.due is None:
        yield "no_deadline"
    if published is not None and terms.due_latest is not None and date.fromisoformat(terms.due_latest) < published:
        yield "due_before_published"
    if terms.conditions:
        yield "condition_untracked"


def is_anonymous(attribution: Attribution) -> bool:
    """Whether nobody can tell who said it; an office that one person holds ("the mayor") tells."""
    if attribution.anonymity is not Anonymity.ROLE:
        return attribution.anonymity in {Anonymity.VAGUE, Anonymity.NONE}
    source = " ".join(span.text for span in attribution.source).lower()
    return not any(
        source == f"the {office}" or source.startswith(f"the {office} of ")
        for office in lexicon("titles")["offices"]["words"]
    )
