"""A golden ledger beside what a reader found: for the person who checks either."""

from collections.abc import Callable, Iterator

from golden import Entry, Golden, golden_set
from score import arguable_left_out, pair

from sayso.model.attribution import Attribution
from sayso.model.document import Document, Span
from sayso.model.reading import Reading


def side_by_side(name: str, read: Callable[[Document], Reading]) -> str:
    """The ledgers of the articles whose name holds these words, each entry with what was found for it."""
    chosen = [article for article in golden_set() if name in article.name]
    return "\n".join(line for article in chosen for line in compared(article, read(article.document)))


def compared(article: Golden, reading: Reading) -> Iterator[str]:
    """One article: every entry, then what was found beyond them, then the narrator's claims."""
    names = {entity.id: entity.name for entity in reading.entities}
    counted = arguable_left_out(article, reading)
    pairs = pair(article.entries, counted)
    yield f"── {article.name}: {article.document.title}"
    for entry in article.entries:
        yield f"{entry.n:2} should  {wanted(entry)}"
        yield f"   found   {found(pairs[entry.n], names) if entry.n in pairs else 'nothing'}"
    taken = {each.id for each in pairs.values()}
    yield from (f"   beyond  {found(each, names)}" for each in counted if each.id not in taken)
    yield from (f"   narrator should  {narration.span.text}" for narration in article.narrations)
    yield from (f"   narrator found   {claim.text}" for claim in reading.claims if claim.attribution is None)


def wanted(entry: Entry) -> str:
    """An entry on one line."""
    roles = (entry.source, entry.cue or (), entry.content)
    within = f" within {entry.within}" if entry.within else ""
    denied = " DENIED" if entry.denied else ""
    return f"{' | '.join(map(joined, roles))} [{entry.type} {entry.anonymity} {entry.claimant}{within}{denied}]"


def found(attribution: Attribution, names: dict[str, str]) -> str:
    """An attribution on one line."""
    roles = (attribution.source, attribution.cue, attribution.content)
    within = " nested" if attribution.within else ""
    claimant = names.get(attribution.claimant or "")
    return f"{' | '.join(map(joined, roles))} [{attribution.type} {attribution.anonymity} {claimant}{within}]"


def joined(spans: tuple[Span, ...]) -> str:
    """Spans with dots for what stands between them."""
    return " … ".join(span.text for span in spans) or "–"
