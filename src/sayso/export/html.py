"""A reading as HTML: one renderer for the report file, the notebook and the Reader page.

`reading_html` gives the fragment `<div class="sayso">…</div>`, the same bytes everywhere; `to_html` puts it into a file that
needs nothing else, `show` into a notebook cell, `serve` into its page. It holds no script, no inline style and no address
that a browser loads by itself: everything works by links, check boxes and `<details>`.

The DOM text of the `<article>` is `document.text`, code point for code point, with one exception: NUL and lone surrogates,
which no HTML page can hold, are U+FFFD there, one for one, in a `<span class="unseen" data-code="U+0000">` that names them.

The style of a notebook's output is scoped by the class `sayso`, not by an id per output: the rules are the same for every
reading, so a second output changes nothing in the first.
"""

from dataclasses import dataclass

from sayso.export.article import article
from sayso.export.asking import would_ask
from sayso.export.assets import reading_style
from sayso.export.cards import lookup
from sayso.export.entries import entries
from sayso.export.heading import heading, layer_switches
from sayso.export.ledger import ledger, summary
from sayso.export.markup import Html, element
from sayso.export.phrasing import NOTE, title
from sayso.export.things import things
from sayso.model.reading import Reading

IN_A_CELL = 200  # entries in a notebook's output: beyond that the page around it scrolls and saves slowly

# The file may load nothing and run nothing, whatever stands in the article.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def to_html(reading: Reading) -> str:
    """A whole HTML page in one file that needs nothing from outside; write it as UTF-8. Raises InstallError."""
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">'
        f"{element('title', title(reading) + ' · sayso')}<style>{reading_style()}</style></head>"
        f'<body class="sayso-page"><main>{reading_html(reading)}</main></body></html>\n'
    )


def reading_html(reading: Reading, *, limit: int | None = None) -> Html:
    """The fragment; with `limit`, only so many entries and things of a kind are marked and listed, and it says so."""
    found, spoken_of = entries(reading), things(reading)
    shown = found[:limit]
    text = article(reading, shown, [thing for kind in spoken_of.values() for thing in kind[:limit]])
    of = lookup(reading, text, shown, {layer: kind[:limit] for layer, kind in spoken_of.items()})
    return element(
        "div",
        heading(reading),
        layer_switches(reading, spoken_of),
        element("div", text.html, ledger(found, shown, spoken_of, of), class_="panes"),
        would_ask(reading, frozenset(claim.id for entry in shown for claim in entry.claims)),
        footer(reading),
        class_="sayso",
    )


def footer(reading: Reading) -> Html:
    """What made this, and what it is not."""
    made_by = reading.made_by
    return element(
        "footer",
        element(
            "p", f"sayso {made_by.sayso} · reader {made_by.reader[:12] or 'unknown'} · {NOTE}", title=made_by.reader
        ),
        element("p", f"text {reading.document.id}", class_="digest"),
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """A reading as a notebook displays it: HTML where that is trusted, one line of text elsewhere."""

    reading: Reading

    def _repr_html_(self) -> str:
        """What Jupyter asks for; no script, so that it survives in notebooks that are not trusted."""
        return f"<style>{reading_style()}</style>{reading_html(self.reading, limit=IN_A_CELL)}"

    def __repr__(self) -> str:
        """The line for consoles, and for notebooks that show no HTML."""
        return f"{title(self.reading)}: {summary(entries(self.reading), self.reading)}"


def show(reading: Reading) -> Shown:
    """The reading, ready for display: `sayso.show(reading)` as the last line of a notebook cell."""
    return Shown(reading)
