"""Cues: the words that signal an attribution, found by how often each is one and by the frames it stands in."""

import math
from dataclasses import dataclass
from functools import cache

from sayso.annotate.frames import group_start, left_frame, right_frame
from sayso.annotate.words import Words
from sayso.lexicons import lexicon
from sayso.model.attribution import CueKind

# A cue counts from this probability on. On PolNeAR train F1 of source, cue and content is flat from .30 to .50 (± .005);
# inside that range a reader is better served by fewer false finds than by more true ones.
LEAST = 0.42
OPEN = frozenset("nVEGA")
# Prepositions that begin a circumstance of saying, which is no part of the cue.
# Frames that a word which PolNeAR never marks needs, where no quotation is near.
ANNOUNCING = frozenset(("that", "wh"))
STATED = (CueKind.SPEECH, CueKind.WRITING)
# How far ahead of a verb of saying a quotation is looked for, and what it adds.
NEAR, QUOTED_NEAR = 10, 0.7
# What a "that" or a quotation right behind a reporting verb adds, whatever the verb.
THAT, QUOTED_NEXT = 1.0, 2.0
QUOTING = frozenset(("quote", "comma-quote"))
CIRCUMSTANCES = frozenset(("in", "by", "during", "at"))


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue as words `first` to `last` (half-open) with the head that decided, its kind and how sure it is one."""

    first: int
    last: int
    head: int
    word: str
    kind: CueKind
    left: str
    right: str
    confidence: float

    @property
    def reports(self) -> bool:
        """Whether the cue can stand beside a quotation or after its clause."""
        return self.kind in (CueKind.SPEECH, CueKind.WRITING)


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """Log odds of each word, points of the frames, particles, and what each word says was done."""

    own: dict[str, float]
    counts: dict[str, tuple[int, int]]
    left: dict[str, float]
    right: dict[str, float]
    particles: dict[str, frozenset[str]]
    kinds: dict[str, CueKind]
    rare: frozenset[str]
    habits: dict[str, dict[str, float]]


@cache
def cue_lexicon() -> CueLexicon:
    """The lexicon of cues, joined from the counts and the lists of reporting verbs."""
    data = lexicon("cues")
    kinds = _kinds()
    counts = {word: (hits, times) for word, (hits, times) in data["words"].items()}
    priors = {True: tuple(lexicon("reporting")["prior"]), False: tuple(lexicon("reporting")["prior_weak"])}
    rare = frozenset(kinds) - frozenset(counts)
    for word, kind in kinds.items():
        hits, times = priors[kind in (CueKind.SPEECH, CueKind.WRITING) and not word.endswith("s")]
        counts.setdefault(word, (hits, times))
    return CueLexicon(
        own={word: math.log((hits + 0.5) / (times - hits + 0.5)) for word, (hits, times) in counts.items()},
        counts=counts,
        left=data["left"],
        right=data["right"],
        particles={word: frozenset(found.split()) - CIRCUMSTANCES for word, found in data["particles"].items()},
        kinds=kinds,
        rare=rare,
        habits=data["habits"],
    )


@cache
def _kinds() -> dict[str, CueKind]:
    """Each form of each reporting verb; where a verb stands in two lists, the first holds."""
    reporting = lexicon("reporting")
    forms_of = dict(entry.split(":") for entry in reporting["irregular"].split())
    kinds: dict[str, CueKind] = {}
    for kind in (
        CueKind.SPEECH,
        CueKind.WRITING,
        CueKind.BELIEF,
        CueKind.INTENTION,
        CueKind.DOCUMENT,
        CueKind.PERCEPTION,
    ):
        for lemma in reporting[kind.value].split():
            for form in [*_regular(lemma), *forms_of.get(lemma, "").split(",")]:
                kinds.setdefault(form, kind)
    return kinds


def _regular(lemma: str) -> list[str]:
    stem = lemma.removesuffix("e")
    third = f"{lemma}es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else f"{lemma}s"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return [lemma, f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"]
    return [lemma, third, f"{stem}ed", f"{stem}ing"]


def find_cues(words: Words, low: int, high: int, *, quoted: int = -1) -> list[Cue]:
    """The cues among words `low` to `high`, in order; only words of quotation number `quoted` (-1: outside all) count."""
    data = cue_lexicon()
    with_quotation = any(at != quoted for at in words.quoted[low:high])
    found = []
    for index in range(low, high):
        word = words.lowers[index]
        if word in data.own and words.quoted[index] == quoted and words.tags[index] in OPEN:
            cue = _cue(words, index, low, high)
            if cue.confidence >= LEAST and (with_quotation or word not in data.rare or cue.right in ANNOUNCING):
                found.append(cue)
    return found


def _cue(words: Words, index: int, low: int, high: int) -> Cue:
    data = cue_lexicon()
    word = words.lowers[index]
    kind = data.kinds.get(word, CueKind.OTHER)
    first = group_start(words, index, low)
    left = left_frame(words, first, index, low)
    last = index + 1
    right = right_frame(words, last, high)
    habits = data.habits.get(word, {})
    points = data.right.get(right, 0.0) + habits.get(f"_{right}", 0.0)
    if last < high and words.lowers[last] in data.particles.get(word, ()):
        last += 1
        right = right_frame(words, last, high)
        points = max(points, data.right.get(right, 0.0) + habits.get(f"_{right}", 0.0))
    if kind is not CueKind.OTHER and right == "that":
        points += THAT
    if kind in STATED and right in QUOTING:
        points += QUOTED_NEXT
    elif kind in STATED and any(at != words.quoted[index] for at in words.quoted[last : min(high, last + NEAR)]):
        points += QUOTED_NEAR
    odds = data.own[word] + data.left.get(left, 0.0) + habits.get(f"{left}_", 0.0) + points
    return Cue(first, last, index, word, kind, left, right, 1 / (1 + math.exp(-odds)))
