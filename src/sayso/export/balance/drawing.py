"""The counts as a picture in one HTML file: a bar for each side and group with its number, in the order in which they came."""

from collections.abc import Iterable, Iterator, Sequence

from sayso.export.balance.measures import Row
from sayso.export.markup import Html, element, joined, visible

PICTURED = ("quoted words", "speakers")
WIDTH, HEIGHT, LABEL, NUMBER = (
    720,
    22,
    190,
    90,
)  # of the picture, a bar's line, the words before and the number behind it
REMARK = (
    "Counts with what they are counted from. They are no score and no ranking: groups stand in the order in which they came, "
    "and equal is not the same as fair. What each count rests on is in the JSON lines of the same command."
)
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1c1c1a;background:#fff}"
    "svg{max-width:100%;height:auto}text{font:13px system-ui,sans-serif;fill:#1c1c1a}rect{fill:#5a5a5a}"
    "table{border-collapse:collapse;margin:1rem 0}td,th{padding:.2rem .7rem;border-bottom:1px solid #d8d5cd;text-align:start}"
    "td.n{text-align:end;font-variant-numeric:tabular-nums}"
    "@media(prefers-color-scheme:dark){body{background:#15181c;color:#e7e4dc}text{fill:#e7e4dc}rect{fill:#a9a9a9}}"
)


def page(rows: Sequence[Row], measured: str) -> str:
    """A whole page that needs nothing from outside: a picture and a table; `measured` says how often the reader errs."""
    pictures = (part for measure in PICTURED for part in picture(measure, [r for r in rows if r.measure == measure]))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Whose words · sayso</title><style>{STYLE}</style></head><body><main>"
        f"{joined(element('h1', 'Whose words'), element('p', REMARK), *pictures, table(rows), element('p', measured))}"
        "</main></body></html>\n"
    )


def picture(measure: str, rows: Sequence[Row]) -> Iterator[Html]:
    """A heading and the bars of one measure; the longest count fills the width."""
    if not rows:
        return
    most = max(1, *(row.n for row in rows))
    lines = list(_lines(rows, most))
    yield element("h2", measure.capitalize())
    yield Html(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {len(lines) * HEIGHT}" role="img" '
        f'aria-label="{measure} by side, as in the table below">'
        + "".join(line.replace("Y", str(at * HEIGHT)) for at, line in enumerate(lines))
        + "</svg>"
    )


def _lines(rows: Sequence[Row], most: int) -> Iterator[str]:
    """The lines of a picture, `Y` in place of their height: a heading for each group, a bar for each side."""
    group = None
    for row in rows:
        if row.group != group:
            group = row.group
            yield f'<g transform="translate(0 Y)"><text x="0" y="16" font-weight="600">{_short(group)}</text></g>'
        length = round((WIDTH - LABEL - NUMBER) * row.n / most, 1)
        yield (
            f'<g transform="translate(0 Y)"><text x="12" y="16">{_short(row.side or "")}</text>'
            f'<rect x="{LABEL}" y="5" width="{length}" height="13"></rect>'
            f'<text x="{LABEL + length + 6}" y="16">{row.n} of {row.of}</text></g>'
        )


def _short(words: str) -> str:
    """A name that fits before a bar; Y is kept from being taken for a height."""
    cut = words if len(words) <= NAME else words[: NAME - 1] + "…"
    return str(joined(cut)).replace("Y", "&#89;")


NAME = 26  # characters before a bar


def table(rows: Iterable[Row]) -> Html:
    """All rows as a table."""
    head = element(
        "tr", *(element("th", name, scope="col") for name in ("Group", "Measure", "Side", "What", "n", "of"))
    )
    return element("table", element("thead", head), element("tbody", *map(_cells, rows)))


def _cells(row: Row) -> Html:
    count = str(row.n) if row.assessed else f"not assessed (n = {row.n})"
    value = f"mean {row.value:.2f}" if row.value is not None else ""
    words = (row.group, row.measure, row.side or "", row.detail or value)
    return element(
        "tr",
        *(element("td", visible(each), dir="auto") for each in words),
        element("td", count, class_="n"),
        element("td", str(row.of), class_="n"),
    )
