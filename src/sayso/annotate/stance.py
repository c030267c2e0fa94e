"""Stance: the hedges of a claim, whether it is asserted or denied, and how surely.

A denial is a speech act ("the bank denied that ...", "it is not true that ...") or a main clause that is negated ("it had never
dumped acid"). A refusal to confirm is no denial: it leaves the claim's certainty unknown.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.annotate.asserting.cue_words import APOSTROPHES, TOKEN, Phrases, tokens
from sayso.lexicons import lexicon, words_of
from sayso.model.attribution import Attribution, CueKind
from sayso.model.document import Document, Span
from sayso.model.stance import Certainty, Factuality, Polarity

NEGATED = words_of("grammar", "negated_auxiliaries")
STEPS = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)
SUBJECTS = frozenset({"he", "she", "it", "they", "we", "i", "you"})
LOOKED_AT, SPANS = 400, 4  # code points, and parts of an interrupted claim, in which a denial shows
BREAK = re.compile(r"[.,;:!?\"\u201c\u201d\n]")
NOBODY = frozenset({"nor", "neither"})
REACH = 40  # code points before a cue in which its negation stands
CLAUSE = 12  # words in which the main clause of an English news sentence shows its negation


@dataclass(frozen=True, slots=True)
class Stance:
    """What was found, with the words that decided."""

    polarity: Polarity
    factuality: Factuality
    hedges: tuple[Span, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Hedges:
    phrases: Phrases
    steps: dict[str, Certainty]
    ability: frozenset[str]
    before_might: frozenset[str]


@cache
def _hedges() -> _Hedges:
    listed = lexicon("hedges")
    steps = {
        phrase: step
        for step in (Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)
        for phrase in listed[step.value]["phrases"]
    }
    return _Hedges(
        Phrases(steps), steps, frozenset(listed["ability"]["after"]), frozenset(listed["nouns"]["before_might"])
    )


@dataclass(frozen=True, slots=True)
class _Denials:
    cue: Phrases
    open: Phrases
    negation: Phrases
    untrue: re.Pattern[str]


@cache
def _denials() -> _Denials:
    listed = lexicon("hedges")["denials"]
    untrue = "|".join(re.escape(word) for word in sorted(listed["untrue"], key=lambda word: (-len(word), word)))
    reports = "|".join(sorted(listed["reports"], key=lambda word: (-len(word), word)))
    return _Denials(
        Phrases(listed["verbs"]),
        Phrases(listed["open"]),
        Phrases([*listed["negations"], *NEGATED]),
        re.compile(
            rf"^\W*(?:that )?(?:it (?:is|was|'s) (?:(?:simply|just|absolutely|completely|entirely) )?(?:not true|{untrue}) (?:to say )?that\b"
            rf"|there (?:is|was) no truth (?:in|to)\b"
            rf"|(?:the |these |those |any |such |all |some )?(?:\w+ )?(?:{reports}) .{{0,200}}\b(?:is|are|was|were|as) "
            rf"(?:(?:simply|completely|entirely|totally|utterly|absolutely|not|all) )?(?:{untrue}|not true)\b)",
            re.IGNORECASE | re.DOTALL,
        ),
    )


def find_hedges(document: Document) -> tuple[Span, ...]:
    """Every cue of uncertainty in the text, in order; no month of May, no might of a navy, no "could" of ability."""
    text = document.text
    spots = [(match.start(), match.end()) for match in TOKEN.finditer(text)]
    words = [text[start:end].translate(APOSTROPHES).lower() for start, end in spots]
    found = []
    for first, after in _hedges().phrases.among(words):
        start, end = spots[first][0], spots[after - 1][1]
        if not _is_other(text[start:end], words[max(0, first - 2) : first], words[after : after + 2]):
            found.append(document.span(start, end))
    return tuple(found)


def _is_other(cue: str, before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether the word is no hedge where it stands."""
    low = cue.lower()
    if low == "may":
        opens = not before or not before[-1].isalnum()
        return cue != low and not (opens and bool(after) and after[0] in SUBJECTS)
    if low == "might":
        return bool(before) and before[-1] in _hedges().before_might
    if low == "could":
        return bool(after) and after[0] in _hedges().ability
    return low == "possible" and before[-1:] == ["as"]


def inside(hedges: Sequence[Span], spans: Iterable[Span]) -> tuple[Span, ...]:
    """Those hedges that begin in the spans, in order."""
    found: dict[Span, None] = {}
    for span in sorted(spans):
        low = bisect_left(hedges, span.start, key=lambda hedge: hedge.start)
        high = bisect_left(hedges, span.end, key=lambda hedge: hedge.start)
        found |= dict.fromkeys(hedges[low:high])
    return tuple(found)


def step_of(hedge: Span) -> Certainty:
    """How much certainty a hedge leaves."""
    return _hedges().steps.get(" ".join(hedge.text.lower().split()), Certainty.POSSIBLE)


def find_stance(
    document: Document, spans: Sequence[Span], attribution: Attribution | None, hedges: tuple[Span, ...]
) -> Stance:
    """Polarity and certainty of a claim in `spans` that has these hedges; the attribution is null for the narrator."""
    steps = [step_of(hedge) for hedge in hedges]
    reasons = [f"hedge: {hedge.text}" for hedge in hedges]
    polarity, open_cue, why = _polarity(document, spans, attribution)
    if open_cue:
        steps.append(Certainty.UNKNOWN)
    if attribution is not None and attribution.cue_kind is CueKind.BELIEF:
        steps.append(Certainty.PROBABLE)
        reasons.append("certainty: a belief")
    if why:
        reasons.append(why)
    certainty = max(steps, key=STEPS.index, default=Certainty.CERTAIN)
    return Stance(polarity, Factuality(certainty=certainty), hedges, tuple(reasons))


def _polarity(document: Document, spans: Sequence[Span], attribution: Attribution | None) -> tuple[Polarity, bool, str]:
    """Asserted or denied; whether the cue leaves it open; and the words that say so."""
    cue = _cue_with_what_is_before(document, attribution) if attribution is not None else ""
    words = tokens(cue)
    if attribution is None and _leaves_open(tokens(spans[0].text[:LOOKED_AT]), followed=True):
        return Polarity.ASSERTED, True, "certainty: not confirmed"
    if _leaves_open(words):
        return Polarity.ASSERTED, True, f"certainty: {cue}"
    denial = _denials().cue.first(words)
    if denial:
        return Polarity.DENIED, False, f"denial: {denial}"
    text = " ".join(span.text[:LOOKED_AT] for span in spans[:SPANS])
    untrue = _denials().untrue.match(text)
    if untrue:
        return Polarity.DENIED, False, f"denial: {untrue[0][:60]}"
    negated = negation_of(text)
    if negated:
        return Polarity.DENIED, False, f"denial: {negated}"
    return Polarity.ASSERTED, False, ""


def _leaves_open(words: Sequence[str], *, followed: bool = False) -> bool:
    """Whether something was not confirmed or not denied; `followed` asks that a clause says what: "declined to say whether"."""
    for _, after in _denials().negation.among(words):
        for _, end in _denials().open.among(words[after : after + CLAUSE]):
            if not followed or words[after + end : after + end + 1] in (["that"], ["whether"], ["if"]):
                return True
    return False


def _cue_with_what_is_before(document: Document, attribution: Attribution) -> str:
    """The cue with the words between it and its source: "would neither confirm nor deny" may have "deny" as its cue."""
    if not attribution.cue:
        return ""
    first = min(attribution.cue)
    ends = [span.end for span in (*attribution.source, *attribution.content) if span.end <= first.start]
    before = document.text[max([first.start - REACH, *ends]) : first.start]
    source = min(attribution.source, default=first)
    nobody = [
        word for word in tokens(document.text[max(0, source.start - REACH) : source.start])[-1:] if word in NOBODY
    ]
    return " ".join([*nobody, BREAK.split(before)[-1], *(span.text for span in sorted(attribution.cue))])


def negation_of(text: str) -> str:
    """The word that negates the main clause of a claim, or nothing: not the "not" of "not only" or of a second clause."""
    words = tokens(text[: CLAUSE * 12])
    for index, word in enumerate(words[:CLAUSE]):
        following = words[index + 1] if index + 1 < len(words) else ""
        if index and word in {
            ",",
            ";",
            ":",
            "but",
            "because",
            "if",
            "who",
            "which",
            "although",
            "while",
            "and",
            "until",
            "unless",
        }:
            return ""
        if word in {"not", "never", "nobody", "none"} and following not in {
            "only",
            "just",
            "all",
            "yet",
            "enough",
            "least",
        }:
            return word
        if word == "no" and following not in {"longer", "doubt", "matter", "."} and _is_subject(words, index):
            return word
        if word.endswith("n't"):
            return word
    return ""


def _is_subject(words: Sequence[str], index: int) -> bool:
    """Whether "no" stands where it negates the clause: at its start, or after a verb of being or having."""
    before = [word for word in words[:index] if word.isalnum()]
    return not before or before[-1] in {
        "that",
        "there",
        "is",
        "was",
        "are",
        "were",
        "has",
        "have",
        "had",
        "be",
        "been",
        "with",
        "of",
    }
