"""Why a claim supersedes another: a newer figure, another day, a newer state."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.lexicons import lexicon, words_of
from sayso.relate.figures import agree
from sayso.relate.gists import Gist
from sayso.relate.likeness import CONTROL, is_regained
from sayso.relate.terms import Control
from sayso.relate.words import folded, stem, theme, words

# Least overlap of the words, 0 to 1, chosen on small worlds: of a newer figure that is told as one, by the older one's own
# claimant, and by another without a word; of a newer state, and of one that gives up what was held.
FIGURE, OWN_FIGURE, UNTOLD, STATE, GIVEN_UP = 0.3, 0.2, 0.45, 0.35, 0.15
# Of another day: by whoever is quoted with the first one, and by somebody else who says that it was moved. Of five worlds none is wrong.
OWN_DAY, DAY = 0.2, 0.35
SIDE_BY_SIDE = frozenset({"person", "percent"})  # of people and of shares several keep count
COMPARED = re.compile(
    r"\bthan (?:\w+ ){0,4}(?:had|first|earlier|before|previously|thought|reported|announced|estimated)\b"
)


@dataclass(frozen=True, slots=True)
class Case:
    """Two claims, whether by one claimant, their overlap when it is asked for, and whether nobody has made the older one for days."""

    one: Gist
    two: Gist
    same: bool
    measure: Callable[[], float]
    is_last: bool

    @property
    def overlap(self) -> float:
        """How far the words of the two are the same, 0 to 1."""
        return self.measure()


def find_figure(case: Case) -> str:
    """A newer figure: by the claimant of the older one, or said to correct it, or left standing alone."""
    one, two = case.one, case.two
    if agree(one.figures, two.figures) is not False or one.denied or two.denied or _goes_the_other_way(one, two):
        return ""
    if case.overlap >= (OWN_FIGURE if _is_one_role(one, two) else FIGURE) and _is_compared(one.around):
        return "told beside an older figure"
    return "" if one.narrated else _renewed(case)


def _renewed(case: Case) -> str:
    """Why a figure that stands by itself is newer than another."""
    one, two = case.one, case.two
    if case.same and case.overlap >= OWN_FIGURE:
        return f"newer figure by the same claimant: {one.claimant.shown if one.claimant else one.outlet}"
    if _around(one.around) & _stems("correcting") and one.kind == two.kind and case.overlap >= FIGURE:
        return "told as a correction"
    counts = {one.figures[0].unit, two.figures[0].unit} & SIDE_BY_SIDE
    return "nobody has given the older figure since" if case.is_last and case.overlap >= UNTOLD and not counts else ""


def _goes_the_other_way(one: Gist, two: Gist) -> bool:
    """Whether a figure is told to rise that is smaller than the older one, or to fall that is larger."""
    found = _around(one.around)
    up = one.figures[0].value > two.figures[0].value
    return bool(found & _stems("rising") and not up) or bool(found & _stems("falling") and up)


def _is_one_role(one: Gist, two: Gist) -> bool:
    """Whether both count people of whom the same became."""
    roles = {figure.of for figure in one.figures} & {figure.of for figure in two.figures}
    return any(each.startswith("=") for each in roles)


@lru_cache(maxsize=4096)  # the claims of one story
def _around(text: str) -> frozenset[str]:
    return frozenset(map(stem, words(text)))


@lru_cache(maxsize=4096)  # as above
def _is_compared(text: str) -> bool:
    """Whether a text tells a figure beside an older one."""
    low = folded(text)
    return COMPARED.search(low) is not None or any(each in low for each in lexicon("vouching")["compared"])


def find_day(case: Case) -> str:
    """A deadline that was moved: the same claimant says the same with another day, or it is said to be put off."""
    one, two = case.one, case.two
    if one.due is None or two.due is None or one.due.meets(two.due) or one.denied or two.denied:
        return ""
    if case.same and case.overlap >= OWN_DAY:
        return f"the same claimant names another day: {one.due.last} instead of {two.due.last}"
    moved = _around(one.around) & _stems("moved")
    return f"said to be moved: {one.due.last} instead of {two.due.last}" if moved and case.overlap >= DAY else ""


def find_state(case: Case) -> str:
    """A newer state: the same claimant says the opposite later, what was under way is done, or what was lost is taken back."""
    one, two = case.one, case.two
    if one.narrated or one.day is None or two.day is None or one.day <= two.day or one.denied:
        return ""
    if case.same and Control.LOST.theme in one.themes and Control.HELD.theme in two.themes:
        return "the same claimant gives up what was held" if case.overlap >= GIVEN_UP else ""
    if _is_regained(case):
        return "what was taken is taken back"
    told = _changed(case)
    return told if told and case.overlap >= STATE else ""


def tells_state(one: Gist) -> bool:
    """Whether a claim can tell a newer state of something that nobody has denied."""
    if one.narrated or one.denied:
        return False
    is_regaining = one.control is Control.TAKEN and is_regained(one.text)
    return is_regaining or Control.LOST.theme in one.themes or not one.themes.isdisjoint(_themes("done"))


def _changed(case: Case) -> str:
    """Why what is said of a thing at length is another state of it."""
    one, two = case.one, case.two
    if case.same and two.denied and not one.denies and len(one.themes & two.themes) > 1 and not one.themes & CONTROL:
        return "the same claimant now says what was denied"
    if one.themes & _themes("done") and two.themes & _themes("process") and not two.themes & _themes("done"):
        return "what was under way is done"
    return ""


def _is_regained(case: Case) -> bool:
    """Whether one claimant has a place again of which another says that it was taken."""
    one, two = case.one, case.two
    if case.same or one.control is not Control.TAKEN or Control.TAKEN.theme not in two.themes or two.denied:
        return False
    return is_regained(one.text) and bool(one.themes & two.themes & (one.names | two.names))


@cache
def _themes(name: str) -> frozenset[str]:
    return frozenset(map(theme, words_of("vouching", name)))


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(map(stem, words_of("vouching", name)))
