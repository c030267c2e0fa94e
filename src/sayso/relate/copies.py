"""Copies: which documents were made out of which earlier ones, in which passages.

Fingerprints propose, the alignment of passages confirms and says where, and lines of copies are led back to their
earliest arrival. `update_copies` is the method; `find_copies` does it for documents that are all there.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sayso.model.copy import Copy
from sayso.model.document import Document
from sayso.model.relation import Relation, RelationKind
from sayso.ports.copies import Fingerprints
from sayso.relate.copying.beside import Beside
from sayso.relate.copying.describing import described
from sayso.relate.copying.house import find_house
from sayso.relate.copying.index import HeldFingerprints
from sayso.relate.copying.origins import Origin, Sourced, find_origins, led_back


def find_copies(documents: Sequence[Document]) -> tuple[Copy, ...]:
    """All copies among documents, in the documents' order; a document made of several has one Copy for each.

    The order of the documents is the order of their arrival. It decides only where dates and lengths do not.
    """
    found = update_copies(range(len(documents)), HeldFingerprints(), documents.__getitem__)
    return tuple(copy for _, copies in found for copy in copies.values())


def update_copies(
    new: Iterable[int],
    fingerprints: Fingerprints,
    open_document: Callable[[int], Document],
    led_to: Callable[[int], Iterable[int]] = lambda _: (),
) -> Iterator[tuple[int, Mapping[int, Copy]]]:
    """The copies of new arrivals and of the older ones that they touch: (arrival, its copies by their earliest arrival).

    What is yielded replaces what was found for that arrival before. New arrivals are put into `fingerprints` first; the
    cost grows with their number, not with what was there. `open_document` gives the document of any arrival, `led_to`
    the arrivals whose copies were led to one before: they follow it where it turns out to be a copy itself.
    """
    fresh, beside = sorted(new), Beside(fingerprints, open_document)
    fingerprints.append({number: beside.arrival(number).keys for number in fresh})
    touched = set(fresh)
    for number in fresh:
        since = beside.arrival(number).since
        later = (side.other for side in beside.sides(number) if side.other.since > since)
        touched |= {follower for other in later for follower in (other.number, *led_to(other.number))}
    sourced: dict[int, Sourced] = {}
    known: dict[int, tuple[Origin, ...]] = {}
    for number in sorted(touched):
        _lead_back(number, beside, sourced, known)
        yield (
            number,
            {origin.earliest.number: described(sourced[number], known[number], origin) for origin in known[number]},
        )


def _lead_back(number: int, beside: Beside, sourced: dict[int, Sourced], known: dict[int, tuple[Origin, ...]]) -> None:
    """Fill in the origins of an arrival and of all that it leads through, earliest first."""
    waiting, needed = [number], set()
    while waiting:
        if (each := waiting.pop()) in needed or each in known:
            continue
        needed.add(each)
        arrival, sides = beside.arrival(each), beside.sides(each)
        sourced[each] = find_origins(arrival, sides, find_house(arrival, sides))
        waiting += [origin.earliest.number for origin in sourced[each].origins]
    for each in sorted(needed, key=lambda each: beside.arrival(each).since):
        known[each] = led_back(sourced[each], known)


def copy_relation(copy: Copy) -> Relation:
    """The copy as a relation between arrivals; a merger's copies are one each."""
    return Relation(
        kind=RelationKind.COPY,
        from_id=copy.later.id,
        to_id=copy.earliest.id,
        score=copy.share,
        reasons=copy.reasons,
        from_external_id=copy.later.external_id,
        to_external_id=copy.earliest.external_id,
    )
