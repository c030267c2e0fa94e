"""The ledger pane: a card per entry, each linked to its words in the text and back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.export.article import Article
from sayso.export.asking import Notes
from sayso.export.chain import Chains
from sayso.export.entries import Entry
from sayso.export.markup import Html, element, joined, visible
from sayso.export.phrasing import ANONYMITY, NOT_NAMED, confidence_words, stance, terms, written
from sayso.export.questions import rules
from sayso.export.things import Thing, Things
from sayso.model.attribution import Attribution
from sayso.model.claim import Claim
from sayso.model.document import Span
from sayso.model.reading import Reading

Row = tuple[str, str]  # a label and what it says; text is escaped, Html is not


@dataclass(frozen=True, slots=True)
class Lookup:
    """What a card needs of the whole reading, found by id: `claimed` the numbers of entries by claimant, `parts` of figures."""

    reading: Reading
    article: Article
    chains: Chains
    numbers: Mapping[str, int]
    things: Mapping[str, Thing]
    claimed: Mapping[str, Sequence[Entry]]
    parts: Mapping[str, Sequence[str]]
    notes: Notes


def lookup(reading: Reading, rendered: Article, shown: Sequence[Entry], things: Things) -> Lookup:
    """The lookup of one reading, and the entries and things shown of it."""
    claimed, parts = defaultdict[str, list[Entry]](list), defaultdict[str, list[str]](list)
    for entry in shown:
        if entry.attribution and entry.attribution.claimant:
            claimed[entry.attribution.claimant].append(entry)
    for quantity in reading.quantities:
        if quantity.part_of:
            parts[quantity.part_of].append(quantity.id)
    return Lookup(
        reading,
        rendered,
        Chains(reading),
        {each.id: each.number for each in shown},
        {each.id: each for kind in things.values() for each in kind},
        claimed,
        parts,
        Notes(reading.framing),
    )


def card(entry: Entry, of: Lookup) -> Html:
    """One entry of the ledger."""
    form = entry.attribution.type.value if entry.attribution else "own"
    return element(
        "li",
        card_head(entry, form),
        "" if entry.own_voice else element("p", *chain(entry, of), class_="chain"),
        element("blockquote", visible(written(entry.content)), dir="auto") if entry.content else "",
        *(claim_section(claim, entry, of) for claim in entry.claims),
        *(rows(entry.attribution, of) if entry.attribution else ()),
        found(entry),
        class_=f"card {form}",
        id=entry.id,
        tabindex="-1",
        data_at=of.article.at(entry.spans),
    )


def card_head(entry: Entry, form: str) -> Html:
    """The entry's number, how it is rendered, and the way back to its words."""
    words = "in the outlet’s own voice" if entry.own_voice else form
    if entry.attribution is None and not entry.own_voice:
        words = "source not linked"
    return element(
        "h3",
        element("span", str(entry.number), class_=f"n {form}"),
        " ",
        element("span", words, class_="form"),
        *ways(entry.id, f"entry {entry.number}"),
    )


def ways(id: str, name: str) -> tuple[Html, Html]:
    """From a card to its words in the text, and the address of the card; `name` tells a screen reader whose they are."""
    return (
        element("a", "in the text", href=f"#in-{id}", aria_label=f"in the text: {name}"),
        element("a", "#", class_="self", href=f"#{id}", aria_label=f"link to {name}"),
    )


def chain(entry: Entry, of: Lookup) -> Iterator[Html]:
    """On whose word it stands, outward: "the Grouping → the president → this article"."""
    *links, last = of.chains.of(entry.attribution)
    for one in links:
        known = one.named or one.attribution is None
        name = element("bdi", visible(one.name if known else written(one.source).strip(" ,;:") or NOT_NAMED))
        if one.source and one.attribution in of.numbers:
            name = element("a", name, href=f"#source-{one.attribution}")
        yield name
        yield element("span", " → ", class_="arrow")
    yield element("bdi", visible(last.name), class_="outlet")


def claim_section(claim: Claim, entry: Entry, of: Lookup) -> Html:
    """Whether and how firmly it is said; the claim's own words where they are not the whole content."""
    own_words = [span.text for span in claim.spans] != [span.text for span in entry.content]
    alone = entry.attribution is None
    return element(
        "section",
        element("a", visible(written(claim.spans)), class_="words", href=f"#in-{claim.id}", dir="auto")
        if own_words
        else "",
        element("p", visible(stance(claim)), class_="stance"),
        definitions(terms(claim)),
        definitions(speaks_of(claim, of)),
        element("p", "flagged: ", spaced(flag_words(flag) for flag in claim.flags), class_="flags")
        if claim.flags
        else "",
        class_="claim",
        id=None if alone else claim.id,
        tabindex=None if alone else "-1",
        data_at=of.article.at((*claim.spans, *claim.hedges)),
    )


def flag_words(flag: str) -> Html:
    """A flag in words; the rule that it follows is told where the pointer rests on it."""
    rule = rules().get(flag)
    return element("span", flag.replace("_", " "), title=f"{rule.title}: {rule.says} ({rule.guide})" if rule else None)


def speaks_of(claim: Claim, of: Lookup) -> tuple[Row, ...]:
    """When, where and how many, as far as the claim says."""
    found = (("When", claim.timexes), ("Where", claim.toponyms), ("How many", claim.quantities))
    return tuple((name, references(ids, of)) for name, ids in found if ids)


def reference(id: str, of: Lookup) -> Html:
    """A thing by its words, with a link to its card where that is shown."""
    thing = of.things.get(id)
    if thing is None:
        return joined("(not listed)")
    return element("a", element("bdi", visible(written(thing.spans[:1]))), href=f"#{id}")


def references(ids: Iterable[str], of: Lookup) -> Html:
    """Several things by their words."""
    return spaced(reference(id, of) for id in ids)


def spaced(parts: Iterable[Html]) -> Html:
    """The parts with commas between them."""
    return Html(", ".join(parts))


def rows(attribution: Attribution, of: Lookup) -> Iterator[Html]:
    """Source, claimant, cue, occasion and addressee, as written."""
    source = written(attribution.source).strip(" ,;:")
    name = of.chains.names.get(attribution.claimant or "", "")
    pairs = [
        ("Source", f"{source}{ANONYMITY[attribution.anonymity]}" if source else NOT_NAMED),
        ("Claimant", claimant(name, attribution.claimant or "", of) if name != source else ""),
        ("Cue", written(attribution.cue)),
        ("Occasion", written(attribution.occasion)),
        ("To", written(attribution.addressee)),
    ]
    yield definitions(pairs)


def claimant(name: str, id: str, of: Lookup) -> Html:
    """The name of a claimant, with a link to its card where that is shown."""
    words = element("bdi", visible(name)) if name else Html()
    return element("a", words, href=f"#{id}") if name and id in of.things else words


def definitions(rows: Sequence[Row]) -> Html:
    """Labelled lines; a row without a value is left out."""
    lines = [
        joined(element("dt", name), element("dd", value if isinstance(value, Html) else visible(value), dir="auto"))
        for name, value in rows
        if value
    ]
    return element("dl", *lines) if lines else Html()


def found(entry: Entry) -> Html:
    """How the entry was found: about the software, folded away from what is claimed."""
    attribution = entry.attribution
    reasons = (*(attribution.reasons if attribution else ()), *(each for one in entry.claims for each in one.reasons))
    pairs = [("Characters", ", ".join(map(offsets, entry.content)))]
    if attribution:
        pairs += [
            ("Extraction", f"{confidence_words(attribution.confidence)} ({attribution.confidence:.2f})"),
            ("Engine", attribution.engine),
            ("Cue kind", attribution.cue_kind.value),
        ]
    pairs += [("Because", "; ".join(dict.fromkeys(reasons))), ("Id", entry.id)]
    summary = (
        f"How this was found: extraction {confidence_words(attribution.confidence)}"
        if attribution
        else "How this was found"
    )
    return element("details", element("summary", summary), definitions(pairs), class_="found")


def offsets(span: Span) -> str:
    """Where a span stands, in code points."""
    return f"{span.start}–{span.end}"
