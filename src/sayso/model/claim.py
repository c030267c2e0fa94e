"""One attributed, typed assertion with the spans it rests on (schema.org Claim)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from sayso.model.document import Span
from sayso.model.stance import Factuality, Polarity


class ClaimKind(StrEnum):
    """What is claimed."""

    EVENT = "event"
    CONTROL = "control"
    CASUALTIES = "casualties"
    FORECAST = "forecast"
    POLICY = "policy"
    JUSTIFICATION = "justification"
    EVALUATION = "evaluation"
    OTHER = "other"


class Voice(StrEnum):
    """Who is speaking at a span."""

    NARRATOR = "narrator"
    SOURCE = "source"


class Change(StrEnum):
    """What is said to have become of a place."""

    TAKEN = "taken"
    LOST = "lost"
    HELD = "held"
    CONTESTED = "contested"


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlTerms:
    """Who holds a place, who lost it, since when: ids of entities, a toponym and a time.

    `ground` are the words for the place, also where they name none on a map: "the mill".
    """

    kind: Literal["control"] = "control"
    holder: str | None = None
    loser: str | None = None
    place: str | None = None
    ground: tuple[Span, ...] = ()
    change: Change | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastTerms:
    """What is to come true, until when and on what condition; `probability` is the interval of the words on `scale`."""

    kind: Literal["forecast"] = "forecast"
    due: str | None = None
    due_latest: str | None = None
    conditions: tuple[Span, ...] = ()
    probability_words: tuple[Span, ...] = ()
    probability: tuple[float, float] | None = None
    scale: str | None = None


class Outcome(StrEnum):
    """What became of a forecast: a person's finding, with evidence; no machine sets one.

    `CONDITION_NOT_MET`: what it hung on did not happen, so that nothing follows for the forecast. `CANNOT_BE_JUDGED`: its words
    leave open what would have to be seen, or nobody can see it.
    """

    CAME_ABOUT = "came_about"
    DID_NOT = "did_not"
    CONDITION_NOT_MET = "condition_not_met"
    CANNOT_BE_JUDGED = "cannot_be_judged"


@dataclass(frozen=True, slots=True, kw_only=True)
class CasualtyTerms:
    """The quantity that counts the victims, and all that count people by what became of them, in order."""

    kind: Literal["casualties"] = "casualties"
    victims: str | None = None
    counts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyTerms:
    """Who does what to whom, from when: the actor and the affected are ids of entities, `starts` of a time.

    `promised` is there where somebody promises it by a day, or announces it for one: until when, and on what it hangs, as of a forecast.
    """

    kind: Literal["policy"] = "policy"
    actor: str | None = None
    action: tuple[Span, ...] = ()
    affected: str | None = None
    starts: str | None = None
    promised: ForecastTerms | None = None


Terms = ControlTerms | ForecastTerms | CasualtyTerms | PolicyTerms


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A claim in the document's own words, on whose word it stands, and how surely it is said.

    `attribution` is null exactly where the narrator speaks. `subject` are the words of a subject that stands in the clause before
    ("burned the bridge", of the rebels). `hedges` are all words that weaken the claim, `distanced` those of them that are the
    narrator's and not the speaker's. `flags` are named rules that a machine can check.
    """

    id: str
    kind: ClaimKind
    spans: tuple[Span, ...]
    text: str
    subject: tuple[Span, ...] = ()
    voice: Voice
    attribution: str | None = None
    polarity: Polarity = Polarity.ASSERTED
    hedges: tuple[Span, ...] = ()
    distanced: tuple[Span, ...] = ()
    factuality: Factuality = Factuality()
    toponyms: tuple[str, ...] = ()
    timexes: tuple[str, ...] = ()
    quantities: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    terms: Terms | None = None
    flags: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
