"""Names of bodies among runs of capitals: what "of" joins, and which words show a body and no person."""

from collections.abc import Iterator, Sequence

from sayso.annotate.naming.capitals import Word
from sayso.annotate.naming.name_words import name_words
from sayso.annotate.naming.titles import is_role


def join_bodies(text: str, runs: list[list[Word]]) -> Iterator[list[Word]]:
    """Join what "of" and "for" join in the names of bodies: "Ministry of Defence", "Bank of Norland"."""
    held: list[Word] = []
    for run in runs:
        gap = text[held[-1].end : run[0].start] if held else ""
        if held and gap in {" of ", " of the ", " for ", " and "} and _takes(held, gap):
            held = held + run
            continue
        if held:
            yield held
        held = run
    if held:
        yield held


def _takes(held: list[Word], gap: str) -> bool:
    bodies = name_words().bodies
    if gap == " and ":
        return len(held) > 1 and held[0].low in bodies
    return held[-1].low in bodies or held[-1].low.removesuffix("s") in bodies


def is_body(run: Sequence[Word]) -> bool:
    """Whether the words of the run show that it names a body."""
    known = name_words()
    if run[0].low in known.given and len(run) > 1:
        return False
    last = run[-1].low
    if last in known.bodies or (len(run) > 1 and last in known.signs) or last in known.named:
        return True
    return (
        len(run) > 1
        and (run[0].low in known.signs or any(word.low in known.bodies for word in run[:-1]))
        and not any(is_role(word.low) for word in run)
    )
