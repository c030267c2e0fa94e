"""When, where and how many: time expressions (TIMEX3), toponyms with their places, quantities."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.document import Span


class TimexType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Bound(StrEnum):
    """The preposition that makes a time a limit."""

    BY = "by"
    SINCE = "since"
    UNTIL = "until"
    WITHIN = "within"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression with its TIMEX3 value, and what TIMEX3 lacks: the first and last day it can mean, and from what.

    `anchor` is "published_at" or the id of another Timex; `earliest` and `latest` are ISO days.
    """

    id: str
    span: Span
    type: TimexType
    value: str
    mod: str | None = None
    earliest: str | None = None
    latest: str | None = None
    bound: Bound | None = None
    anchor: str | None = None
    vague: bool = False


class Precision(StrEnum):
    """How much ground a place covers."""

    CITY = "city"
    ADMIN1 = "admin1"
    COUNTRY = "country"
    REGION = "region"
    FEATURE = "feature"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place on the ground; `country` is ISO 3166-1 alpha-2, `lat` and `lon` are WGS 84 degrees."""

    id: str
    name: str
    country: str | None = None
    admin1: str | None = None
    lat: float
    lon: float
    precision: Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Place):
    """A place that a toponym may denote, with how well it fits (0 to 1)."""

    score: float


class Method(StrEnum):
    """How a toponym came to its place."""

    EXACT = "exact"
    ALTERNATE = "alternate"
    CURATED = "curated"
    FUZZY = "fuzzy"
    MODEL = "model"


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place's name as written; `literal` is false where it stands for somebody ("Moscow said")."""

    id: str
    span: Span
    literal: bool = True
    place: Place | None = None
    method: Method | None = None
    score: float = 0.0
    candidates: tuple[Candidate, ...] = ()


class Role(StrEnum):
    """What became of the people who are counted."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    DISPLACED = "displaced"
    CAPTURED = "captured"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number of something; an exact figure has `low == high`, an open side is null.

    `unit` is "person" where people are counted, "share" of a part of one, "percent", an ISO 4217 code or a currency's name, or
    the English singular of a measure. `counted` is the noun with its modifiers, where the text has one ("civilians", "grain
    silos"). `part_of` is the id of the Quantity that holds this one ("20 people, including three children"): nobody is
    counted twice who leaves out the parts.
    """

    id: str
    span: Span
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    role: Role | None = None
    approximate: bool = False
    counted: Span | None = None
    part_of: str | None = None
