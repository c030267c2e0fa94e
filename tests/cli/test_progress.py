import io
import sys

import pytest

from sayso.cli import progress
from sayso.model.document import Rejection

REFUSED = Rejection(kind="encoding", message="not text")


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def watch(monkeypatch):
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    monkeypatch.setattr(progress, "REDRAW", 0.0)
    monkeypatch.delenv("TERM", raising=False)

    def made(stream=None, **settings):  # in the test itself: pytest puts its own stderr in place before each
        monkeypatch.setattr(sys, "stderr", stream or Terminal())
        return progress.Progress(**{"quiet": False, **settings}), sys.stderr

    return made


def test_the_line_counts_and_is_gone_at_the_end(watch):
    counted, stderr = watch()
    assert list(counted.through([1, REFUSED, 3])) == [1, REFUSED, 3]
    assert (counted.done, counted.refused) == (3, 1)
    assert "\r\x1b[K2 read, 1 could not be read, 0 s" in stderr.getvalue()
    assert stderr.getvalue().endswith(progress.CLEAR)


def test_what_passes_elsewhere_is_counted_too_and_called_by_its_name(watch):
    counted, stderr = watch(done="placed in stories")
    counted.passed()
    counted.passed()
    assert stderr.getvalue().endswith("\r\x1b[K2 placed in stories, 0 s")
    counted.clear()
    assert stderr.getvalue().endswith(progress.CLEAR)


def test_the_line_is_gone_also_when_the_work_breaks_off(watch):
    counted, stderr = watch()
    with pytest.raises(ZeroDivisionError):
        list(counted.through(1 / item for item in (1, 0)))
    assert stderr.getvalue().endswith(progress.CLEAR)


@pytest.mark.parametrize("quiet", [True, False])
def test_short_work_and_quiet_work_show_nothing(watch, monkeypatch, quiet):
    monkeypatch.setattr(progress, "PATIENCE", 0.0 if quiet else 60.0)
    counted, stderr = watch(quiet=quiet)
    assert list(counted.through([1, 2])) == [1, 2]
    assert stderr.getvalue() == ""


def test_a_dumb_terminal_and_a_file_get_no_line(watch, monkeypatch):
    assert not watch(io.StringIO())[0].shown
    monkeypatch.setenv("TERM", "dumb")
    assert not watch()[0].shown
