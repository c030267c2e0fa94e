import gc
import io
from time import process_time

import pytest

from sayso import wiring
from sayso.cli import article, summary
from sayso.cli.forms import chosen, encoded
from sayso.cli.terminal import console

SENTENCE = '"The port is safe," Ida Brandt said. '
MANY = 4


@pytest.fixture(scope="module")
def readings():
    return [wiring.read(SENTENCE * number) for number in (800, 800 * MANY)]


def on_screen(show):
    return lambda reading: show(reading, console(colour=False, stream=io.StringIO()))


FORMS = {
    "summary": on_screen(summary.show),
    "article": on_screen(article.show),
    **{form: lambda reading, form=form: list(encoded(form, [reading])) for form in ("json", "csv", "md")},
}


@pytest.mark.parametrize("form", FORMS)
def test_many_claims_take_time_in_line_with_their_number(readings, form):
    few, many = (min(seconds(FORMS[form], reading) for _ in range(3)) for reading in readings)
    assert many < 2.2 * MANY * few + 0.02  # a lookup of everything per claim takes MANY times that


def seconds(write, reading):
    gc.disable()  # its cost follows what the whole process holds
    try:
        began = process_time()
        write(reading)
        return process_time() - began
    finally:
        gc.enable()


@pytest.mark.parametrize(
    ("asked", "target", "form"),
    [
        ("csv", "out.md", "csv"),
        (None, "out.MD", "md"),
        (None, "out.ndjson", "jsonl"),
        (None, "out", "jsonl"),
        (None, "-", "jsonl"),
    ],
)
def test_the_form_is_what_was_asked_for_or_what_the_files_name_says(monkeypatch, asked, target, form):
    monkeypatch.setattr("sys.stdout", io.StringIO())
    assert chosen(asked, target) == form
