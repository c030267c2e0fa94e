"""Names of bodies among runs of capitals: what "of" joins, and which words show a body and no person."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from sayso.annotate.naming.capitals import Word
from sayso.annotate.naming.name_words import name_words
from sayso.annotate.naming.titles import is_role
from sayso.lexicons import words_of

LONGEST_JOINT = len(" without ")


OPENING = frozenset({" \u201c", ' "', " \u2018", " '"})
CLOSING = frozenset({"\u201d ", '" ', "\u2019 ", "' "})
OF = frozenset({" of ", " of the ", " for "})
Takes = Callable[[list[Word], str, list[Word]], bool]
MEMBERS = frozenset(
    {" at ", " of ", " for ", " without ", " against ", " to ", " in "}
)  # "Doctors at Sea", "Friends of Harle Lido"
PLURALS = ("men", "women", "children", "people")  # "Fishermen's League" is a name, "Harle's Council" a council
SAINTS = frozenset(
    {"hospital", "church", "school", "college", "cathedral", "primary", "academy"}
)  # "St Mary's Hospital"


def join_bodies(text: str, runs: Iterable[list[Word]]) -> Iterator[list[Word]]:
    """Join what a possessive, "of", "for" and "and" join in the names of bodies: "Workers' Union", "Ministry of Defence"."""
    nicknamed = _joined(text, runs, lambda held, gap, run: _is_nickname(text, held, gap, run))
    return _joined(text, _joined(text, nicknamed, _owns), _takes)


def _is_nickname(text: str, held: Sequence[Word], gap: str, run: Sequence[Word]) -> bool:
    """Whether a run goes on with a nickname in quotation marks, or with the surname behind one: "Willem “Matchbox” Droste"."""
    if gap in OPENING:
        end = run[-1].end
        return (
            held[-1].low in name_words().given and text[end : end + 2] in CLOSING and text[end + 2 : end + 3].isupper()
        )
    inner = next((word for word in held[1:] if text[word.start - 2 : word.start] in OPENING), None)
    return gap in CLOSING and inner is not None


def _joined(text: str, runs: Iterable[list[Word]], takes: Takes) -> Iterator[list[Word]]:
    held: list[Word] = []
    for run in runs:
        gap = text[held[-1].end : run[0].start] if held and run[0].start - held[-1].end <= LONGEST_JOINT else ""
        if gap and takes(held, gap, run):
            held = held + run
            continue
        if held:
            yield held
        held = run
    if held:
        yield held


def _owns(held: list[Word], gap: str, run: list[Word]) -> bool:
    """Whether a possessive plural, or a saint's, is part of a body's name."""
    if gap.replace("\u2019", "'") not in {"'s ", "' "}:
        return False
    plural = held[-1].low.endswith(PLURALS if "s" in gap else (*PLURALS, "s"))
    saint = held[0].low == "st" and run[-1].low in SAINTS
    return saint or (plural and run[-1].low in name_words().bodies)


def _takes(held: list[Word], gap: str, run: list[Word]) -> bool:
    """Whether a preposition or "and" is part of a body's name."""
    bodies = name_words().bodies
    if gap in MEMBERS and _are_members(held, run):
        return True
    if gap == " and ":
        if len(held) > 1 and held[0].low in bodies:
            return True
        common = words_of("common", "words")
        return run[-1].low in bodies and len(run) > 1 and all(word.low in common for word in (*held, run[0]))
    return gap in OF and (held[-1].low in bodies or held[-1].low.removesuffix("s") in bodies)


def _are_members(held: Sequence[Word], run: Sequence[Word]) -> bool:
    """Whether a body is named after its members: a plural with a capital, and after it a word that is no name by itself."""
    return (
        len(held) == 1
        and held[0].low.endswith("s")
        and is_role(held[0].low.removesuffix("s"))
        and _is_no_name(run[-1].low)
    )


def _is_no_name(low: str) -> bool:
    return low in words_of("common", "words") and low not in name_words().given and not is_role(low)


def is_body(run: Sequence[Word]) -> bool:
    """Whether the words of the run show that it names a body."""
    known = name_words()
    if len(run) > 1 and run[-1].low in known.bodies and run[-1].low not in words_of("sources", "surnames_too"):
        return True
    if run[0].low in known.given and len(run) > 1:
        return False
    if len(run) > 1 and _are_members([run[0]], run):
        return True
    last = run[-1].low
    if last in known.bodies or (len(run) > 1 and last in known.signs) or last in known.named:
        return True
    return (
        len(run) > 1
        and (run[0].low in known.signs or any(word.low in known.bodies for word in run[:-1]))
        and not any(is_role(word.low) for word in run)
    )
