"""What a newer reading of a document changes: which claims stay, and where what people decided about them is now."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.model.anchor import anchor_of, find_claim
from sayso.model.decision import Decision
from sayso.model.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A decision about a claim, the claim's id when it was decided, and its id now; null where it is not found any more."""

    decision: str
    was: str
    now: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Of one document: how many claims are found again, which are gone, which are new, and the decisions about any of them."""

    document: str
    kept: int
    gone: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    decisions: tuple[Attached, ...] = ()


def changes(before: Reading, after: Reading, decisions: Iterable[Decision] = ()) -> Changes:
    """What the later of two readings of a document changes."""
    again = {claim.id: find_claim(anchor_of(before, claim), after) for claim in before.claims}
    kept = {each for each in again.values() if each}
    return Changes(
        document=after.document.id,
        kept=len(kept),
        gone=tuple(id for id, now in again.items() if now is None),
        found=tuple(claim.id for claim in after.claims if claim.id not in kept),
        decisions=tuple(attached(decisions, after)),
    )


def attached(decisions: Iterable[Decision], reading: Reading) -> Iterable[Attached]:
    """Where the decisions about claims of the document are attached in a reading of it."""
    for decision in decisions:
        for anchor in decision.anchors:
            if anchor.document == reading.document.id:
                yield Attached(decision=decision.id, was=anchor.claim, now=find_claim(anchor, reading))
