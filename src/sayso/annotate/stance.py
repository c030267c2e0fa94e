"""Stance: the hedges of a claim, whether it is asserted or denied, and how surely.

A denial is a speech act ("the bank denied that ...", "it is not true that ...") or a main clause that is negated ("it had never
dumped acid"). A refusal to confirm is no denial: it leaves the claim's certainty unknown.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.annotate.cue_words import pattern, tokens
from sayso.lexicons import lexicon
from sayso.model.attribution import Attribution, CueKind
from sayso.model.document import Document, Span
from sayso.model.stance import Certainty, Factuality, Polarity

STEPS = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)
BEFORE = 24  # code points looked at before a cue, for "the" of "the might of ..."
AFTER = 24  # and after it, for "see" of "could see"
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
    pattern: re.Pattern[str]
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
        pattern(steps), steps, frozenset(listed["ability"]["after"]), frozenset(listed["nouns"]["before_might"])
    )


@dataclass(frozen=True, slots=True)
class _Denials:
    cue: re.Pattern[str]
    open: re.Pattern[str]
    negation: re.Pattern[str]
    untrue: re.Pattern[str]


@cache
def _denials() -> _Denials:
    listed = lexicon("hedges")["denials"]
    untrue = "|".join(re.escape(word) for word in sorted(listed["untrue"], key=lambda word: (-len(word), word)))
    reports = "|".join(sorted(listed["reports"], key=lambda word: (-len(word), word)))
    return _Denials(
        pattern(listed["verbs"]),
        pattern(listed["open"]),
        re.compile("|".join([pattern(listed["negations"]).pattern, r"n['\u2019]t\b"]), re.IGNORECASE),
        re.compile(
            rf"^\W*(?:that )?(?:it (?:is|was|'s) (?:(?:simply|just|absolutely|completely|entirely) )?(?:not true|{untrue}) (?:to say )?that\b"
            rf"|there (?:is|was) no truth (?:in|to)\b"
            rf"|(?:the |these |those |any |such |all |some )?(?:\w+ )?(?:{reports}) .{{0,200}}\b(?:is|are|was|were|as) "
            rf"(?:(?:simply|completely|entirely|totally|utterly|absolutely|not|all) )?(?:{untrue}|not true)\b)",
            re.IGNORECASE | re.DOTALL,
        ),
    )


def find_hedges(document: Document, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The cues of uncertainty inside the spans; no month of May, no might of a navy, no "could" of ability."""
    found = []
    for span in spans:
        for match in _hedges().pattern.finditer(document.text, span.start, span.end):
            if not _is_other(document.text, match):
                found.append(document.span(match.start(), match.end()))
    return tuple(found)


def _is_other(text: str, match: re.Match[str]) -> bool:
    """Whether the word is no hedge where it stands."""
    low = match[0].lower()
    before = tokens(text[max(0, match.start() - BEFORE) : match.start()])
    after = tokens(text[match.end() : match.end() + AFTER])
    if low == "may":
        return match[0] != "may" and (bool(before) and before[-1].isalnum() or not after or after[0] not in {"he", "she", "it", "they", "we", "i", "you"})
    if low == "might":
        return bool(before) and before[-1] in _hedges().before_might
    if low == "could":
        return bool(after) and after[0] in _hedges().ability
    return low == "possible" and before[-1:] == ["as"]


def step_of(hedge: Span) -> Certainty:
    """How much certainty a hedge leaves."""
    return _hedges().steps.get(" ".join(hedge.text.lower().split()), Certainty.POSSIBLE)


def find_stance(document: Document, spans: Sequence[Span], attribution: Attribution | None, *, around: Sequence[Span] = ()) -> Stance:
    """Polarity, certainty and hedges of a claim in `spans`; `around` are stretches beside it whose hedges bear on it."""
    hedges = tuple(sorted({*find_hedges(document, spans), *find_hedges(document, around)}))
    steps = [step_of(hedge) for hedge in hedges]
    reasons = [f"hedge: {hedge.text}" for hedge in hedges]
    polarity, open_cue, why = _polarity(spans, attribution)
    if open_cue:
        steps.append(Certainty.UNKNOWN)
    if attribution is not None and attribution.cue_kind is CueKind.BELIEF:
        steps.append(Certainty.PROBABLE)
        reasons.append("certainty: a belief")
    if why:
        reasons.append(why)
    certainty = max(steps, key=STEPS.index, default=Certainty.CERTAIN)
    return Stance(polarity, Factuality(certainty=certainty), hedges, tuple(reasons))


def _polarity(spans: Sequence[Span], attribution: Attribution | None) -> tuple[Polarity, bool, str]:
    """Asserted or denied; whether the cue leaves it open; and the words that say so."""
    cue = " ".join(span.text for span in attribution.cue) if attribution is not None else ""
    opened = _denials().negation.search(cue)
    if opened and _denials().open.search(cue, opened.end()):
        return Polarity.ASSERTED, True, f"certainty: {cue}"
    denial = _denials().cue.search(cue)
    if denial:
        return Polarity.DENIED, False, f"denial: {denial[0]}"
    text = " ".join(span.text for span in spans)
    untrue = _denials().untrue.match(text[:400])
    if untrue:
        return Polarity.DENIED, False, f"denial: {untrue[0][:60]}"
    negated = negation_of(text)
    if negated:
        return Polarity.DENIED, False, f"denial: {negated}"
    return Polarity.ASSERTED, False, ""


def negation_of(text: str) -> str:
    """The word that negates the main clause of a claim, or nothing: not the "not" of "not only" or of a second clause."""
    words = tokens(text[: CLAUSE * 12])
    for index, word in enumerate(words[:CLAUSE]):
        following = words[index + 1] if index + 1 < len(words) else ""
        if index and word in {",", ";", ":", "but", "because", "if", "who", "which", "although", "while", "and", "until", "unless"}:
            return ""
        if word in {"not", "never", "nobody", "none"} and following not in {"only", "just", "all", "yet", "enough", "least"}:
            return word
        if word == "no" and following not in {"longer", "doubt", "matter", "."} and _is_subject(words, index):
            return word
        if word.endswith("n't"):
            return word
    return ""


def _is_subject(words: Sequence[str], index: int) -> bool:
    """Whether "no" stands where it negates the clause: at its start, or after a verb of being or having."""
    before = [word for word in words[:index] if word.isalnum()]
    return not before or before[-1] in {"that", "there", "is", "was", "are", "were", "has", "have", "had", "be", "been", "with", "of"}
