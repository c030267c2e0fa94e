import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from sayso.cli.terminal import WIDEST, console, harmless, printable, put, wants_colour


class Terminal(io.StringIO):
    def isatty(self):
        return True


@given(st.text(st.characters()))
def test_nothing_printable_is_lost_and_nothing_that_a_terminal_obeys_is_left(text):
    line = printable(text)
    assert line == "".join(each for each in line if each >= " " and not "\x7f" <= each <= "\x9f")
    assert [each for each in text if each.isalnum()] == [each for each in line if each.isalnum()]
    line.encode("utf-8")


def test_escape_sequences_and_reordering_are_disarmed_and_line_ends_stay_where_they_may():
    assert harmless("a\x1b[31mb\u202ec\x9bd\ud800\n\te") == "a[31mbcd\n\te"
    assert printable("a\r\nb\tc\rd") == "a b c d"


@pytest.mark.parametrize(
    ("asked", "environ", "wanted"),
    [
        (None, {}, True),
        (None, {"NO_COLOR": "1"}, False),
        (None, {"NO_COLOR": ""}, True),
        (None, {"TERM": "dumb"}, False),
        (True, {"NO_COLOR": "1", "TERM": "dumb"}, True),
        (False, {}, False),
    ],
)
def test_a_flag_wins_over_no_color_and_a_dumb_terminal_gets_none(monkeypatch, asked, environ, wanted):
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert wants_colour(asked, Terminal()) is wanted


def test_a_pipe_gets_no_colour():
    assert not wants_colour(None, io.StringIO())


def test_brackets_are_words_and_no_markup(monkeypatch):
    monkeypatch.setenv("COLUMNS", "300")
    sheet = io.StringIO()
    made = console(colour=False, stream=sheet)
    put(made, [Text('He said "[Ukrainian] troops fled [the town]" :smile:')])
    made.print('He said "[Ukrainian] troops fled [the town]" :smile:')
    assert sheet.getvalue().splitlines() == ['He said "[Ukrainian] troops fled [the town]" :smile:'] * 2
    assert made.width == WIDEST
