"""The audit trail of a cluster: what people decided about it."""

from collections.abc import Collection, Mapping, Sequence

from sayso.export.account.account import Decided
from sayso.model.decision import Decision, DecisionKind
from sayso.model.standing import in_force


def trail_of(decisions: Sequence[Decision], ids: Collection[str], moved: Mapping[str, str]) -> tuple[Decided, ...]:
    """The decisions about any of these ids in the order in which they were made, and the undoings of these.

    `moved` gives the ids that claims have now, where a newer reader has given them others.
    """
    standing = {each.id for each in in_force(decisions)}
    meant: set[str] = set()
    found = []
    for each in decisions:
        subjects = {moved.get(one, one) for one in each.subjects}
        if not subjects.isdisjoint(ids) or not subjects.isdisjoint(meant):
            meant.add(each.id)
            found.append(Decided(decision=each, in_force=each.id in standing or each.kind is DecisionKind.UNDO))
    return tuple(found)
