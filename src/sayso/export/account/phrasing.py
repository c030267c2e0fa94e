"""An account in words, for the page and the terminal."""

from collections.abc import Sequence

from sayso.export.account.account import Account, Answer, Decided, Report
from sayso.export.phrasing import STANCE, plural, when
from sayso.model.relation import Relation, Status
from sayso.model.stance import Polarity
from sayso.relate.drift import Drift


def counted(account: Account) -> str:
    """How much of what there is: "5 articles of 4 outlets, 2 independent origins, 1 denial"."""
    counts = (
        (len(standing(account.denied_by)), "denial", None),
        (len(standing(account.superseded_by)), "newer claim", None),
        (len(account.forecasts), "forecast", None),
    )
    return ", ".join(
        (
            f"{plural(account.documents, 'article')} of {plural(account.outlets, 'outlet')}",
            plural(len(account.origins), "independent origin"),
            *(plural(count, one, many) for count, one, many in counts if count),
        )
    )


def stance_of(reports: Sequence[Report]) -> str:
    """Whether the reports assert it or deny it; where they differ, in how many passages each."""
    denied = sum(each.polarity == Polarity.DENIED for each in reports)
    asserted = len(reports) - denied
    if denied and asserted:
        return f"{STANCE[Polarity.ASSERTED]} in {asserted}, {STANCE[Polarity.DENIED]} in {plural(denied, 'passage')}"
    return STANCE[Polarity.DENIED if denied else Polarity.ASSERTED]


def standing(answers: Sequence[Answer]) -> list[Answer]:
    """Those that no person has rejected."""
    return [each for each in answers if each.relation.status is not Status.REJECTED]


def status_of(relation: Relation) -> str:
    """How certain a relation is, and who says so where a person does."""
    return f"{relation.status.value} by {relation.decided_by}" if relation.decided_by else relation.status.value


def marked(report: Report) -> str:
    """What stands before the words of a report that is a denial: a mark, and the words that deny where its own do not."""
    if report.polarity != Polarity.DENIED:
        return ""
    return f"▼ {report.denial}: " if report.denial else "▼ "


def decided(each: Decided) -> str:
    """What a person decided, on one line: "confirm denial, Ana Bell, 2026-05-02 10:00 UTC: the minister said it to us"."""
    one = each.decision
    what = " ".join(filter(None, (one.kind, one.relation, one.outcome)))
    told = ", ".join(filter(None, (what, one.by, when(one.at))))
    more = "; ".join(filter(None, (one.reason, ", ".join(one.evidence))))
    return told + (f": {more}" if more else "") + ("" if each.in_force else " (undone)")


def drifted(drift: Drift) -> str:
    """What became of a word of doubt: "dropped in 5 of 9 later articles of origin 1, kept in 4"."""
    later = len(drift.kept) + len(drift.changed) + len(drift.dropped)
    if not later:
        return f"no later article repeats origin {drift.origin}"
    among = f"of {later} later {'article' if later == 1 else 'articles'} of origin {drift.origin}"
    counts = (
        ("dropped", len(drift.dropped)),
        ("kept", len(drift.kept)),
        ("changed for another word of doubt", len(drift.changed)),
    )
    first, *rest = [(name, count) for name, count in counts if count]
    return ", ".join([f"{first[0]} in {first[1]} {among}", *(f"{name} in {count}" for name, count in rest)])
