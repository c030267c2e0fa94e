"""Quotations: what stands between quotation marks, by typography alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.annotate.paragraphs import find_paragraphs
from sayso.lexicons import words_of
from sayso.model.document import Document
from sayso.model.quotation import Quotation

# Two straight or curly apostrophes and two grave accents are double marks that a typesetter lost.
MARK = re.compile(r"''|``|‘‘|’’|[\"“”„‟«»]|(?<!\w)['‘‚‛’‹›]|['’‘‹›](?!\w)")
KINDS = {"''": '"', "``": '"', '"': '"', "‘‘": "“", "’’": "”", "‟": "“", "‛": "‘", "‚": "‘"}
DOUBLE, SINGLE = '"“”„«»', "'‘’‹›"
CLOSED_BY = {'"': '"”“', "“": '”"“', "„": '“”"', "«": "»", "»": "«", "‘": "’'‘", "'": "'’", "‹": "›", "›": "‹"}
# Marks deeper than this are noise (a row of thousands); a deeper pair in prose was never seen.
DEEPEST = 4


@dataclass(slots=True)
class _Mark:
    """A mark in the text: its kind, and which ways its neighbours let it face."""

    start: int
    end: int
    kind: str
    may_open: bool
    may_close: bool
    after_stop: bool


@dataclass(slots=True)
class _Pair:
    """An opening mark, and its closing one where there is one; `cut` is where a pair that nothing closes ends."""

    open: _Mark
    depth: int
    close: _Mark | None = None
    cut: int | None = None


def find_quotations(document: Document) -> tuple[Quotation, ...]:
    """Quotations in order of their opening marks, outer before inner; none runs out of its paragraph.

    Straight, curly, low-high, angle and single marks; apostrophes are told from single marks by their neighbours, and a
    single mark that nothing closes is an apostrophe. Linear in the text's length.
    """
    found: list[Quotation] = []
    carried = False
    for start, end in find_paragraphs(document.text):
        pairs = _pair_up(document.text, start, end)
        quotations = [_quotation(document, pair, end) for pair in pairs]
        kept = [each for each in quotations if any(map(str.isalnum, each.inner.text))]
        if kept and carried and _begins(document.text, start, kept[0]):
            kept[0] = Quotation(span=kept[0].span, inner=kept[0].inner, closed=kept[0].closed, continues=True)
        found += kept
        carried = any(not each.closed and each.depth == 1 for each in kept)
    return tuple(found)


def _begins(text: str, start: int, quotation: Quotation) -> bool:
    return quotation.span.start == start or not text[start : quotation.span.start].strip(" \t—–-")


def _quotation(document: Document, pair: _Pair, end: int) -> Quotation:
    if pair.cut is not None:
        end = pair.open.end + len(document.text[pair.open.end : pair.cut].rstrip())
    inner_end, last = (pair.close.start, pair.close.end) if pair.close else (end, end)
    return Quotation(
        span=document.span(pair.open.start, last),
        inner=document.span(pair.open.end, inner_end),
        depth=pair.depth,
        closed=pair.close is not None,
    )


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    for match in MARK.finditer(text, start, end):
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        yield _Mark(
            match.start(),
            match.end(),
            KINDS.get(match[0], match[0]),
            may_open=not after.isspace() and not before.isalnum() and before not in ".,!?;%)]",
            may_close=not before.isspace() and not after.isalnum() and before not in "([",
            after_stop=before in ".,!?…;—–-",
        )


def _pair_up(text: str, start: int, end: int) -> list[_Pair]:
    marks = list(_marks(text, start, end))
    if not marks:
        return []
    marks = _without_apostrophes(text, marks, start, end)
    pairs = _stacked(text, marks, nested=True)
    if any(pair.close is None for pair in pairs) and len(pairs) > 1:
        pairs = _stacked(text, marks, nested=False)
    return sorted(pairs, key=lambda pair: pair.open.start)


def _stacked(text: str, marks: list[_Mark], *, nested: bool) -> list[_Pair]:
    """Pairs by a stack; where not `nested`, a mark that opens what is open already ends it there, unclosed."""
    inches = sum(mark.kind == '"' for mark in marks) % 2 == 1
    done: list[_Pair] = []
    stack: list[_Pair] = []
    for mark in marks:
        top = stack[-1] if stack else None
        if mark.kind == '"' and inches and text[mark.start - 1 : mark.start].isdigit():
            continue
        if top and _closes(mark, top, stack):
            _close(mark, stack, done)
        elif _opens(mark, top):
            same = top is not None and _family(top.open) == _family(mark)
            if same and not nested and top is not None:
                top.cut = mark.start
                done.append(stack.pop())
            if len(stack) < DEEPEST:
                stack.append(_Pair(mark, len(stack) + 1))
        elif stack and mark.may_close:
            _close(mark, stack, done)
    return done + stack[:1] + [pair for pair in stack[1:] if _family(pair.open) == "double" and nested]


def _family(mark: _Mark) -> str:
    return "double" if mark.kind in DOUBLE else "single"


def _closes(mark: _Mark, top: _Pair, stack: list[_Pair]) -> bool:
    if not any(mark.kind in CLOSED_BY[pair.open.kind] for pair in stack):
        return False
    if mark.kind in "”’»›" and mark.kind in CLOSED_BY[top.open.kind]:
        return True
    if mark.kind in "“‘" and top.open.kind not in "„‚":
        return not mark.may_open
    return mark.may_close or not mark.may_open


def _opens(mark: _Mark, top: _Pair | None) -> bool:
    if mark.kind in "”’":
        return False
    return mark.may_open or (mark.kind in "“„«" and top is None)


def _close(mark: _Mark, stack: list[_Pair], done: list[_Pair]) -> None:
    """Close the innermost open pair that the mark fits; what was open inside it never was a quotation."""
    for index in range(len(stack) - 1, -1, -1):
        if mark.kind in CLOSED_BY[stack[index].open.kind]:
            stack[index].close = mark
            done.append(stack[index])
            del stack[index:]
            return


def _without_apostrophes(text: str, marks: list[_Mark], start: int, end: int) -> list[_Mark]:
    """Single marks that are quotation marks, with all double marks."""
    kept: list[_Mark] = []
    singles = [index for index, mark in enumerate(marks) if mark.kind in "'‘’"]
    if not singles:
        return marks
    partners = _single_partners(text, marks, singles)
    for index, mark in enumerate(marks):
        if index in partners or mark.kind not in "'‘’" or (mark.kind == "‘" and mark.start == start):
            kept.append(mark)
    return kept


def _single_partners(text: str, marks: list[_Mark], singles: list[int]) -> set[int]:
    """Indices of single marks that pair up: each opening one with the surest closing one before the next opening one."""
    partners: set[int] = set()
    open_at: int | None = None
    weak: int | None = None
    for index in singles:
        mark = marks[index]
        if mark.may_open and not _elides(text, mark):
            if open_at is not None and weak is not None:
                partners |= {open_at, weak}
            open_at, weak = index, None
        elif open_at is not None and mark.may_close and mark.kind != "‘":
            if mark.after_stop or not _possesses(text, mark):
                partners |= {open_at, index}
                open_at = weak = None
            elif weak is None:
                weak = index
    if open_at is not None and weak is not None:
        partners |= {open_at, weak}
    return partners


def _possesses(text: str, mark: _Mark) -> bool:
    """Whether the mark may end a plural possessive: after an s, before a word."""
    following = text[mark.end : mark.end + 2]
    return (
        text[mark.start - 1 : mark.start] in ("s", "S", "z", "x") and following[:1] == " " and following[1:2].isalnum()
    )


def _elides(text: str, mark: _Mark) -> bool:
    """Whether the mark stands for letters left out: ’90s, ’em, ’tis."""
    word = re.match(r"[^\W_]+", text[mark.end : mark.end + 12])
    if word is None:
        return mark.kind == "'" and text[mark.end : mark.end + 1] not in '"“'
    return (
        mark.kind == "’"
        or word[0].lower() in words_of("elisions", "words")
        or re.fullmatch(r"\d\ds?", word[0]) is not None
    )
