"""What documents and claims say about one another: relations, and clusters of claims that say the same of the same thing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sayso.model.provenance import digest_id


class RelationKind(StrEnum):
    """How one stands to the other."""

    COPY = "copy"
    ECHO = "echo"
    DENIAL = "denial"
    SUPERSEDES = "supersedes"


class Status(StrEnum):
    """Whether a relation is proposed, certain, or thrown out by a person."""

    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """`from_id` stands in the relation to `to_id`: ids of claims, or of documents where the kind is a copy.

    An echo repeats the earlier claim on the same word; a denial denies what the other says; what supersedes gives the newer
    figure or state of the same thing. `score` (0 to 1) is how sure the software is of the relation, `reasons` say why in words.
    `decided_by` names the person who decided, null where nobody has. The external ids name the arrivals that a copy joins.
    """

    kind: RelationKind
    from_id: str
    to_id: str
    score: float
    status: Status = Status.SUGGESTED
    reasons: tuple[str, ...] = ()
    decided_by: str | None = None
    from_external_id: str | None = None
    to_external_id: str | None = None

    @property
    def id(self) -> str:
        """The same for the same relation between the same two, whatever its score."""
        return digest_id("re", self.kind, self.from_id, self.to_id, self.from_external_id, self.to_external_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Claims of a cluster that rest on one word, and why they do."""

    claims: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Claims that say the same of the same thing, with the same polarity and figure; the earliest in this ledger comes first.

    `founder` is the claim that the id was made of: it stays while the cluster lives, though an earlier claim may arrive.
    `origins` divide the claims by whose word they rest on. `decided_by` names who made it by merging or splitting, null where a
    machine did.
    """

    id: str
    founder: str
    claims: tuple[str, ...]
    first_appearance: str
    documents: int
    outlets: int
    origins: tuple[Origin, ...]
    decided_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """What was found in one story. `redirects` lead from the id of a cluster that is no more to the one that has its claims.

    A cluster that is gone altogether redirects to the empty string: a tombstone.
    """

    relations: tuple[Relation, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    redirects: Mapping[str, str] = field(default_factory=dict)
