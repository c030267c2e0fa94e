"""What is known of one cluster: the value behind `sayso show CLUSTER` and its page."""

from dataclasses import dataclass

from sayso.model.decision import Decision
from sayso.model.document import Span
from sayso.model.relation import Relation
from sayso.relate.drift import Drift
from sayso.relate.register import Forecast


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """The earlier text in this ledger that an article was made from; `share` is the part of its own words that stands there."""

    document: str
    external_id: str | None
    outlet: str | None
    title: str | None
    share: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A claim as one article has it. `text` and `spans` are the article's own words.

    `on_word_of` are the names from whoever is said to have said it to whoever printed it. `origin` numbers the origins of the
    cluster from 1, 0 in a report of another cluster. `denial` are the words that deny it where its own do not ("denied", of "the
    town had been taken"), empty where they do or nothing is denied. `echo` leads to the earlier report that it repeats. `also_in` are the
    outlets in which the same text came in again.
    """

    claim: str
    document: str
    external_id: str | None
    outlet: str | None
    title: str
    published_at: str | None
    text: str
    spans: tuple[Span, ...]
    kind: str
    polarity: str
    denial: str
    form: str
    on_word_of: tuple[str, ...]
    hedges: tuple[str, ...]
    certainty: str
    origin: int = 0
    echo: Relation | None = None
    copied: tuple[Copied, ...] = ()
    also_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An origin: the number that reports refer to, the evidence that they rest on one word, and the claims that do."""

    number: int
    reason: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A report of another cluster that stands in a relation to a report of this one."""

    report: Report
    cluster: str | None
    relation: Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A forecast of the cluster itself, or one of the same story that names the same place: then `place` is its name there."""

    forecast: Forecast
    cluster: str | None
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """Another cluster of the same story, by the words of its earliest report."""

    cluster: str
    text: str
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What a person decided, and whether nobody has undone it since."""

    decision: Decision
    in_force: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One cluster with all that this ledger has on it, the earliest report first; `documents` and `outlets` count.

    `denied_by` and `superseded_by` are what others say of it, `denies` and `supersedes` what it says of others; a relation that
    a person rejected is among them, with that status. `decided_by` names those who merged or split what it was made of,
    `trail` are all decisions about it, the oldest first, those that were undone among them.
    """

    id: str
    story: str
    text: str
    kind: str
    polarity: str
    documents: int
    outlets: int
    reports: tuple[Report, ...]
    origins: tuple[Source, ...]
    drift: tuple[Drift, ...]
    denied_by: tuple[Answer, ...]
    denies: tuple[Answer, ...]
    superseded_by: tuple[Answer, ...]
    supersedes: tuple[Answer, ...]
    forecasts: tuple[Expected, ...]
    others: tuple[Other, ...]
    decided_by: str | None = None
    trail: tuple[Decided, ...] = ()
