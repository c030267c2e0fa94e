"""The lexicon of cues: how often each word is one, in which frames, and what it says was done."""

import math
from dataclasses import dataclass
from functools import cache

from sayso.lexicons import lexicon
from sayso.model.attribution import CueKind

# Prepositions that begin a circumstance of saying, which is no part of the cue.
CIRCUMSTANCES = frozenset(("in", "by", "during", "at"))


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
