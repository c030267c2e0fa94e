"""Values of the model in the words that a reader sees."""

from collections.abc import Iterable, Mapping

from sayso.export.entries import Entry
from sayso.model.attribution import Anonymity
from sayso.model.claim import Claim, ForecastTerms
from sayso.model.document import Span
from sayso.model.reading import Reading
from sayso.model.stance import Certainty, Polarity

NOT_NAMED = "(not named)"
NOTE = "machine-made ledger; not a finding of fact"

STANCE = {Polarity.ASSERTED: "▲ asserts", Polarity.DENIED: "▼ denies"}
ANONYMITY = {
    Anonymity.NAMED: "",
    Anonymity.ROLE: " (by role, not by name)",
    Anonymity.VAGUE: " (too vague to look up)",
    Anonymity.NONE: "",
}
CERTAINTY = {
    Certainty.CERTAIN: "said as certain",
    Certainty.PROBABLE: "said as probable",
    Certainty.POSSIBLE: "said as possible",
}

# Steps in which a reader can tell one from the other; the number itself is one click away.
SURE = ((0.9, "sure"), (0.7, "fairly sure"), (0.5, "unsure"))
LEAST_SURE = "a guess"

LONGEST = 280  # characters of a quotation on a card; the whole stands in the text, one link away


def confidence_words(confidence: float) -> str:
    """How sure the software is of an annotation."""
    return next((words for floor, words in SURE if confidence >= floor), LEAST_SURE)


def written(spans: Iterable[Span]) -> str:
    """The words of the spans on one line, with an ellipsis where the text interrupts them, clipped at `LONGEST`."""
    pieces: list[str] = []
    left = LONGEST
    for span in spans:
        words = " ".join(span.text[: left + LONGEST].split())
        pieces.append(words[:left] + ("…" if len(words) > left else ""))
        left -= len(words)
        if left <= 0:
            break
    return " … ".join(piece for piece in pieces if piece)


def label(entry: Entry, names: Mapping[str, str]) -> str:
    """What a screen reader says of an entry's number in the text; `names` are those of the reading's entities."""
    if entry.own_voice:
        return f"Entry {entry.number}, in the outlet’s own voice"
    if entry.attribution is None:
        return f"Entry {entry.number}, source not linked"
    source = names.get(entry.attribution.claimant or "") or written(entry.attribution.source).strip(" ,;:") or NOT_NAMED
    return f"Entry {entry.number}, {entry.attribution.type.value}, on the word of {source}"


def stance(claim: Claim) -> str:
    """Whether the claim is asserted or denied, how firmly, and of what kind it is."""
    hedges = ", ".join(f"“{written([hedge])}”" for hedge in claim.hedges)
    parts = [STANCE[claim.polarity], f"hedged: {hedges}" if hedges else "no hedge"]
    if claim.factuality.certainty in CERTAINTY:
        parts.append(CERTAINTY[claim.factuality.certainty])
    if claim.kind.value != "other":
        parts.append(claim.kind.value)
    return " · ".join(parts)


def terms(claim: Claim) -> tuple[tuple[str, str], ...]:
    """What a claim of its kind says beyond its words, as labelled lines."""
    if not isinstance(claim.terms, ForecastTerms):
        return ()
    rows = (
        ("Due", claim.terms.due_latest or ""),
        ("If", written(claim.terms.conditions)),
        ("Odds", written(claim.terms.probability_words)),
    )
    return tuple(row for row in rows if row[1])


def plural(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def title(reading: Reading) -> str:
    """The document's title, or what else it can be called."""
    document = reading.document
    named = document.title or document.external_id or (document.path or "").rsplit("/", 1)[-1]
    return " ".join(named.split()) or "Untitled document"


def when(moment: str | None) -> str | None:
    """An ISO time without its T and its seconds' fraction; a day as it is."""
    if moment is None or "T" not in moment:
        return moment
    day, _, clock = moment.partition("T")
    return f"{day} {clock[:5]}{' UTC' if clock.endswith(('Z', '+00:00')) else ''}"
