"""What stands above a rendered reading: where the text comes from, what of it was not read, and the switches of the layers."""

from collections.abc import Iterator

from sayso.export.markup import Html, element, joined, visible
from sayso.export.phrasing import plural, title, when
from sayso.model.document import Cut, Document
from sayso.model.reading import Reading

# Name of the switch, what it says, the class whose mark it shows. Their order is that of the keys 1 to 7 in the Reader.
SWITCHES = (
    ("source", "Source", "source"),
    ("cue", "Cue", "cue"),
    ("content", "Content", "direct"),
    ("hedge", "Hedge", "hedge"),
    ("loaded", "Loaded word", "loaded boxed"),
    ("vague", "Vague source", "vague"),
    ("own", "Own voice", "own"),
)

LEGEND = (
    ("source", "Source", "S", "solid underline: on whose word"),
    ("cue", "Cue", "", "dotted underline: the words that say that something was said"),
    ("direct", "Direct", "", "tint between solid bars: all of it in quotation marks"),
    ("mixed", "Mixed", "", "tint between dashed bars: partly in quotation marks"),
    ("indirect", "Indirect", "", "dashed bars: in the outlet’s words"),
    ("own", "Own voice", "", "dotted bars: a claim that the outlet makes itself"),
    ("hedge", "Hedge", "H", "wavy underline: a word that takes certainty back"),
    ("loaded", "Loaded word", "L", "double underline: a contested term, in a source’s words"),
    ("loaded boxed", "Loaded word", "L", "double underline in a box: a contested term in the outlet’s own voice"),
    ("vague", "Vague source", "V", "dashed underline: a source that nobody could look up"),
)


def heading(reading: Reading) -> Html:
    """Outlet, times, title, digest; and a notice where part of the input is missing."""
    document = reading.document
    return element(
        "header",
        element("p", *meta(reading), class_="meta"),
        element("h1", visible(title(reading)), dir="auto"),
        *(element("p", cut_words(cut), class_="notice") for cut in document.cuts),
    )


def meta(reading: Reading) -> Iterator[Html]:
    """The facts of publication, as far as they are known."""
    document = reading.document
    words = reading.framing.counts.words or len(document.text.split())
    stated = [
        document.outlet,
        ", ".join(document.authors),
        when(document.published_at),
        f"fetched {when(document.fetched_at)}" if document.fetched_at else None,
        plural(words, "word"),
    ]
    for each in stated:
        if each:
            yield element("bdi", visible(each))
    if document.url and is_web(document):
        yield element("a", "original", href=document.url, rel="noreferrer noopener external")


def is_web(document: Document) -> bool:
    """Whether the document's address may be a link: only the web's own schemes, for `javascript:` is an address too."""
    return (document.url or "").lower().startswith(("https://", "http://"))


def cut_words(cut: Cut) -> str:
    """The notice of a part that was not read."""
    end = "the end" if cut.end is None else f"byte {cut.end:,}"
    return f"Part of the input is not in this text: {cut.reason} (byte {cut.start:,} to {end})."


def layer_switches() -> Html:
    """A check box per layer; the style sheet obeys them without a script. And what the marks mean."""
    boxes = (
        element(
            "label",
            Html(f'<input type="checkbox" class="switch-{name}" checked autocomplete="off">'),
            element("span", words, class_=f"sample {mark}"),
        )
        for name, words, mark in SWITCHES
    )
    meanings = (
        joined(element("dt", element("span", name, class_=f"sample {mark}"), " ", letter), element("dd", meaning))
        for mark, name, letter, meaning in LEGEND
    )
    return element(
        "div",
        element("div", *boxes, class_="layers", role="group", aria_label="Marks to show"),
        element("details", element("summary", "What the marks mean"), element("dl", *meanings), class_="legend"),
        class_="bar",
    )
