"""What a copy is called: what was changed, in which passages, and why one is the earlier."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.model.copy import Change, Copy, Passage
from sayso.relate.copying.arrivals import NEVER, Fingerprinted, known_since
from sayso.relate.copying.origins import Origin, Sourced
from sayso.relate.copying.passages import Stretch

# Words before the first and after the last passage that a byline or an agency's line may take.
HEADER = 15
MISSING = 8  # words of the earlier text that are missing in one place: a clause
REWORDED = 0.97  # share of a passage's words that agree; below it words were changed rather than misread at an edge


def described(sourced: Sourced, origins: Sequence[Origin], origin: Origin) -> Copy:
    """The Copy that leads an arrival to one of its origins."""
    later, earliest = sourced.arrival, origin.earliest
    taken = sum(sum(sourced.counted[each.start : each.end]) for each in origin.stretches)
    identical = later.words.folded == earliest.words.folded
    share = 1.0 if identical else taken / max(1, sum(sourced.counted))
    changes = tuple(_changes(sourced, origin, merged=len(origins) > 1))
    return Copy(
        later=later.document,
        earliest=earliest.document,
        passages=tuple(_passage(later, earliest, stretch) for stretch in origin.stretches),
        share=round(share, 4),
        changes=changes,
        reasons=tuple(_reasons(later, origin, share, changes)),
        through=tuple(each.document.external_id or each.document.id for each in origin.through),
    )


def _passage(later: Fingerprinted, earliest: Fingerprinted, stretch: Stretch) -> Passage:
    mine, theirs = later.words, earliest.words
    return Passage(
        later=later.document.span(mine.starts[stretch.start], mine.ends[stretch.end - 1]),
        earliest=earliest.document.span(theirs.starts[stretch.from_start], theirs.ends[stretch.from_end - 1]),
    )


def _changes(sourced: Sourced, origin: Origin, *, merged: bool) -> Iterator[Change]:
    later, earliest, stretches = sourced.arrival, origin.earliest, origin.stretches
    if later.words.folded == earliest.words.folded:
        yield Change.IDENTICAL
    if merged:
        yield Change.MERGED
    origins = sorted((each.from_start, each.from_end) for each in stretches)
    if origins and len(earliest.words) - origins[-1][1] >= MISSING:
        yield Change.TRUNCATED
    if any(start - end >= MISSING for (_, end), (start, _) in pairwise([(0, 0), *origins])):
        yield Change.SHORTENED
    if any(one.from_start > other.from_start for one, other in pairwise(stretches)):
        yield Change.REORDERED
    if any(each.same < REWORDED * (each.end - each.start) for each in stretches):
        yield Change.REWRITTEN
    if not merged and any(_added(len(later.words), stretches)):
        yield Change.EXTENDED
    if _other_header(later, earliest, stretches):
        yield Change.HEADER_CHANGED


def _added(words: int, stretches: Sequence[Stretch]) -> Iterator[bool]:
    """Per gap between the passages of the later text, whether it is more than a header's or a few words."""
    end = 0
    for each in stretches:
        yield each.start - end > (HEADER if end == 0 else MISSING)
        end = each.end
    yield words - end > HEADER


def _other_header(later: Fingerprinted, earliest: Fingerprinted, stretches: Sequence[Stretch]) -> bool:
    titles = (later.document.title, earliest.document.title)
    if None not in titles and titles[0] != titles[1]:
        return True
    return bool(stretches) and stretches[0].from_start == 0 and 0 < stretches[0].start <= HEADER


def _reasons(later: Fingerprinted, origin: Origin, share: float, changes: Sequence[Change]) -> Iterator[str]:
    passages = len(origin.stretches)
    yield f"{share:.0%} of its own words stand in {passages} passage{'s' if passages != 1 else ''} of the earlier text"
    yield from (change.value for change in changes)
    yield _why_earlier(later, origin.earliest)
    if origin.through:
        over = ", ".join(each.document.external_id or each.document.id for each in origin.through)
        yield f"led back through {over}"


def _why_earlier(later: Fingerprinted, earliest: Fingerprinted) -> str:
    mine, theirs = known_since(later.document), known_since(earliest.document)
    if theirs < mine:
        return "no date for the later text" if mine == NEVER else f"earlier by {_by_what(later, earliest)}"
    return "same date, longer text" if len(earliest.words) > len(later.words) else "same date, arrived earlier"


def _by_what(*arrivals: Fingerprinted) -> str:
    return "publication" if all(each.document.published_at for each in arrivals) else "publication or fetching"
