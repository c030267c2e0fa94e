"""The account of a cluster for a person: what `sayso show CLUSTER` prints."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from sayso.cli.folding import folded
from sayso.cli.rows import width
from sayso.cli.terminal import printable
from sayso.export.account.account import Account, Answer, Expected, Report
from sayso.export.account.phrasing import counted, decided, drifted, marked, stance_of, status_of
from sayso.export.forecasts import NOTE, became, chances, computation
from sayso.export.phrasing import when

INDENT, DEEPER = 2, 4
NO_DECISION = "Nothing is recorded here. All of the above was found by a machine: read the words before you rely on it."


def lines(account: Account, as_of: str) -> Iterator[Text]:
    """The whole account; `as_of` is the ISO day of its forecasts. What ends a line in brackets opens with `sayso show`."""
    yield Text.assemble((f"claim {account.id}", "bold"), f"  {account.kind}  {stance_of(account.reports)}")
    yield from wrapped(Text(printable(account.text), style="bold"))
    yield from wrapped(Text(f"{counted(account)}."))
    for source in account.origins:
        yield from heading(f"origin {source.number}", printable(source.reason))
        for report in account.reports:
            if report.origin == source.number:
                yield from told(report)
    for name, found in (
        ("denied by", account.denied_by),
        ("what it denies", account.denies),
        ("newer figure or state", account.superseded_by),
        ("what it supersedes", account.supersedes),
    ):
        yield from answers(name, found)
    yield from doubts(account)
    yield from expectations(account.forecasts, as_of)
    yield from heading(
        "decided by people", f"the cluster is as {printable(account.decided_by)} has it" if account.decided_by else ""
    )
    for each in account.trail:
        yield from wrapped(Text(f"{each.decision.id}  {printable(decided(each))}"))
    if not account.trail:
        yield from wrapped(Text(NO_DECISION))


def heading(name: str, more: str = "") -> Iterator[Text]:
    """The head of a section, after an empty line."""
    yield Text()
    yield from folded(Text.assemble((name, "bold"), f"  {more}" if more else ""), width())


def told(report: Report) -> Iterator[Text]:
    """A report: when and where, its words, on whose word they stand there, and what it repeats."""
    role = "" if report.echo is None else "  echo"
    role = "  copied text" if report.copied else role
    head = f"{when(report.published_at) or 'no date'}  {report.outlet or report.title}"
    yield from wrapped(Text.assemble(printable(head), (role, "dim"), (f"  ({report.claim})", "dim")))
    yield from wrapped(said(report), DEEPER)
    details = [
        ("on the word of", " > ".join(report.on_word_of)),
        ("words of doubt", ", ".join(report.hedges)),
        ("repeats", f"{'; '.join(report.echo.reasons)} ({status_of(report.echo)})" if report.echo else ""),
        ("text from", ", ".join(f"{each.outlet or each.title}, {each.share:.0%} of it" for each in report.copied)),
        ("same text in", ", ".join(report.also_in)),
    ]
    for name, words in details:
        if words:
            yield from wrapped(Text.assemble((f"{name}: ", "dim"), printable(words)), DEEPER)


def said(report: Report) -> Text:
    """The article's words, and before them that they are denied."""
    return Text(printable(marked(report) + report.text))


def answers(name: str, found: Sequence[Answer]) -> Iterator[Text]:
    """What stands in a relation to the claim, with the reason for it."""
    if found:
        yield from heading(name)
    for each in found:
        yield from told(each.report)
        yield from wrapped(
            Text.assemble(
                ("because: ", "dim"),
                printable("; ".join(each.relation.reasons)),
                (f" ({printable(status_of(each.relation))}, {each.cluster})", "dim"),
            ),
            DEEPER,
        )


def doubts(account: Account) -> Iterator[Text]:
    """What became of the words of doubt."""
    names = {each.document: each.outlet or each.title for each in account.reports}
    yield from heading("what became of its words of doubt")
    for each in account.drift:
        yield from wrapped(Text(printable(f"“{each.word}”, first in {names[each.since]}: {drifted(each)}")))
    if not account.drift:
        yield from wrapped(Text("No report has one."))


def expectations(found: Sequence[Expected], as_of: str) -> Iterator[Text]:
    """Forecasts: their state, words, and how the day was computed."""
    if found:
        yield from heading(f"forecasts on {as_of}", NOTE)
    for each in found:
        forecast = each.forecast
        state = ((forecast.state.value, "bold"), f"  {forecast.due or ''}", (f"  ({forecast.claim})", "dim"))
        yield from wrapped(Text.assemble(*state))
        yield from wrapped(Text(printable(forecast.text)), DEEPER)
        details = (
            ("said by", f"{forecast.claimant or forecast.source or 'the outlet itself'}, in {forecast.outlet or forecast.title or ''}"),
            ("names", f"{each.place} too" if each.place else ""),
            ("deadline", computation(forecast)),
            ("condition", "; ".join(forecast.conditions)),
            ("said as", chances(forecast)),
            ("flags", ", ".join(forecast.flags)),
            ("what became of it", became(forecast)),
        )  # fmt: skip
        for name, words in details:
            if words:
                yield from wrapped(Text.assemble((f"{name}: ", "dim"), printable(words)), DEEPER)


def wrapped(text: Text, indent: int = INDENT) -> Iterator[Text]:
    """The text in lines that fit."""
    return folded(text, width(), indent)
