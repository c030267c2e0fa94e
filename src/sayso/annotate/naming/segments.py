"""Where a noun phrase has its parts: what stands between commas, and the words up to the first preposition."""

import re
from collections.abc import Sequence

from sayso.annotate.naming.capitals import Word
from sayso.annotate.naming.names import Name
from sayso.annotate.naming.nouns import is_known_noun, quantifiers
from sayso.annotate.naming.titles import DETERMINERS, PREPOSITIONS, RELATIVE
from sayso.lexicons import words_of
from sayso.model.document import Span

NUMBERS = words_of("grammar", "numbers")
BREAK = re.compile(r"[,;:()\[\]\n\u2013\u2014]|\s-+\s?|--")
POSTMODIFIERS = words_of("grammar", "postmodifiers")
SUBJECTS = frozenset({"he", "she", "they", "it", "we", "you", "i"})  # "the orchestra he led for thirty years"
POLLS = frozenset({"poll", "survey"})
SHARE = 4  # words in which "some 73 per cent" has its last
MOST_BEFORE_OF = 2  # "one of ..." has the noun in the third place at the soonest


def part_of(words: Sequence[Word]) -> int:
    """Where in "one of the people" those begin of whom it is a part; 0 where the words mean no part."""
    parts = len(words) > MOST_BEFORE_OF and words[1].low == "of" and counts(words[0].low)
    return 2 if parts else 0


def share_of(text: str, words: Sequence[Word]) -> int:
    """Where in "some 73% of voters in the Harle poll" the poll begins, whose word the share is; 0 where there is none."""
    if words[-1].low not in POLLS or not ("%" in text[words[0].end : words[-1].start] or _is_share(words)):
        return 0
    return next((at + 1 for at in range(len(words) - 1, 0, -1) if words[at].low == "in"), 0)


def _is_share(words: Sequence[Word]) -> bool:
    return any(word.low in {"percent", "cent"} for word in words[:SHARE])


def counts(low: str) -> bool:
    """Whether the word counts those of whom it is a part."""
    return low in NUMBERS or low in quantifiers() or low in {"one", "all", "none", "each", "neither"}


def segments_of(text: str, words: Sequence[Word]) -> list[list[Word]]:
    """The parts between commas, each up to its relative clause."""
    segments: list[list[Word]] = [[]]
    closed = False
    for index, word in enumerate(words):
        gap = text[words[index - 1].end : word.start] if index else ""
        if BREAK.search(gap):
            segments.append([])
            closed = False
        if word.low in RELATIVE or (word.low == "that" and segments[-1]):
            closed = True
        if not closed:
            segments[-1].append(word)
    return [segment for segment in segments if segment]


def joins_two(core: Sequence[Word]) -> bool:
    """Whether "and" joins two people: "the mayor and the judge", not "the president and chief executive"."""
    joints = [index for index, word in enumerate(core) if word.low == "and"]
    return any(index + 1 < len(core) and is_determiner(core[index + 1].low) for index in joints)


def is_determiner(low: str) -> bool:
    """Whether the word may open a noun phrase without being part of its description."""
    return low in DETERMINERS or low in NUMBERS or low in {"some", "many", "most", "all"} or low.isdigit()


def core_of(body: Sequence[Word], inside: Sequence[Name]) -> Sequence[Word]:
    """The words before the first preposition that stands in no name."""
    for index, word in enumerate(body):
        if index and (word.low in PREPOSITIONS or word.low in POSTMODIFIERS or word.low in SUBJECTS):
            if any(name.span.start < word.start < name.span.end for name in inside):
                continue
            return body[:index]
        if index and word.low.endswith(("ed", "ing")) and is_known_noun(body[index - 1].low) and word.text.islower():
            return body[:index]
    return body


def narrows(text: str, span: Span, core: Sequence[Word], segment: Sequence[Word]) -> bool:
    """Whether a name inside tells whose the source is: "Norland officials", "experts at Dunmore General", not "in Dunmore"."""
    if not segment[0].start <= span.start < segment[-1].end:
        return False
    before = text[max(0, span.start - 8) : span.start].split()
    return (
        span.start < core[-1].end or not before or before[-1].casefold() not in {"in", "on", "near", "across", "around"}
    )
