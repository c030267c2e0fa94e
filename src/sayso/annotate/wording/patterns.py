"""Patterns of a pack: what has to stand around a term, or may not, in a few words.

A pattern is words between blanks, `_` the term itself: `_ of the {place}`. A word stands for itself in any case; `{place}` for any
word of the pack's class of that name; `{Name}` for a capitalised word that begins no sentence and is no person's name; `~` for
up to three words of any kind. No pattern reaches over a stop. A pattern without `_` is looked for anywhere the term lies in it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.annotate.wording.tokens import Tokens, bare

TERM, GAP, NAME = "_", "~", "Name"
WIDEST = 3  # words under `~`: "occupied the whole of the northern town"; with more, other clauses come in


@dataclass(frozen=True, slots=True)
class Part:
    """One place of a pattern: the words that may stand there, a name, or a gap."""

    words: frozenset[str] = frozenset()
    name: bool = False
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """What stands before the term, nearest first, and what stands behind it."""

    before: tuple[Part, ...]
    after: tuple[Part, ...]

    def fits(self, text: "Ground", first: int, last: int) -> bool:
        """Whether the pattern fits around the words `first` to `last`, half-open."""
        return _fits(text, first, -1, self.before) and _fits(text, last - 1, 1, self.after)


@dataclass(frozen=True, slots=True)
class Ground:
    """The words of a text, and which of them are people's names."""

    tokens: Tokens
    is_person: Callable[[int], bool]

    def takes(self, part: Part, at: int) -> bool:
        """Whether a word may stand in this place of a pattern."""
        if part.name:
            tokens = self.tokens
            return tokens.capital[at] and not tokens.opens[at] and not self.is_person(at)
        return self.tokens.lows[at] in part.words


def _fits(text: Ground, at: int, step: int, parts: Sequence[Part]) -> bool:
    """Whether the parts fit one after the other from the word next to `at` on, in the direction of the step."""
    places = {at}
    for part in parts:
        if part.gap:
            places = {far for near in places for far in _reach(text, near, step)}
            continue
        places = {place + step for place in places if _free(text, place, step) and text.takes(part, place + step)}
        if not places:
            return False
    return True


def _reach(text: Ground, at: int, step: int) -> Iterable[int]:
    yield at
    for _ in range(WIDEST):
        if not _free(text, at, step):
            return
        at += step
        yield at


def _free(text: Ground, at: int, step: int) -> bool:
    """Whether there is a word next to this one with no stop between."""
    beside = at + step
    return 0 <= beside < len(text.tokens) and not text.tokens.parted[max(at, beside)]


def pattern_of(words: str, classes: Mapping[str, frozenset[str]]) -> Pattern:
    """The pattern that these words write; ValueError where it has no `_`, or names a class that there is not."""
    parts = words.split()
    if parts.count(TERM) != 1:
        raise ValueError(f"the pattern {words!r} has {parts.count(TERM)} times _; expected one, in place of the term")
    at = parts.index(TERM)
    before = tuple(_part(each, words, classes) for each in reversed(parts[:at]))
    return Pattern(before, tuple(_part(each, words, classes) for each in parts[at + 1 :]))


def _part(word: str, words: str, classes: Mapping[str, frozenset[str]]) -> Part:
    if word == GAP:
        return Part(gap=True)
    if not word.startswith("{"):
        if odd := next((each for each in word.split("|") if not each or set(each) & set("-{}")), None):
            raise ValueError(
                f"the pattern {words!r} has {odd!r}; expected words without hyphens, or one {{class}} alone"
            )
        return Part(words=frozenset(bare(each) for each in word.lower().split("|")))
    name = word.strip("{}")
    if name == NAME:
        return Part(name=True)
    if name not in classes:
        raise ValueError(f"the pattern {words!r} names a class {name!r}; expected one of {', '.join(classes)} or Name")
    return Part(words=classes[name])
