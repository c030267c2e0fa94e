"""The pane beside the text: how much was found, the cards, the words to look at, and what stands there when nothing was found."""

from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.export.asking import term_note
from sayso.export.cards import Lookup, card
from sayso.export.entries import Entry
from sayso.export.markup import Html, element, visible
from sayso.export.phrasing import plural, written
from sayso.export.thing_cards import thing_lists
from sayso.export.things import Things
from sayso.model.attribution import Anonymity
from sayso.model.document import Span
from sayso.model.framing import LoadedTerm, TermNote, TermVoice
from sayso.model.reading import Reading

IN_VOICE = {
    TermVoice.NARRATOR: "in the outlet’s own voice",
    TermVoice.INDIRECT: "in reported speech",
    TermVoice.QUOTE: "inside quotation marks",
}


def ledger(found: Sequence[Entry], shown: Sequence[Entry], things: Things, of: Lookup) -> Html:
    """The pane: the entries shown of those found, and all things of which `of` has cards."""
    parts: list[Html] = []
    if all(entry.own_voice for entry in found):
        parts.append(nothing_found(found))
    if len(shown) < len(found):
        parts.append(left_out(len(shown), len(found)))
    if shown:
        parts.append(element("ol", *(card(entry, of) for entry in shown), class_="cards"))
    return element(
        "aside",
        element("h2", "Ledger"),
        element("p", summary(found, of.reading), class_="summary"),
        *parts,
        *thing_lists(things, of),
        *words(of),
        class_="ledger",
        aria_label="Ledger",
    )


def left_out(shown: int, found: int) -> Html:
    """The notice of a ledger that is cut for the place where it is shown."""
    told = f"Only the first {plural(shown, 'entry', 'entries')} of {found:,} are marked and listed here"
    return element("p", f"{told}; `sayso read --format html` and `sayso serve` show all.", class_="notice")


def summary(found: Sequence[Entry], reading: Reading) -> str:
    """One line of counts: "2 direct, 3 indirect, 1 in the outlet's own voice · 2 without a name to check"."""
    forms = Counter(entry.attribution.type.value if entry.attribution else "own" for entry in found)
    parts = [f"{forms[form]} {form}" for form in ("direct", "mixed", "indirect") if forms[form]]
    if forms["own"]:
        parts.append(f"{forms['own']} in the outlet’s own voice")
    counts = ", ".join(parts)
    unnamed = sum(not each.source or each.anonymity is Anonymity.VAGUE for each in reading.attributions)
    head = plural(len(found), "entry", "entries")
    tail = f" · {unnamed} without a name to check" if unnamed else ""
    return f"{head}: {counts}{tail}" if counts else head


def nothing_found(found: Sequence[Entry]) -> Html:
    """What stands where no attributed claim was found."""
    own = len(found)
    more = (
        f" {plural(own, 'sentence looks', 'sentences look')} like claims in the outlet’s own voice, listed below."
        if own
        else ""
    )
    return element(
        "p", f"No attributed claims found.{more} That may be the text, or a miss of the reader.", class_="empty"
    )


def words(of: Lookup) -> Iterator[Html]:
    """Loaded words and vague sources, each linked to its place."""
    framing = of.reading.framing
    if framing.terms:
        yield element("h2", f"Loaded words ({len(framing.terms)})")
        told: set[TermNote] = set()
        rows = (loaded(term, of.notes.new(term.span.start, told), of) for term in framing.terms)
        yield element("ul", *rows, class_="words-list")
    if framing.vague_sources:
        yield element("h2", f"Vague sources ({len(framing.vague_sources)})")
        rows = (
            element("li", element("a", word(span), href=f"#word-{span.start}"), data_at=of.article.at([span]))
            for span in framing.vague_sources
        )
        yield element("ul", *rows, class_="words-list")


def loaded(term: LoadedTerm, note: TermNote | None, of: Lookup) -> Html:
    """A contested term: where it stands, in whose voice, which slot of its concept it favours, and what the pack has on it."""
    favours = f", favours the {term.favours}" if term.favours else ""
    return element(
        "li",
        element("a", word(term.span), href=f"#word-{term.span.start}"),
        f" {IN_VOICE[term.voice]} · {term.concept.replace('-', ' ')}{favours}",
        *term_note(note) if note else (),
        data_at=of.article.at([term.span]),
    )


def word(span: Span) -> Html:
    """The words of a span, kept from turning what stands beside them."""
    return element("bdi", visible(written([span])))
