"""What a person decides about what a machine proposed, and nothing of which the machine ever overwrites."""

from dataclasses import dataclass, field, fields
from enum import StrEnum

from sayso.errors import InputError
from sayso.model.anchor import Anchor
from sayso.model.provenance import digest_id


class DecisionKind(StrEnum):
    """What is decided: of a relation, of clusters, of a forecast, or nothing but a note; or that a decision is undone."""

    CONFIRM = "confirm"
    REJECT = "reject"
    MERGE = "merge"
    SPLIT = "split"
    RESOLVE = "resolve"
    NOTE = "note"
    UNDO = "undo"


class ForecastOutcome(StrEnum):
    """What became of a forecast, as a person judges by the evidence that they name."""

    CAME_ABOUT = "came-about"
    DID_NOT = "did-not"
    CONDITION_NOT_MET = "condition-not-met"
    CANNOT_BE_JUDGED = "cannot-be-judged"


SUBJECTS = {
    DecisionKind.CONFIRM: (2, 2, "the two ends of a relation: FROM, TO"),
    DecisionKind.REJECT: (2, 2, "the two ends of a relation: FROM, TO"),
    DecisionKind.MERGE: (2, None, "two or more claims, whose clusters become one"),
    DecisionKind.SPLIT: (1, None, "one or more claims, which become a cluster of their own"),
    DecisionKind.RESOLVE: (1, 1, "one forecast"),
    DecisionKind.NOTE: (1, None, "what the note is about"),
    DecisionKind.UNDO: (1, 1, "one decision"),
}
RELATIONS = ("copy", "echo", "denial", "supersedes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A decision by somebody, for a reason, about things named by their ids.

    `relation` is the kind of relation that is confirmed or rejected, `outcome` and `evidence` (ids, addresses) are of a
    forecast. A ledger gives `at`, the time (UTC), and `anchors`, which find the claims among the subjects again. Decisions are
    never changed: one that was wrong is undone by another. InputError where a part is missing or does not belong.
    """

    kind: DecisionKind
    subjects: tuple[str, ...]
    by: str
    reason: str = ""
    relation: str | None = None
    outcome: ForecastOutcome | None = None
    evidence: tuple[str, ...] = ()
    at: str = ""
    anchors: tuple[Anchor, ...] = ()
    id: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        """Hold that the decision is whole, and give it its id."""
        least, most, wanted = SUBJECTS[self.kind]
        if not least <= len(self.subjects) <= (most or len(self.subjects)) or len(set(self.subjects)) < len(
            self.subjects
        ):
            raise InputError("decision", f"{self.kind} of {len(self.subjects)} things; expected {wanted}, each once")
        judges, resolves = self.kind in (DecisionKind.CONFIRM, DecisionKind.REJECT), self.kind is DecisionKind.RESOLVE
        if (self.relation in RELATIONS) != judges or (self.relation is not None) != judges:
            raise InputError(
                "decision",
                f"{self.kind} with relation {self.relation}; expected {'one of ' + ', '.join(RELATIONS) if judges else 'none'}",
            )
        if (self.outcome is not None) != resolves:
            raise InputError(
                "decision",
                f"{self.kind} with outcome {self.outcome}; expected {'one of ' + ', '.join(ForecastOutcome) if resolves else 'none'}",
            )
        if not self.by.strip() or (self.kind is DecisionKind.NOTE and not self.reason.strip()):
            raise InputError(
                "decision", "nobody decided, or nothing was noted; expected a name, and the words of a note"
            )
        told = [getattr(self, each.name) for each in fields(self) if each.name not in ("id", "anchors")]
        object.__setattr__(self, "id", digest_id("de", *told))
