"""The section "What an editor would ask": each rule with its guide, and the words that it asks of with a link to their place."""

from collections.abc import Collection, Iterator, Sequence

from sayso.export.markup import Html, element, joined, visible
from sayso.export.phrasing import written
from sayso.export.questions import TERM, Question, Rule, by_rule, questions
from sayso.model.framing import Framing, TermNote
from sayso.model.reading import Reading

HEADING = "What an editor would ask"
REMARK = "A rule tells where to look. It does not say that anything is wrong, and nothing here is added up to a score."


def would_ask(reading: Reading, claims: Collection[str], address: str = "") -> Html:
    """The section, or nothing where no rule asks; of the questions on claims only those on the claims shown.

    `address` stands before the links where the text is on another page.
    """
    shown = [each for each in questions(reading) if each.claim is None or each.claim in claims]
    if not shown:
        return Html()
    notes = Notes(reading.framing)
    parts = (part for asked in by_rule(shown).values() for part in under_rule(asked, notes, address))
    return element("section", element("h2", HEADING), element("p", REMARK), *parts, class_="asked", id="editor")


class Notes:
    """What the packs have on the terms of a text, by where each stands."""

    def __init__(self, framing: Framing) -> None:
        known = {(note.concept, note.term): note for note in framing.notes}
        self._at = {each.span.start: known.get((each.concept, each.term)) for each in framing.terms}

    def new(self, start: int, told: set[TermNote]) -> TermNote | None:
        """The note on the term that begins there, unless it is told already; it is then."""
        note = self._at.get(start)
        if note is None or note in told:
            return None
        told.add(note)
        return note


def under_rule(asked: Sequence[Question], notes: Notes, address: str) -> Iterator[Html]:
    """The question, the rule with its guide, and every place; what is known of a contested word stands at the first."""
    rule = asked[0].rule
    told: set[TermNote] = set()
    yield element("h3", f"{rule.asks} ({len(asked)})")
    yield element("p", f"{rule.title}: {rule.says} ", cited(rule))
    yield element("ul", *(place(question, notes.new(question.spans[0].start, told), address) for question in asked))


def cited(rule: Rule) -> Html:
    """Who has the rule in public, and the day it was read there; a rule of our own says so."""
    if not rule.url:
        return joined(f"({rule.guide}’s own rule)")
    link = element("a", rule.guide, href=rule.url, rel="noreferrer noopener external")
    return joined("(", link, f", read {rule.read})" if rule.read else ")")


def place(question: Question, note: TermNote | None, address: str) -> Html:
    """The words with a link to where they stand; of a contested word what is known of it."""
    words = element("a", element("bdi", visible(written(question.spans))), href=f"{address}#{question.anchor}")
    return element("li", words, *term_note(note) if note and question.rule.name == TERM else ())


def term_note(note: TermNote) -> Iterator[Html]:
    """What a term presupposes, whom that favours, who uses it and who objects, and what else is written."""
    slots = {slot.name: slot.meaning for slot in note.slots}
    favours = f"the {note.favours} ({slots.get(note.favours, '')})" if note.favours else ""
    rows = (
        ("presupposes", "; ".join(note.presupposes) or "nothing that is listed"),
        ("favours", favours),
        ("used by", "; ".join(note.used_by)),
        ("objected to by", "; ".join(note.objected_to_by)),
        ("also written of it", ", ".join(note.others)),
    )
    yield element(
        "span",
        visible(f"{note.title}: " + " · ".join(f"{name} {told}" for name, told in rows if told)),
        *(
            joined(" · ", element("a", each.by, href=each.url, rel="noreferrer noopener external"), f": {each.rule}")
            for each in note.guidance
            if each.url.startswith(("https://", "http://"))
        ),
        class_="term-note",
    )
