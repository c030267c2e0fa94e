"""What holds after a sequence of decisions: a function of the sequence and of nothing else."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.model.decision import Decision, DecisionKind

Relation = tuple[str, str, str]  # kind, from, to
Moved = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The decisions in force, by what they are about; of several about the same thing the last counts."""

    judgements: Mapping[Relation, Decision] = field(default_factory=dict)
    outcomes: Mapping[str, Decision] = field(default_factory=dict)
    notes: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)
    clustering: tuple[Decision, ...] = ()


def in_force(decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions that were not undone, in their order; an undoing that is undone itself counts for nothing."""
    undone: set[str] = set()
    standing: list[Decision] = []
    for decision in reversed(decisions):  # a later word wins over an earlier one
        if decision.id in undone:
            continue
        if decision.kind is DecisionKind.UNDO:
            undone.add(decision.subjects[0])
        else:
            standing.append(decision)
    return standing[::-1]


def standing(decisions: Sequence[Decision], moved: Moved | None = None) -> Standing:
    """What the decisions come to. `moved` gives the ids that claims have now, where a newer reader has given them others."""
    now = moved or {}
    judgements: dict[Relation, Decision] = {}
    outcomes: dict[str, Decision] = {}
    notes: dict[str, tuple[Decision, ...]] = {}
    clustering = []
    for decision in in_force(decisions):
        subjects = [now.get(each, each) for each in decision.subjects]
        if decision.relation:
            judgements[decision.relation, subjects[0], subjects[1]] = decision
        elif decision.kind is DecisionKind.RESOLVE:
            outcomes[subjects[0]] = decision
        elif decision.kind is DecisionKind.NOTE:
            for each in subjects:
                notes[each] = (*notes.get(each, ()), decision)
        else:
            clustering.append(decision)
    return Standing(judgements=judgements, outcomes=outcomes, notes=notes, clustering=tuple(clustering))


def clustered(
    machine: Iterable[Iterable[str]], clustering: Iterable[Decision], moved: Moved | None = None
) -> list[frozenset[str]]:
    """The clusters of a machine as people have merged and split them: a partition of the same claims, in order.

    A merge joins the clusters that hold its claims, a split takes its claims out into one of their own; what was decided about
    claims that no cluster holds changes nothing.
    """
    now, clusters = moved or {}, [set(each) for each in machine]
    for decision in clustering:
        subjects = {now.get(each, each) for each in decision.subjects}
        if decision.kind is DecisionKind.MERGE:
            meant = [each for each in clusters if each & subjects]
            clusters = [each for each in clusters if not each & subjects]
            clusters.append(set().union(*meant))
        else:
            known = subjects.intersection(*[set().union(*clusters)])
            clusters = [each - subjects for each in clusters]
            clusters.append(known)
        clusters = [each for each in clusters if each]
    return sorted(map(frozenset, clusters), key=min)
