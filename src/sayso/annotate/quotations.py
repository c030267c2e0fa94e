"""Quotations: what stands between quotation marks, by typography alone."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.annotate.typography.marks import Mark, marks_in
from sayso.annotate.typography.paragraphs import find_paragraphs
from sayso.model.document import Document
from sayso.model.quotation import Quotation

CLOSED_BY = {
    '"': '"”“', "“": '”"“', "„": '“”"', "«": "»", "»": "«", "‘": "’'‘", "'": "'’", "‹": "›", "›": "‹",
}  # fmt: skip
LOW = "„‚"
# Marks deeper than this are noise (a row of thousands); a deeper pair in prose was never seen.
DEEPEST = 4


@dataclass(slots=True)
class _Pair:
    """An opening mark, and its closing one where there is one; `cut` is where a pair that nothing closes ends."""

    open: Mark
    depth: int
    close: Mark | None = None
    cut: int | None = None


def find_quotations(document: Document) -> tuple[Quotation, ...]:
    """Quotations in order of their opening marks, outer before inner; none runs out of its paragraph.

    Straight, curly, low-high, angle and single marks; apostrophes are told from single marks by their neighbours, and a
    single mark that nothing closes is an apostrophe. Linear in the text's length.
    """
    return tuple(_quotations(document))


def _quotations(document: Document) -> Iterator[Quotation]:
    carried = False
    for start, end in find_paragraphs(document.text):
        pairs = _pair_up(document.text, marks_in(document.text, start, end))
        found = [quotation for pair in pairs if (quotation := _quotation(document, pair, end))]
        if found and carried and not document.text[start : found[0].span.start].strip(" \t—–-"):
            found[0] = replace(found[0], continues=True)
        carried = any(not each.closed and each.depth == 1 for each in found)
        yield from found


def _quotation(document: Document, pair: _Pair, end: int) -> Quotation | None:
    """The quotation of a pair; None where no letter or digit stands in it."""
    inner_end, last = (pair.close.start, pair.close.end) if pair.close else (end, end)
    if pair.cut is not None:
        inner_end = last = pair.open.end + len(document.text[pair.open.end : pair.cut].rstrip())
    inner = document.span(pair.open.end, inner_end)
    if not any(map(str.isalnum, inner.text)):
        return None
    return Quotation(
        span=document.span(pair.open.start, last), inner=inner, depth=pair.depth, closed=pair.close is not None
    )


def _pair_up(text: str, marks: list[Mark]) -> list[_Pair]:
    pairs = _stacked(text, marks, nested=True)
    if any(pair.close is None for pair in pairs) and len(pairs) > 1:
        pairs = _stacked(text, marks, nested=False)
    return sorted(pairs, key=lambda pair: pair.open.start)


def _stacked(text: str, marks: list[Mark], *, nested: bool) -> list[_Pair]:
    """Pairs by a stack; where not `nested`, a mark that opens what is open already ends it there, unclosed."""
    odd = sum(mark.kind == '"' for mark in marks) % 2 == 1
    done: list[_Pair] = []
    stack: list[_Pair] = []
    for mark in marks:
        if odd and mark.kind == '"' and text[mark.start - 1 : mark.start].isdigit():
            continue  # 6'2": inches
        if stack and _closes(mark, stack):
            _close(mark, stack, done)
        elif _opens(mark, stack):
            if stack and not nested and stack[-1].open.double == mark.double:
                stack[-1].cut = mark.start
                done.append(stack.pop())
            if len(stack) < DEEPEST:
                stack.append(_Pair(mark, len(stack) + 1))
        elif stack and mark.may_close:
            _close(mark, stack, done)
    return done + stack[:1] + [pair for pair in stack[1:] if pair.open.double and nested]


def _closes(mark: Mark, stack: list[_Pair]) -> bool:
    """Whether a mark closes one of the open pairs rather than opening one of its own."""
    top = stack[-1].open.kind
    if not any(mark.kind in CLOSED_BY[pair.open.kind] for pair in stack):
        return False
    if mark.kind in "”’»›" and mark.kind in CLOSED_BY[top]:
        return True
    if mark.kind in "“‘" and top not in LOW:
        return not mark.may_open
    return mark.may_close or not mark.may_open


def _opens(mark: Mark, stack: list[_Pair]) -> bool:
    return mark.kind not in "”’" and (mark.may_open or (mark.kind in "“„«" and not stack))


def _close(mark: Mark, stack: list[_Pair], done: list[_Pair]) -> None:
    """Close the innermost open pair that the mark fits; what was open inside it never was a quotation."""
    for index in range(len(stack) - 1, -1, -1):
        if mark.kind in CLOSED_BY[stack[index].open.kind]:
            stack[index].close = mark
            done.append(stack[index])
            del stack[index:]
            return
