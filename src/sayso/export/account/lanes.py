"""The picture of an account: time from left to right, a lane for each outlet, a mark for each report. All of it is in the lists too."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from urllib.parse import quote

from sayso.export.account.account import Account, Report
from sayso.export.account.axis import Axis, axis_of, moment_of
from sayso.export.account.phrasing import standing
from sayso.export.markup import UNSEEN, Html, element
from sayso.export.phrasing import when

WIDTH, EDGE = 960, 22  # of the drawing, and of its rim
LABELS = 200  # for the names of outlets
UNDATED, GAP = 90, 30  # the column without a date, and what parts its head from those of the axis
LANE, SLIM = 40, 30  # the height of a lane, and of one of many
MANY = 12  # lanes; of more a screen shows too few at the full height, and their lines are drawn paler
HEAD = 34  # the height of what stands above the first lane
APART = 24  # columns between two marks of a lane; nearer ones stand one under the other
RADIUS = 9
NAME = 26  # characters of an outlet's name that fit; the whole name is said when it is pointed at


class Mark(StrEnum):
    """What a mark stands for; each has a shape of its own."""

    ORIGIN = "origin"
    ECHO = "echo"
    COPY = "copy"
    DENIAL = "denial"
    NEWER = "newer"


SAID = {
    Mark.ORIGIN: "first report here of origin {}",
    Mark.ECHO: "echo of origin {}",
    Mark.COPY: "copied text, origin {}",
    Mark.DENIAL: "denial",
    Mark.NEWER: "newer figure or state",
}


@dataclass(frozen=True, slots=True)
class Placed:
    """A report in the picture; `to` is the claim that a line leads to."""

    report: Report
    mark: Mark
    to: str | None
    x: float = 0.0
    y: float = 0.0


def lanes(account: Account) -> Html:
    """The picture as SVG without style of its own; its links are no stops of the tabulator, since the lists below have them."""
    drawn = marks_of(account)
    outlets = list(dict.fromkeys(outlet_of(each.report) for each in drawn))
    times = [moment for each in drawn if (moment := moment_of(each.report.published_at)) is not None]
    undated = UNDATED + GAP if len(times) < len(drawn) else 0
    lane, sort = (LANE, "lanes") if len(outlets) <= MANY else (SLIM, "lanes many")
    axis = axis_of(times, LABELS, WIDTH - EDGE - undated) if times else None
    placed, heights = arranged(drawn, outlets, axis, lane)
    bottom = HEAD + sum(heights.values())
    parts = [
        *grid(axis, bottom, undated=bool(undated)),
        *rows(outlets, heights, lane),
        *edges(placed),
        *(glyph(each) for each in placed),
    ]
    told = (
        f"{len(drawn)} reports of {len(outlets)} outlets by time of publication; the lists below say the same in words"
    )
    return element("svg", *parts, viewBox=f"0 0 {WIDTH} {bottom + 8}", role="group", aria_label=told, class_=sort)


def marks_of(account: Account) -> list[Placed]:
    """Every report of the cluster, and those that deny it or give something newer unless a person rejected that, by their time."""
    first = {claim: source.claims[0] for source in account.origins for claim in source.claims}
    found = []
    for report in account.reports:
        own = first.get(report.claim, report.claim) == report.claim
        mark = Mark.ORIGIN if own else Mark.COPY if report.copied else Mark.ECHO
        found.append(Placed(report, mark, None if own else first[report.claim]))
    found += [Placed(each.report, Mark.DENIAL, each.relation.to_id) for each in standing(account.denied_by)]
    found += [Placed(each.report, Mark.NEWER, each.relation.to_id) for each in standing(account.superseded_by)]
    return sorted(found, key=lambda each: moment_of(each.report.published_at) or LAST)


LAST = datetime.fromisoformat("9999-12-30T00:00:00+00:00")


def outlet_of(report: Report) -> str:
    """Who printed it, the last of those on whose word it stands."""
    return report.outlet or report.on_word_of[-1]


def arranged(
    drawn: Sequence[Placed], outlets: Sequence[str], axis: Axis | None, height: int
) -> tuple[list[Placed], Mapping[str, int]]:
    """The marks with their places, and the height of each lane, `height` or more.

    What would lie on another mark goes a step down.
    """
    steps: dict[str, list[float]] = {outlet: [] for outlet in outlets}  # the last column that is taken on each step
    taken = []
    for each, x in sorted(((each, column(each.report, axis)) for each in drawn), key=lambda item: item[1]):
        lane = steps[outlet_of(each.report)]
        step = next((number for number, last in enumerate(lane) if x - last >= APART), len(lane))
        lane[step : step + 1] = [x]
        taken.append((each, x, step))
    heights = {outlet: height + APART * (len(lane) - 1) for outlet, lane in steps.items()}
    tops, top = {}, HEAD
    for outlet, own in heights.items():
        tops[outlet], top = top + height / 2, top + own
    return [replace(each, x=x, y=tops[outlet_of(each.report)] + APART * step) for each, x, step in taken], heights


def column(report: Report, axis: Axis | None) -> float:
    """Where a report stands from left to right; without a date in the column behind the axis."""
    moment = moment_of(report.published_at)
    return axis.at(moment) if moment and axis else WIDTH - EDGE - UNDATED / 2


def grid(axis: Axis | None, bottom: int, *, undated: bool) -> Iterator[Html]:
    """Upright lines at round times, and the heads of the columns."""
    for x, label in axis.ticks() if axis else ():
        yield element("line", x1=f"{x}", x2=f"{x}", y1=f"{HEAD - 8}", y2=f"{bottom}", class_="tick")
        yield element("text", label, x=f"{x}", y="16", text_anchor="middle", class_="when")
    if undated:
        x = WIDTH - EDGE - UNDATED
        yield element("line", x1=f"{x}", x2=f"{x}", y1=f"{HEAD - 8}", y2=f"{bottom}", class_="tick")
        yield element("text", "no date", x=f"{x + UNDATED / 2}", y="16", text_anchor="middle", class_="when")


def rows(outlets: Sequence[str], heights: Mapping[str, int], lane: int) -> Iterator[Html]:
    """A line under each lane, and the name of its outlet."""
    top = HEAD
    for outlet in outlets:
        yield element("line", x1="0", x2=f"{WIDTH}", y1=f"{top}", y2=f"{top}", class_="lane")
        name = outlet if len(outlet) <= NAME else outlet[: NAME - 1].rstrip() + "…"
        yield element(
            "text", element("title", seen(outlet)), seen(name), x="4", y=f"{top + lane / 2 + 5:g}", class_="outlet"
        )
        top += heights[outlet]


def edges(placed: Sequence[Placed]) -> Iterator[Html]:
    """Lines from what repeats, denies or renews to what it leads back to."""
    where = {each.report.claim: each for each in placed}
    for each in placed:
        if each.to in where:
            to = where[each.to]
            middle = (each.x + to.x) / 2
            path = f"M{to.x:g} {to.y:g} C{middle:g} {to.y:g} {middle:g} {each.y:g} {each.x:g} {each.y:g}"
            yield element("path", d=path, class_=f"edge {each.mark}")


def glyph(each: Placed) -> Html:
    """A mark as a link to its words in the Reader."""
    said = f"{outlet_of(each.report)}, {when(each.report.published_at) or 'no date'}: {SAID[each.mark].format(each.report.origin)}"
    return element(
        "a",
        element("title", seen(f"{said}: {each.report.text}")),
        *shape(each),
        href=address_of(each.report),
        tabindex="-1",
        aria_label=seen(said),
        class_=f"mark {each.mark}",
    )


def seen(text: str) -> str:
    """Text for a drawing, which has no place for labels: what a browser would not show, or would turn around, is U+FFFD."""
    return UNSEEN.sub("\ufffd", text)


def shape(each: Placed) -> Iterator[Html]:
    """Filled for an origin, a ring for an echo, two for a copy, each with the number of the origin; a triangle, a square."""
    x, y = each.x, each.y
    if each.mark is Mark.DENIAL:
        yield element("path", d=f"M{x - RADIUS:g} {y - 7:g} h{2 * RADIUS} L{x:g} {y + RADIUS:g} Z")
        return
    if each.mark is Mark.NEWER:
        yield element("path", d=f"M{x:g} {y - RADIUS:g} l{RADIUS} {RADIUS} l-{RADIUS} {RADIUS} l-{RADIUS} -{RADIUS} Z")
        return
    if each.mark is Mark.COPY:
        yield element("circle", cx=f"{x:g}", cy=f"{y:g}", r=f"{RADIUS + 3}", class_="outer")
    yield element("circle", cx=f"{x:g}", cy=f"{y:g}", r=f"{RADIUS}")
    yield element("text", f"{each.report.origin}", x=f"{x:g}", y=f"{y + 4:g}", text_anchor="middle")


def address_of(report: Report) -> str:
    """Where the Reader shows the words of a report."""
    return f"/d/{quote(report.document, safe=':')}#{quote(report.claim)}"
