"""Words of taking, holding and losing a place: "captured the port", "fell to the rebels", "under the control of"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.annotate.asserting.cue_words import Phrases
from sayso.annotate.naming.titles import is_role
from sayso.lexicons import lexicon, words_of

OBJECT = 6  # words of an object that are looked at: "the last rebel-held border post"
ENDS_OBJECT = words_of("grammar", "ends_of_object")
LINKS = frozenset(("of", "from", "over", "into"))
BETWEEN = words_of("grammar", "between_subject_and_verb")
PASSIVE = frozenset(["was", "were", "been", "is", "are", "being", "be"])
PARTICIPLES = frozenset(["retaken", "taken", "held", "overrun", "lost", "won"])
AFTER_FALL = words_of("grammar", "after_a_fall")
OTHER_FALLS = frozenset(["his", "her", "its", "their", "earth", "love", "line"])


@dataclass(frozen=True, slots=True)
class ControlWords:
    """The lexicon of control, made ready."""

    verbs: frozenset[str]
    phrases: Phrases
    falls: frozenset[str]
    places: frozenset[str]
    artists: frozenset[str]


@cache
def control_lexicon() -> ControlWords:
    """The lexicon of control, made ready."""
    listed = lexicon("kinds")["control"]
    return ControlWords(
        frozenset(listed["verbs"]),
        Phrases(listed["phrases"]),
        frozenset(listed["falls"]),
        frozenset(listed["places"]),
        frozenset(listed["artists"]),
    )


def control_words(raw: Sequence[str], words: Sequence[str], places: Callable[[str], bool]) -> str:
    """The words that tell who holds a place, or nothing; `places` tells of a capitalised word whether it may be a place."""
    known = control_lexicon()
    if not known.artists.isdisjoint(words):
        return ""
    for start, end in known.phrases.among(words):
        if _is_place(_object(raw, end), places, linked=words[end - 1] in LINKS):
            return " ".join(words[start:end])
    for index, word in enumerate(words):
        if index and raw[index][0].isupper():
            continue  # a word of a title or a name: "A Captured Life"
        if word in known.verbs and (_is_place(_object(raw, index + 1), places) or _is_taken(raw, words, index, places)):
            return word
        if word in known.falls and _falls(raw, words, index, places):
            return word
    return ""


def _object(raw: Sequence[str], start: int) -> Sequence[str]:
    """The words of an object that begins here, as they stand."""
    end = start
    while end < min(len(raw), start + OBJECT) and raw[end].lower() not in ENDS_OBJECT:
        end += 1
    return raw[start:end]


def _is_place(words: Sequence[str], places: Callable[[str], bool], *, linked: bool = False) -> bool:
    """Whether an object is a place: by its last word, a noun of places or a capitalised word that names no person."""
    if not words:
        return False
    if words[-1].lower() in control_lexicon().places or (
        linked and any(word.lower() in control_lexicon().places for word in words)
    ):
        return True
    return words[-1][0].isupper() and places(words[-1]) and not is_role(words[0].lower())


def _subject(raw: Sequence[str], index: int) -> tuple[Sequence[str], bool]:
    """The word before a verb and its auxiliaries, and whether those make it passive."""
    passive = False
    while index and raw[index - 1].lower() in BETWEEN:
        index -= 1
        passive |= raw[index].lower() in PASSIVE
    return raw[max(0, index - 1) : index], passive


def _is_taken(raw: Sequence[str], words: Sequence[str], index: int, places: Callable[[str], bool]) -> bool:
    """Whether a place was taken, in the passive: "the town was captured", "Malakal had been retaken by"."""
    if not (words[index].endswith("ed") or words[index] in PARTICIPLES):
        return False
    subject, passive = _subject(raw, index)
    return passive and _is_place(subject, places)


def _falls(raw: Sequence[str], words: Sequence[str], index: int, places: Callable[[str], bool]) -> bool:
    """Whether a place fell: to somebody, or with nothing after it but a mark, a time or a circumstance."""
    after = words[index + 1 : index + 3]
    if words[index] == "changed" and after[:1] != ["hands"]:
        return False
    if len(after) > 1 and after[0] in {"to", "in", "on", "by"} and (after[1][0].isdigit() or after[1] in OTHER_FALLS):
        return False
    subject, _ = _subject(raw, index)
    return (not after or after[0] in AFTER_FALL) and _is_place(subject, places)
