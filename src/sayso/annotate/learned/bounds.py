"""Where spans may reach: not out of their cue's paragraph, to the end of what quotation marks hold, not into another's clause."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.annotate.learned.finding import Finding
from sayso.annotate.learned.tokens import Tokens
from sayso.annotate.reporting.nominal import is_subject, predicate
from sayso.annotate.reporting.ranges import Range, joined
from sayso.annotate.reporting.words import Words

RELATIVES = frozenset(("which", "who", "whom", "whose", "where"))
OUTSIDE = 0  # of all quotations, in `Tokens.quoted`
BETWEEN = 5  # tokens behind another's cue; fewer are no clause of their own ("it rained, the mayor said, according to the radio")
JOINING = frozenset((",", "and", "but"))
MARKED = 2  # tokens before a source in which the mark stands


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
    """The findings with contents that end where the narrator goes on to say who said that, or that another said something.

    "It had closed, which he called a mistake"; "it had closed; the mayor denied that". In PolNeAR all of 24 contents that meet the former
    end before it, and all of 30 that meet the latter.
    """
    clauses = sorted(
        (mark, number) for number, each in enumerate(findings) if (mark := _mark(each, tokens)) is not None
    )
    made = list(findings)
    for own, each in enumerate(findings):
        cut = list(each.content)
        for at, (low, high) in enumerate(each.content):
            after = bisect_right(clauses, (low, len(findings)))
            mark, number = clauses[after] if after < len(clauses) else (high, own)
            if number != own and each.cue[0] < mark < high and findings[number].cue[1] <= high:
                cut[at] = (low, mark)
                made[number] = replace(made[number], outer=made[number].outer or each.outer)
        made[own] = replace(made[own], content=joined(cut))
    return made


def to_predicates(findings: Sequence[Finding], tokens: Tokens, words: Words) -> list[Finding]:
    """The findings with contents of a noun that end where what is said of the noun begins: "the warning that it rains emptied the town".

    Of 6 contents in PolNeAR that a second verb follows so, 5 end there, and the other at a comma before it.
    """
    return [replace(each, content=_to_predicate(each, tokens, words)) for each in findings]


def _to_predicate(finding: Finding, tokens: Tokens, words: Words) -> tuple[Range, ...]:
    (first, end), *others = finding.content
    sentence = tokens.sentences[bisect_right(tokens.sentences, finding.cue[0]) - 1]
    if others or tokens.texts[first].lower() != "that" or not finding.cue[0] < first or tokens.quoted[first] != OUTSIDE:
        return finding.content
    low, that, stop = (words.at(tokens.starts[at]) for at in (sentence, first, end - 1))
    noun = words.at(tokens.starts[finding.cue[1] - 1])
    if not is_subject(words, low, noun) or any(tag in "VXE" for tag in words.tags[low:that]):
        return finding.content
    cut = predicate(words, that, stop + 1)
    if cut > stop:
        return finding.content
    end = bisect_left(tokens.starts, words.starts[cut])
    return ((first, end - (tokens.texts[end - 1] == ",")),)


def behind_others(findings: Sequence[Finding], tokens: Tokens) -> list[Finding]:
    """The findings with contents before their cue that begin behind another's cue, where more than that stands between.

    "A raid was made, Kyiv said, in which a missile crossed the border, according to Warsaw": Kyiv does not say so according to Warsaw. In
    PolNeAR all of 22 contents behind another's postposed cue begin there.
    """
    ends = sorted((end, number) for number, each in enumerate(findings) if (end := _postposed(each)) is not None)
    made = list(findings)
    for own, each in enumerate(findings):
        if _postposed(each) is None:
            continue
        cut = list(each.content)
        for at, (low, high) in enumerate(each.content):
            inside = ends[bisect_right(ends, (low, len(findings))) : bisect_right(ends, (high - BETWEEN, -1))]
            end, number = inside[-1] if inside else (low, own)
            if number != own and findings[number].content[0][0] >= low and tokens.quoted[end] == OUTSIDE:
                cut[at] = (
                    next(at for at in range(end, high + 1) if at == high or tokens.texts[at] not in JOINING),
                    high,
                )
                made[number] = replace(made[number], outer=made[number].outer or each.outer)
        made[own] = replace(made[own], content=joined(cut))
    return made


def _postposed(finding: Finding) -> int | None:
    """Where the source and the cue end that stand behind all of their content."""
    both = [*finding.source, finding.cue]
    if not finding.source or not finding.content or finding.content[-1][1] > min(both)[0]:
        return None
    return max(high for _, high in both)


def _mark(finding: Finding, tokens: Tokens) -> int | None:
    """The comma before a relative pronoun before the source, or the semicolon before the source, in the narrator's words."""
    first = finding.source[0][0] if finding.source else 0
    if first < MARKED or first >= finding.cue[0] or tokens.quoted[first - 1] != OUTSIDE:
        return None
    if tokens.texts[first - 1] == ";":
        return first - 1
    is_relative = tokens.texts[first - 1].lower() in RELATIVES and tokens.texts[first - 2] == ","
    return first - 2 if is_relative and tokens.quoted[first - 2] == OUTSIDE else None


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
