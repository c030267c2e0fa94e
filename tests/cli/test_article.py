from dataclasses import replace
from time import perf_counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from sayso.cli.article import lines, rows
from sayso.cli.terminal import printable
from sayso.model.document import Document


def printed(reading, width=100):
    return [line.plain for line in lines(reading, width, styled=False)]


def test_marks_stand_under_the_words_and_the_claims_numbers_in_the_margin(reading):
    assert printed(reading) == [
        "[Vellmark] under control, says Dunn",
        "",
        "1    The northern staff has reported that Vellmark is under control, Marshal Orsa Dunn said on",
        "     ==================~............~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~  ================= ....",
        "     Tuesday.",
        "",
        '2    A dock worker who asked not to be named said "[the] bridge may fall by 1 October" if supplies',
        '     ======================================= .... """"""""""""""^^^"""""""""""""""""""',
        "     are cut.",
        "",
        "3-4  The mayor denied that [the town] was lost. Shells hit the market.",
        "     ========= ...... ~~~~~~~~~~~~~~~~~~~~~~~~",
        "",
        '= source  . cue  " quoted  ~ not quoted  ^ hedge',
    ]


def test_a_title_with_which_the_text_begins_is_not_printed_twice(reading):
    title = reading.document.text[:18]
    shown = printed(replace(reading, document=replace(reading.document, title=title)))
    assert sum(line.endswith(title) for line in shown) == 0


def test_with_styles_the_marks_are_the_styles_themselves(reading):
    styled = list(lines(reading, 100, styled=True))
    first = next(line for line in styled if line.plain.startswith("1 "))
    source = first.plain.index("The northern")
    assert any(str(span.style) == "bold" and span.start == source for span in first.spans)
    assert not any("====" in line.plain for line in styled)


@pytest.mark.parametrize("width", [12, 45, 100])
def test_nothing_is_wider_than_the_terminal_here_either(reading, width):
    assert max(map(cell_len, printed(reading, width))) <= width


@given(st.text(), st.integers(1, 40))
@example("a\r\nb\x0bc\x1b[1m d\u2028e", 10)
def test_every_printed_character_knows_its_place_in_the_text(text, width):
    for line, offsets in rows(text, width):
        assert len(line) == len(offsets)
        assert all(printable(text[at]) == shown for at, shown in zip(offsets, line, strict=True))


@given(st.text())
def test_the_article_is_printed_whole(text):
    shown = "".join(line for line, _ in rows(text, 40))
    assert "".join(shown.split()) == "".join(printable(text).split())


def test_a_megabyte_on_one_line_takes_seconds_and_not_the_hours_of_a_quadratic_walk(reading):
    long = replace(reading, document=Document(text="word " * 200_000), attributions=(), claims=(), entities=(), timexes=(),
                   toponyms=(), framing=replace(reading.framing, terms=()))  # fmt: skip
    began = perf_counter()
    assert sum(len(line) for line in printed(long)) > 800_000
    assert perf_counter() - began < 30  # measured: 1.5 s; quadratic: 10^12 steps
