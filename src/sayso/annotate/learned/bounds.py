"""Where spans may reach: not out of their cue's paragraph, to the end of what quotation marks hold, not into the narrator's next clause."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.annotate.learned.finding import Finding
from sayso.annotate.learned.tokens import Tokens
from sayso.annotate.reporting.ranges import Range, joined

RELATIVES = frozenset(("which", "who", "whom", "whose", "where"))
OUTSIDE = 0  # of all quotations, in `Tokens.quoted`


def at_home(finding: Finding, tokens: Tokens) -> Finding:
    """The finding with each role in one paragraph: the cue's, or where there is none of it there, the nearest.

    In PolNeAR 163 of 19,880 attributions reach over the end of a paragraph; what the encoder takes from another one beside what it
    takes from the cue's own is mostly the next speaker's.
    """
    home = _paragraph(tokens, finding.cue[0])
    source, content = (_nearest(spans, home, tokens) for spans in (finding.source, finding.content))
    return replace(finding, source=source, content=content)


def to_marks(finding: Finding, quotations: Sequence[Range]) -> Finding:
    """The finding with contents that take one end of a quotation taking all of it; `quotations` are outermost ones, with their marks.

    Marks are hard evidence: what begins with an opening mark and ends before the closing one was cut short.
    """
    content = [_whole(span, quotations, finding.cue) for span in finding.content]
    return replace(finding, content=joined(content))


def to_clauses(findings: Sequence[Finding], tokens: Tokens) -> list[Finding]:
    """The findings with contents that end where the narrator goes on to say who said that ("it had closed, which he said was a mistake").

    In PolNeAR's training part all of 22 contents that meet such a clause end before it.
    """
    clauses = sorted(
        (comma, number) for number, each in enumerate(findings) if (comma := _comma(each, tokens)) is not None
    )
    made = list(findings)
    for own, each in enumerate(findings):
        cut = list(each.content)
        for at, (low, high) in enumerate(each.content):
            after = bisect_right(clauses, (low, len(findings)))
            comma, number = clauses[after] if after < len(clauses) else (high, own)
            if number != own and each.cue[0] < comma < high and findings[number].cue[1] <= high:
                cut[at] = (low, comma)
                made[number] = replace(made[number], outer=made[number].outer or each.outer)
        made[own] = replace(made[own], content=joined(cut))
    return made


def _comma(finding: Finding, tokens: Tokens) -> int | None:
    """The comma before a relative pronoun before the source, in the narrator's words."""
    at = finding.source[0][0] - 2 if finding.source and finding.source[0][0] < finding.cue[0] else -1
    if at < 0 or tokens.texts[at] != "," or tokens.quoted[at] != OUTSIDE:
        return None
    return at if tokens.texts[at + 1].lower() in RELATIVES else None


def _whole(span: Range, quotations: Sequence[Range], cue: Range) -> Range:
    low, high = span
    at = bisect_right(quotations, (low, high))
    for start, end in quotations[max(0, at - 1) : at + 1]:
        if not (start < high and low < end) or start <= cue[0] < end:
            continue
        begins, ends = low <= start + 1, high >= end - 1
        if begins != ends:
            low, high = min(low, start), max(high, end)
    return low, high


def _paragraph(tokens: Tokens, at: int) -> int:
    return bisect_right(tokens.paragraphs, at) - 1


def _nearest(spans: Sequence[Range], home: int, tokens: Tokens) -> tuple[Range, ...]:
    """The parts of the spans that are in the paragraph nearest to home, the later of two."""
    parts = [(number, part) for span in spans for number, part in _by_paragraph(span, tokens)]
    if not parts:
        return ()
    chosen = min((number for number, _ in parts), key=lambda number: (abs(number - home), -number))
    return joined([part for number, part in parts if number == chosen])


def _by_paragraph(span: Range, tokens: Tokens) -> Iterable[tuple[int, Range]]:
    """The parts of a span in each paragraph, with the paragraph's number."""
    low, high = span
    while low < high:
        number = _paragraph(tokens, low)
        end = tokens.paragraphs[number + 1] if number + 1 < len(tokens.paragraphs) else high
        yield number, (low, min(end, high))
        low = end
