"""On whose word an article stands, and what an editor would ask of it, for a terminal."""

from collections import Counter
from collections.abc import Iterator

from rich.text import Text

from sayso.cli.folding import folded
from sayso.cli.terminal import printable
from sayso.export.phrasing import written
from sayso.export.questions import Question, by_rule, questions
from sayso.model.attribution import Anonymity
from sayso.model.reading import Reading

INDENT = 4
FIRST = 5  # places listed under a rule; the rest are counted, and stand in the JSON and on the page
KINDS = (
    (Anonymity.NAMED, "named"),
    (Anonymity.ROLE, "by role"),
    (Anonymity.VAGUE, "vague"),
    (Anonymity.NONE, "without a source"),
)


def sourcing(reading: Reading, width: int) -> Iterator[Text]:
    """How many attributions stand on what sort of source, with how many there are."""
    count = len(reading.attributions)
    if not count:
        return
    kinds = Counter(each.anonymity for each in reading.attributions)
    told = ", ".join(f"{kinds[kind]} {words}" for kind, words in KINDS)
    yield from folded(Text(f"sourcing: {told}, of {count} attributions"), width)


def would_ask(reading: Reading, width: int) -> Iterator[Text]:
    """The questions under their rules, each rule with its guide; nothing where there is none."""
    found = by_rule(questions(reading))
    if not found:
        return
    yield Text("")
    yield from folded(Text("What an editor would ask", style="bold"), width)
    numbers = {claim.id: number for number, claim in enumerate(reading.claims, start=1)}
    for asked in found.values():
        rule = asked[0].rule
        yield from folded(Text(f"{rule.asks} ({len(asked)})"), width)
        cited = f"{rule.guide}{f', {rule.url}' if rule.url else ''}"
        yield from folded(Text(f"{rule.title} [{rule.name}]: {rule.says} ({cited})", style="dim"), width, INDENT)
        for question in asked[:FIRST]:
            yield from folded(place_of(question, numbers), width, INDENT)
        if len(asked) > FIRST:
            yield from folded(Text(f"and {len(asked) - FIRST} more"), width, INDENT)


def place_of(question: Question, numbers: dict[str, int]) -> Text:
    """The words asked about, the number of their claim where they are one, and where they stand."""
    number = f"[{numbers[question.claim]}] " if question.claim in numbers else ""
    span = question.spans[0]
    return Text(printable(f"{number}“{written(question.spans)}” chars {span.start}–{span.end}"))
