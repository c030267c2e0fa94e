"""Cues: the words that signal an attribution, found by how often each is one and by the frames it stands in."""

import math
from dataclasses import dataclass
from functools import cache

from sayso.annotate.frames import group_start, left_frame, right_frame
from sayso.annotate.words import Words
from sayso.lexicons import lexicon
from sayso.model.attribution import CueKind

# A cue counts from this probability on: half of the F1 to be reached, below which a find lowers F1 (Lipton et al. 2014).
LEAST = 0.36
OPEN = frozenset("nVEGA")
# Prepositions that begin a circumstance of saying, which is no part of the cue.
CIRCUMSTANCES = frozenset(["in", "by", "during", "at", "on", "with"])


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


@cache
def cue_lexicon() -> CueLexicon:
    """The lexicon of cues, joined from the counts and the lists of reporting verbs."""
    data = lexicon("cues")
    kinds = _kinds()
    counts = {word: (hits, times) for word, (hits, times) in data["words"].items()}
    priors = {True: tuple(lexicon("reporting")["prior"]), False: tuple(lexicon("reporting")["prior_weak"])}
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
    found = []
    for index in range(low, high):
        word = words.lowers[index]
        own = data.own.get(word)
        if own is None or words.quoted[index] != quoted or words.tags[index] not in OPEN:
            continue
        first = group_start(words, index, low)
        last = index + 1
        left = left_frame(words, first, index, low)
        right = right_frame(words, last, high)
        odds = own + data.left.get(left, 0.0) + data.right.get(right, 0.0)
        confidence = 1 / (1 + math.exp(-odds))
        if confidence < LEAST:
            continue
        if last < high and words.lowers[last] in data.particles.get(word, ()):
            last += 1
            right = right_frame(words, last, high)
        while first < index and words.tags[first] == "A" and words.lowers[first - 1 : first] == [","]:
            first += 1
        found.append(Cue(first, last, index, word, data.kinds.get(word, CueKind.OTHER), left, right, confidence))
    return found
