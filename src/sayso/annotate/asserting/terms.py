"""The typed terms of a claim: who holds what, how many were harmed, who decides what."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sayso.annotate.asserting.kinds import Told
from sayso.annotate.asserting.parties import Parties
from sayso.annotate.asserting.towns import Towns
from sayso.annotate.asserting.within import Within
from sayso.annotate.read import Things
from sayso.model.claim import CasualtyTerms, ClaimKind, ControlTerms, PolicyTerms, Terms
from sayso.model.document import Span
from sayso.model.world import Quantity, Role, Timex, TimexType

DAYS = frozenset({TimexType.DATE, TimexType.TIME})


@dataclass(frozen=True, slots=True)
class Located:
    """The things of a document by where they stand, and by id."""

    parties: Parties
    towns: Towns
    timexes: Within
    quantities: Within
    times: Mapping[str, Timex]
    figures: Mapping[str, Quantity]

    @classmethod
    def of(cls, things: Things, parties: Parties, towns: Towns) -> "Located":
        """Index what a document names."""
        return cls(
            parties,
            towns,
            Within((timex.span, timex.id) for timex in things.timexes),
            Within((quantity.span, quantity.id) for quantity in things.quantities),
            {timex.id: timex for timex in things.timexes},
            {quantity.id: quantity for quantity in things.quantities},
        )


def terms_of(
    told: Told, spans: Sequence[Span], located: Located, claimant: str | None, to_spans: Callable[..., tuple[Span, ...]]
) -> Terms | None:
    """The terms of a claim in these spans; `claimant` is the entity whose word it is, `to_spans` makes spans of words."""
    if told.control is not None and told.kind is ClaimKind.CONTROL:
        control = told.control
        return ControlTerms(
            holder=located.parties.of(control.holder, claimant),
            loser=located.parties.of(control.loser, claimant),
            place=located.towns.of(control.place),
            ground=to_spans([token for token in control.place if token.tag not in "RO"]),
            change=control.change,
            as_of=_day(spans, located),
        )
    if told.kind is ClaimKind.CASUALTIES:
        return _casualties(spans, located)
    if told.policy is not None:
        policy = told.policy
        actor = located.parties.of(policy.actor, claimant)
        return PolicyTerms(
            actor=actor or (claimant if not policy.actor and policy.words == "to" else None),
            action=to_spans(policy.action),
            affected=located.parties.known(policy.affected),
            starts=_day(spans, located),
        )
    return None


def _day(spans: Sequence[Span], located: Located) -> str | None:
    return next((id for id in located.timexes.ids(spans) if located.times[id].type in DAYS), None)


def _casualties(spans: Sequence[Span], located: Located) -> CasualtyTerms:
    figures = [located.figures[id] for id in located.quantities.ids(spans)]
    counted = [each for each in figures if each.role is not None]
    killed = [each for each in counted if each.role is Role.KILLED]
    people = [each for each in figures if each.unit == "person"]
    first = next(iter([*killed, *counted, *people]), None)
    return CasualtyTerms(victims=first.id if first else None, counts=tuple(each.id for each in counted))
