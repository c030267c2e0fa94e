"""How far a long run has come: one line on stderr, on a terminal only, that vanishes when it ends."""

import os
import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from sayso.model.document import Rejection

Outcome = TypeVar("Outcome")

PATIENCE = 1.0  # seconds: the limit for an uninterrupted flow of thought (Nielsen, Usability Engineering, 1993)
REDRAW = 0.1  # seconds: what the eye takes for at once (the same)
CLEAR = "\r\x1b[K"


class Progress:
    """Counts what passes and shows it where that is wanted, as so many `what` that were `done`.

    `refused` is how many inputs were no documents so far, `took` the seconds that the last outcome was waited for.
    """

    def __init__(self, *, quiet: bool, what: str = "", done: str = "read") -> None:
        self.quiet = quiet
        self.what, self.called = what, done
        self.shown = not quiet and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self.in_the_way = sys.stdout.isatty()
        self.done = self.refused = 0
        self.took = 0.0
        self.started = self.drawn = self.asked = time.monotonic()
        self.visible = False

    def through(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """The same outcomes, counted; the line is gone whenever something may be printed."""
        try:
            for outcome in outcomes:
                self.took = time.monotonic() - self.asked
                self.done += 1
                self.refused += isinstance(outcome, Rejection)
                if self.in_the_way or isinstance(outcome, Rejection):
                    self.clear()
                yield outcome
                self.draw()
                self.asked = time.monotonic()
        finally:
            self.clear()

    def passed(self) -> None:
        """Count one that does not come through here."""
        self.done += 1
        self.draw()

    def draw(self) -> None:
        """Show the line, if it is wanted, late enough, and not just drawn."""
        now = time.monotonic()
        if self.shown and now - self.started > PATIENCE and (now - self.drawn > REDRAW or not self.visible):
            refused = f", {self.refused} could not be read" if self.refused else ""
            sys.stderr.write(f"{CLEAR}{self.done} {self.what}{self.called}{refused}, {now - self.started:.0f} s")
            sys.stderr.flush()
            self.drawn, self.visible = now, True

    def clear(self) -> None:
        """Take the line away, so that what comes next stands on a clean one."""
        if self.visible:
            sys.stderr.write(CLEAR)
            sys.stderr.flush()
            self.visible = False
