import io
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from sayso.cli.summary import lines, show
from sayso.cli.terminal import printable
from sayso.model.claim import Claim, ClaimKind, Voice
from sayso.model.document import Document
from sayso.model.provenance import Provenance
from sayso.model.reading import Reading

WIDTHS = (20, 45, 64, 100)
MADE_BY = Provenance(sayso="0", reader="0", stages={})


def printed(reading, width=100, seconds=None):
    return [line.plain for line in lines(reading, width, seconds)]


def test_the_summary_says_where_from_and_for_each_claim_who_what_how_surely_and_where(reading):
    assert printed(reading, seconds=0.012) == [
        "The Lowland Courier   2031-08-05 14:10Z   47 words   en   sha256 d5c5735b            4 claims  12 ms",
        "[Vellmark] under control, says Dunn",
        "─" * 100,
        "[1] control  indirect  hedge: none                                                       chars 37–62",
        "    the northern staff > Orsa Dunn > The Lowland Courier",
        "    Vellmark is under control",
        '    place: Vellmarken? (wrote "Vellmark", 0.71)',
        "    flags: place_garbled",
        "",
        "[2] forecast  direct  hedge: may                                                       chars 146–180",
        "    (unnamed) A dock worker who asked not to be named > The Lowland Courier",
        "    [the] bridge may fall by 1 October",
        '    due 2031-10-01 (from "by 1 October")',
        '    if: "supplies are cut"',
        "",
        "[3] control  indirect  denied  hedge: none                                             chars 226–245",
        "    The mayor > The Lowland Courier",
        "    [the town] was lost",
        "",
        "[4] event  narrator  hedge: none                                                       chars 247–268",
        "    The Lowland Courier",
        "    Shells hit the market",
        "",
        "─" * 100,
        "times: by 1 October (… – 2031-10-01)",
        'places: Vellmarken? (wrote "Vellmark", 0.71)',
        "1 direct, 0 mixed, 3 indirect | 4 speakers, 2 unnamed | loaded in narrator voice: 0 of 47 words",
        "sourcing: 2 named, 1 by role, 1 vague, 0 without a source, of 4 attributions",
        "needs a human: 1 place garbled",
        "",
        "What an editor would ask",
        "Is the name spelt as it is there? (1)",
        "    A place name that may be misspelt [place_garbled]: Names of places are checked. (sayso)",
        "    [1] “Vellmark is under control” chars 37–62",
    ]


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_terminal(reading, width):
    assert max(map(cell_len, printed(reading, width, 3.21))) <= width


def test_a_narrow_terminal_stacks_what_a_wide_one_puts_side_by_side(reading):
    narrow = printed(reading, 45)
    assert narrow[narrow.index("[1] control  indirect  hedge: none") + 1] == "chars 37–62"


def test_without_a_clock_no_seconds_are_printed(reading):
    assert printed(reading)[0].endswith("4 claims")


def test_an_article_without_claims_says_so(reading):
    assert "No claims found." in printed(replace(reading, claims=()))


def test_times_places_and_figures_of_the_text_stand_in_a_line_each(convoy):
    shown = printed(convoy)
    first = next(at for at, line in enumerate(shown) if line.startswith("times"))
    assert shown[first : first + 4] == [
        "times: Monday (2026-03-09); the next morning (2026-03-10); by mid-April (… – 2026-04-20); every",
        "Friday (XXXX-WXX-5)",
        'places: Karsk; Tolm; ? (wrote "Westerfield"); ? (wrote "Nowhere Ford")',
        "figures: at least 20 people killed; three children killed; dozens; 500 to 600 tonne",
    ]


def test_what_the_text_does_not_speak_of_takes_no_line(reading):
    shown = printed(replace(reading, timexes=(), toponyms=()))
    assert not any(line.startswith(("times", "places", "figures")) for line in shown)


@given(st.text(min_size=1), st.sampled_from(WIDTHS), st.booleans())
@example('He said "[Ukrainian] troops fled [the town]"', 100, True)
@example("[/] [bold] \\[x] :boom: \x1b[2J", 100, True)
def test_what_is_printed_holds_the_claims_words(text, width, coloured):
    document = Document(text=text, title=text, outlet=text)
    claim = Claim(
        id="cl_1", kind=ClaimKind.EVENT, spans=(document.span(0, len(text)),), text=text, voice=Voice.NARRATOR
    )
    sheet = io.StringIO()
    console = Console(
        file=sheet, width=width, force_terminal=coloured, color_system=None, highlight=False, legacy_windows=False
    )
    show(Reading(document=document, claims=(claim,), made_by=MADE_BY), console)
    shown = sheet.getvalue()
    assert "".join(printable(text).split()) in "".join(shown.split())
    assert max(map(cell_len, shown.split("\n"))) <= width
    assert "\x1b[2J" not in shown
