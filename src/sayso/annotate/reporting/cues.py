"""Cues: the words that signal an attribution, found by how often each is one and by the frames it stands in."""

import math
from dataclasses import dataclass, replace

from sayso.annotate.reporting.circumstances import opens_occasion
from sayso.annotate.reporting.cue_lexicon import cue_lexicon
from sayso.annotate.reporting.frames import group_start, left_frame, right_frame
from sayso.annotate.reporting.words import Words
from sayso.lexicons import words_of
from sayso.model.attribution import CueKind

# A cue counts from this probability on. On PolNeAR train F1 of source, cue and content is flat from .30 to .50 (± .005);
# inside that range a reader is better served by fewer false finds than by more true ones.
LEAST = 0.42
OPEN = frozenset("nVEGA")
# Frames that a word which PolNeAR never marks needs, where no quotation is near.
ANNOUNCING = frozenset(("that", "wh"))
REPORTED = (CueKind.SPEECH, CueKind.WRITING, CueKind.DOCUMENT)
# Frames to the right of a cue whose content has been given.
CLOSING = frozenset(("stop", "comma-quote"))
# How sure a verb that no list has is a cue where it stands beside a quotation (rare in PolNeAR: 2 of 3 in a quarter of train); and the longest subject looked behind, in words.
UNLISTED, SUBJECT = 0.65, 6
STATED = (CueKind.SPEECH, CueKind.WRITING)
# How far ahead of a verb of saying a quotation is looked for, and what it adds.
NEAR, QUOTED_NEAR = 10, 0.7
# What a "that" or a quotation right behind a reporting verb adds, whatever the verb.
THAT, QUOTED_NEXT = 1.0, 2.0
# How far behind a verb its object noun is looked for, in words.
OBJECT = 3
OBJECTS = frozenset(("noun", "object", "subject"))
# What makes an active cue of a passive one: "was quoted as saying".
AS_SAYING = ("as", "saying")
QUOTING = frozenset(("quote", "comma-quote"))


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue as words `first` to `last` (half-open) with the head that decided, its kind and how sure it is one.

    A tentative one is a cue only where its content stands before it: the dam holds, the mayor alleged.
    """

    first: int
    last: int
    head: int
    word: str
    kind: CueKind
    left: str
    right: str
    confidence: float
    tentative: bool = False

    @property
    def reports(self) -> bool:
        """Whether the cue can stand beside a quotation or after its clause."""
        return self.kind in (CueKind.SPEECH, CueKind.WRITING)


def find_cues(words: Words, low: int, high: int, *, quoted: int = -1) -> list[Cue]:
    """The cues among words `low` to `high`, in order; only words of quotation number `quoted` (-1: outside all) count."""
    data = cue_lexicon()
    with_quotation = any(at != quoted for at in words.quoted[low:high])
    found = []
    for index in range(low, high):
        word = words.lowers[index]
        if words.quoted[index] != quoted or words.tags[index] not in OPEN:
            continue
        if word not in data.own:
            if with_quotation and words.tags[index] in "VE" and _beside_quotation(words, index, low, high, quoted):
                found.append(_unlisted(words, index, low, high))
        else:
            cue = _cue(words, index, low, high)
            listed = (
                word not in data.rare or with_quotation or cue.right in ANNOUNCING or _of_saying(words, cue.last, high)
            )
            if cue.confidence >= LEAST and listed:
                found.append(cue)
            elif cue.right in CLOSING and cue.kind in REPORTED and not cue.left.startswith(("det", "prep", "to")):
                found.append(replace(cue, tentative=True))
    return found


def _of_saying(words: Words, after: int, high: int) -> bool:
    """Whether the object of a verb is a noun of saying: refuted the allegations."""
    nouns = words_of("reporting", "nouns")
    return any(words.lowers[at] in nouns for at in range(after, min(high, after + OBJECT)))


def _beside_quotation(words: Words, index: int, low: int, high: int, quoted: int) -> bool:
    """Whether a quotation that ends with a comma or another stop stands right before a verb or its short subject."""
    for at in range(index - 1, max(low, index - SUBJECT) - 1, -1):
        if words.quoted[at] != quoted:
            last = words.tags[at] == "Q" and words.tags[at - 1] in ",.-"
            return last and (at == index - 1 or right_frame(words, index + 1, high) in CLOSING)
        if words.tags[at] not in "DnNR#A":
            return False
    return False


def _unlisted(words: Words, index: int, low: int, high: int) -> Cue:
    """A verb that no list has, in a place where verbs of saying stand."""
    first = group_start(words, index, low)
    left, right = left_frame(words, first, index, low), right_frame(words, index + 1, high)
    return Cue(first, index + 1, index, words.lowers[index], CueKind.SPEECH, left, right, UNLISTED, tentative=True)


def _cue(words: Words, index: int, low: int, high: int) -> Cue:
    data = cue_lexicon()
    word = words.lowers[index]
    kind = data.kinds.get(word, CueKind.OTHER)
    first = group_start(words, index, low)
    left = left_frame(words, first, index, low)
    last = index + 1
    right = right_frame(words, last, high)
    habits = data.habits.get(word, {})
    if left.startswith("be-") and tuple(words.lowers[last : last + 2]) == AS_SAYING:
        left, last = left.removeprefix("be-"), last + 2
        right = right_frame(words, last, high)
    points = data.right.get(right, 0.0) + habits.get(f"_{right}", 0.0)
    if last < high and words.lowers[last] in data.particles.get(word, ()) and not opens_occasion(words, last, high):
        last += 1
        right = right_frame(words, last, high)
        points = max(points, data.right.get(right, 0.0) + habits.get(f"_{right}", 0.0))
    if kind is not CueKind.OTHER and right == "that":
        points += THAT
    if kind in STATED and right in QUOTING:
        points += QUOTED_NEXT
    elif (
        kind in STATED
        and right in OBJECTS
        and any(at != words.quoted[index] for at in words.quoted[last : min(high, last + NEAR)])
    ):
        points += QUOTED_NEAR
    odds = data.own[word] + data.left.get(left, 0.0) + habits.get(f"{left}_", 0.0) + points
    return Cue(first, last, index, word, kind, left, right, 1 / (1 + math.exp(-odds)))
