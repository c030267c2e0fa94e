"""The day of a dateline, for a text of which nothing says when it was published."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sayso.annotate.timing.meanings import Fixed, Phrase
from sayso.annotate.timing.stretches import Grain
from sayso.annotate.timing.words import Words

EARLY = 3  # sentences: a headline, perhaps a byline, and the dateline
SHORT = 14  # words of a line that says no more than "Published: Thursday, 4 May 2031, 10:30 GMT": more, and it tells a story
FRONT = 8  # words in front of a dateline's date: "PORT HARLE, Norland, May 4, 2031 (Northern Wire) -"
BEHIND = frozenset(("(", "-", "–", "—", "--", ":", "|"))


@dataclass(frozen=True, slots=True)
class Dateline:
    """The expression of a dateline and its day."""

    phrase: Phrase
    day: date


def read_dateline(words: Words, phrases: Sequence[Phrase]) -> Dateline | None:
    """The first whole day that stands in a short sentence at the beginning; None where there is none."""
    for phrase in phrases[:EARLY]:
        sentence = words.sentences[phrase.first]
        if sentence >= EARLY:
            return None
        meaning = phrase.meaning
        whole = isinstance(meaning, Fixed) and meaning.stretch.grain is Grain.DAY
        if whole and isinstance(meaning, Fixed) and meaning.stretch.first and _is_line(words, phrase):
            return Dateline(phrase, meaning.stretch.first)
    return None


def _is_line(words: Words, phrase: Phrase) -> bool:
    """Whether an expression stands where a dateline has it, or in a line without a word of a sentence."""
    number = words.sentences[phrase.first]
    first, last = phrase.first, phrase.end
    while first and words.sentences[first - 1] == number and phrase.first - first < SHORT:
        first -= 1
    while words.lows[last] and last - phrase.end < SHORT:
        last += 1
    if phrase.first - first <= FRONT and words.lows[phrase.end] in BEHIND and words.capital(first):
        return True
    plain = (at for at in range(first, last) if not phrase.first <= at < phrase.end)
    return last - first <= SHORT and not any(words.raws[at].islower() and len(words.raws[at]) > 2 for at in plain)  # noqa: PLR2004 - "at", "on"
