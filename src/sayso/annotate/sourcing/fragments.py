"""Quoted fragments: a few words in quotation marks inside another's sentence, and whose they are."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from sayso.annotate.naming.capitals import WORD
from sayso.model.attribution import Attribution
from sayso.model.document import Document, Span
from sayso.model.framing import QuotedFragment
from sayso.model.quotation import Quotation

FRAGMENT = 12  # words; a longer quotation has a sentence of its own
STOPS = ".!?,;:\u2026"
SMALL = 3  # letters of the words that a title may leave in small ones: "of", "the"
LOOK_BACK = 12  # contents gone through for the one around a quotation; they nest two or three deep


def find_fragments(
    document: Document, quotations: Iterable[Quotation], attributions: Iterable[Attribution]
) -> tuple[QuotedFragment, ...]:
    """The fragments in order, each with the attribution that holds it, or with none: words without a speaker."""
    contents = sorted(
        ((span, each) for each in attributions for span in each.content), key=lambda pair: (pair[0], pair[1].id)
    )
    starts = [span.start for span, _ in contents]
    found = []
    for quotation in quotations:
        if quotation.depth == 1 and quotation.closed and 0 < count_words(quotation.inner.text) <= FRAGMENT:
            at = bisect_right(starts, quotation.inner.start)
            holder = _holder(quotation, contents[max(0, at - LOOK_BACK) : at])
            if _is_fragment(document, quotation, holder):
                found.append(QuotedFragment(span=quotation.inner, attribution=holder[1].id if holder else None))
    return tuple(found)


def _holder(quotation: Quotation, contents: Sequence[tuple[Span, Attribution]]) -> tuple[Span, Attribution] | None:
    """The smallest content around a quotation."""
    around = [pair for pair in contents if pair[0].covers(quotation.inner)]
    return min(around, key=lambda pair: len(pair[0]), default=None)


def _is_fragment(document: Document, quotation: Quotation, holder: tuple[Span, Attribution] | None) -> bool:
    """Whether the quotation is a part of a sentence of another's words."""
    text, inner, span = document.text, quotation.inner.text.strip(), quotation.span
    if holder is not None and _letters(holder[1].content) > _letters((quotation.inner,)):
        return any(
            each.covers(quotation.inner) and _letters((each,)) > _letters((quotation.inner,))
            for each in holder[1].content
        )
    if _is_no_speech(text, quotation) or inner[-1:] in STOPS or text[span.end : span.end + 1] == "\n":
        return False
    before = text[max(0, span.start - 2) : span.start].strip()
    opens = not before or before[-1] in STOPS
    return not (opens and inner[:1].isupper())


def _is_no_speech(text: str, quotation: Quotation) -> bool:
    """Whether the marks hold a title, a figure or a value of markup: what nobody need have said."""
    before = text[max(0, quotation.span.start - 1) : quotation.span.start]
    words = [word for word in quotation.inner.text.split() if len(word) > SMALL]
    return (
        before == "="
        or before.isalnum()
        or not any(map(str.isalpha, quotation.inner.text[:1]))
        or (bool(words) and all(word[:1].isupper() for word in words))
    )


def _letters(spans: Iterable[Span]) -> int:
    return sum(character.isalnum() for span in spans for character in span.text)


def count_words(text: str) -> int:
    """How many words there are in a text."""
    return sum(1 for _ in WORD.finditer(text))
