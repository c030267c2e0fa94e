"""What stands above a rendered reading: where the text comes from, what of it was not read, and the switches of the layers."""

from collections.abc import Iterator

from sayso.export.markup import Html, element, joined, visible
from sayso.export.phrasing import plural, title, when
from sayso.export.things import KINDS, Kind, Things
from sayso.model.document import Cut, Document
from sayso.model.reading import Reading

# Name of the switch, what it says, the class whose mark it shows. Their order is that of the keys 1 to 9 in the Reader;
# the switches of things have the first letters of their titles.
SWITCHES = (
    ("source", "Source", "source"),
    ("cue", "Cue", "cue"),
    ("content", "Content", "direct"),
    ("hedge", "Hedge", "hedge"),
    ("loaded", "Loaded word", "loaded boxed"),
    ("vague", "Vague source", "vague"),
    ("own", "Own voice", "own"),
    ("kind", "Kind of claim", "kind"),
    ("flag", "Flag", "flag"),
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
    (
        "loaded boxed",
        "Loaded word",
        "L",
        "double underline in a box: a contested term that favours a side, in the outlet’s own voice",
    ),
    ("quoted", "Quoted words", "Q", "dotted line below: quoted words of which nobody is said to be the speaker"),
    ("agentless", "Harm", "A", "thick and thin line below: a harm without who did it"),
    ("kind", "Kind of claim", "", "a small word before the claim: control, casualties, forecast …"),
    ("flag", "Flag", "⚑", "a claim that a rule asks about; see “What an editor would ask”"),
    ("vague", "Vague source", "V", "dashed underline: a source that nobody could look up"),
    *((f"thing {kind.layer}", kind.title, kind.letter, kind.meaning) for kind in KINDS),
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


def layer_switches(reading: Reading, things: Things) -> Html:
    """A check box per layer; the style sheet obeys them without a script. And what the marks mean."""
    said = (switch(name, words, mark, key) for key, (name, words, mark) in enumerate(SWITCHES, start=1))
    spoken_of = (
        switch(kind.layer, kind.title, f"thing {kind.layer}", kind.title[0].lower())
        if things[kind.layer]
        else no_switch(kind, reading)
        for kind in KINDS
    )
    meanings = (
        joined(element("dt", element("span", name, class_=f"sample {mark}"), " ", letter), element("dd", meaning))
        for mark, name, letter, meaning in LEGEND
    )
    return element(
        "div",
        element("div", *said, class_="layers", role="group", aria_label="Marks of what is said"),
        element("div", *spoken_of, class_="layers", role="group", aria_label="Marks of what it speaks of"),
        element("details", element("summary", "What the marks mean"), element("dl", *meanings), class_="legend"),
        class_="bar",
    )


def switch(name: str, words: str, mark: str, key: int | str) -> Html:
    """The check box of a layer; `key` works it in the Reader."""
    return element(
        "label",
        Html(f'<input type="checkbox" class="switch-{name}" data-key="{key}" checked autocomplete="off">'),
        element("span", words, class_=f"sample {mark}"),
    )


def no_switch(kind: Kind, reading: Reading) -> Html:
    """What stands in place of a switch that would show nothing: that nothing was found, or that nobody looked."""
    why = "none found" if kind.stage in reading.made_by.stages else "not looked for"
    box = Html(f'<input type="checkbox" class="switch-{kind.layer}" disabled>')
    return element("label", box, f"{kind.title}: {why}", class_="off")
