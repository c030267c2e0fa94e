"""HTML that is safe by its type: a `str` given to `element` is escaped, an `Html` is not.

A browser's DOM keeps every code point of a UTF-8 page but two kinds: NUL, which HTML parsers drop, and lone surrogates,
which UTF-8 cannot carry. Both become U+FFFD, one for one, so that offsets in code points still hold. A carriage return must
be a character reference, or the parser would make it a line feed.
"""

import html
import re

NOT_IN_HTML = re.compile("[\x00\ud800-\udfff]")

# Characters that a browser draws as nothing or that turn the words around them: a reader must see that they are there.
# Not among them: tab, line feed, carriage return, and the marks that scripts and emoji need (LRM, RLM, ALM, ZWJ, ZWNJ).
UNSEEN = re.compile(
    "([\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff])\\1*"
)


class Html(str):
    """A stretch of HTML in which everything that came from outside is escaped."""

    __slots__ = ()

    def __html__(self) -> str:
        """What template engines ask for to know that it is escaped."""
        return self


def escape(text: str) -> Html:
    """The text for a text node or a quoted attribute."""
    if hasattr(text, "__html__"):
        return Html(text)
    safe = html.escape(text, quote=True)
    if "\r" in safe:
        safe = safe.replace("\r", "&#13;")
    return Html(NOT_IN_HTML.sub("\ufffd", safe))


def joined(*parts: str) -> Html:
    """The parts one after the other."""
    return Html("".join(map(escape, parts)))


def element(name: str, *children: str, **attributes: str | None) -> Html:
    """One element. `class_` gives `class`, `data_at` gives `data-at`; an attribute that is None or "" is left out."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items() if value
    )
    return Html(f"<{name}{given}>{joined(*children)}</{name}>")


def visible(text: str) -> Html:
    """The text with its unseen characters labelled.

    Each run of one such character stands in `<span class="unseen" data-code="U+202E">`: the style sheet draws the label
    from the attribute; the characters themselves stay in the DOM.
    """
    parts: list[str] = []
    done = 0
    for run in UNSEEN.finditer(text):
        count = run.end() - run.start()
        code = f"U+{ord(run[1]):04X}" + (f" ×{count}" if count > 1 else "")
        parts += escape(text[done : run.start()]), element("span", run[0], class_="unseen", data_code=code)
        done = run.end()
    return joined(*parts, text[done:])
