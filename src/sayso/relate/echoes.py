"""Echoes: a claim in another article on the same word."""

from collections.abc import Callable, Iterator, Sequence

from sayso.model.relation import Relation, RelationKind, Status
from sayso.relate.gists import Gist
from sayso.relate.likeness import Likeness
from sayso.relate.origins import Descent

CONFIRMED = 0.95  # only what is worded alike is certain without a person


def find_echoes(
    origins: Sequence[Descent], gists: Sequence[Gist], likeness: Callable[[int, int], Likeness]
) -> Iterator[Relation]:
    """A row from every claim of an origin to its earliest, where that stands in another article."""
    for origin in origins:
        first = origin.places[0]
        for place in origin.places[1:]:
            if gists[place].document == gists[first].document:
                continue
            found = likeness(min(first, place), max(first, place))
            yield Relation(
                kind=RelationKind.ECHO,
                from_id=gists[place].claim,
                to_id=gists[first].claim,
                score=round(found.score, 3),
                status=Status.CONFIRMED if found.score >= CONFIRMED else Status.SUGGESTED,
                reasons=tuple(dict.fromkeys((origin.reason, *found.reasons))),
            )
