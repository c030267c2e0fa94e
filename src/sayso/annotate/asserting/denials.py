"""Denials: whether a claimant says that it is so or that it is not, and what leaves it open.

A denial is a speech act ("the bank denied that ...", "it is not true that ...") or a claim of one sentence whose main clause is
negated ("it had never dumped acid"). A refusal to confirm is no denial.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.annotate.asserting.cue_words import Phrases, tokens
from sayso.annotate.asserting.verbs import PAST
from sayso.lexicons import lexicon, words_of
from sayso.model.attribution import Attribution
from sayso.model.document import Document, Span
from sayso.model.stance import Polarity

NEGATED = words_of("grammar", "negated_auxiliaries")
NEGATING = words_of("grammar", "negating")
AFTER_NOT = words_of("grammar", "after_not")
AFTER_NO, BEFORE_NO = words_of("grammar", "after_no"), words_of("grammar", "before_no")
SECOND_CLAUSE = words_of("grammar", "second_clause")
VERBS = PAST | frozenset(lexicon("kinds")["events"]["participles"])
CALLING = words_of("hedges", "denials.calling")
NOBODY = frozenset({"nor", "neither"})
LOOKED_AT, SPANS = 400, 4  # code points, and parts of an interrupted claim, in which a denial shows
CLAUSE = 12  # words in which the main clause of an English news sentence shows its negation
REACH = 40  # code points before a cue in which its negation stands
BREAK = re.compile(r"[.,;:!?\"\u201c\u201d\n]")
# What stands before and after the end of a sentence inside a claim: of several sentences one "not" says little.
SENTENCE_END = re.compile(r"[.!?\u2026][\"'\u2019\u201d\u00bb)]*\s+[\"'\u2018\u201c\u00ab(]*[A-Z]")


@dataclass(frozen=True, slots=True)
class _Denials:
    cue: Phrases
    open: Phrases
    confirming: Phrases
    negation: Phrases
    lacking: Phrases
    unknown: Phrases
    untrue: re.Pattern[str]
    called: re.Pattern[str]


@cache
def _denials() -> _Denials:
    listed = lexicon("hedges")["denials"]
    untrue = "|".join(re.escape(word) for word in sorted(listed["untrue"], key=lambda word: (-len(word), word)))
    reports = "|".join(sorted(listed["reports"], key=lambda word: (-len(word), word)))
    return _Denials(
        Phrases(listed["verbs"]),
        Phrases(listed["open"]),
        Phrases(listed["confirming"]),
        Phrases([*listed["negations"], *NEGATED]),
        Phrases(listed["lacking"]),
        Phrases(listed["unknown"]),
        re.compile(
            rf"^\W*(?:that )?(?:it (?:is|was|'s) (?:(?:simply|just|absolutely|completely|entirely) )?(?:not true|{untrue}) (?:to say )?that\b"
            rf"|there (?:is|was) no truth (?:in|to)\b"
            rf"|(?:the |these |those |any |such |all |some )?(?:\w+ )?(?:{reports}) .{{0,200}}\b(?:is|are|was|were|as) "
            rf"(?:(?:simply|completely|entirely|totally|utterly|absolutely|not|all) )?(?:{untrue}|not true)\b)",
            re.IGNORECASE | re.DOTALL,
        ),
        re.compile(
            rf"^\W*(?:as )?(?:\w+ ){{0,3}}(?:{reports})\b.{{0,200}}\b(?:{untrue}|not true)\W*$",
            re.IGNORECASE | re.DOTALL,
        ),
    )


def find_polarity(
    document: Document, spans: Sequence[Span], attribution: Attribution | None
) -> tuple[Polarity, bool, str]:
    """Asserted or denied; whether it is left open; and the words that say so."""
    cue = _cue_with_what_is_before(document, attribution) if attribution is not None else ""
    words = tokens(cue)
    if attribution is None and _is_unconfirmed(tokens(spans[0].text[:LOOKED_AT])):
        return Polarity.ASSERTED, True, "certainty: not confirmed"
    if _leaves_open(words):
        return Polarity.ASSERTED, True, f"certainty: {cue}"
    denial = _denials().cue.first(words) or _denials().lacking.first(words)
    if denial:
        return Polarity.DENIED, False, f"denial: {denial}"
    text = " ".join(span.text[:LOOKED_AT] for span in spans[:SPANS])
    untrue = _denials().untrue.match(text) or (None if CALLING.isdisjoint(words) else _denials().called.match(text))
    if untrue:
        return Polarity.DENIED, False, f"denial: {untrue[0][:60]}"
    negated = "" if SENTENCE_END.search(text) else negation_of(text)
    if negated:
        return Polarity.DENIED, False, f"denial: {negated}"
    return Polarity.ASSERTED, False, ""


def denies(cue: Sequence[str]) -> bool:
    """Whether the words of a cue say that what it introduces is not so."""
    return bool(_denials().cue.first(list(cue)))


def is_left_open(document: Document, attribution: Attribution) -> bool:
    """Whether the cue neither confirms nor denies what it introduces: "would not say whether"."""
    return _leaves_open(tokens(_cue_with_what_is_before(document, attribution)))


def _leaves_open(words: Sequence[str]) -> bool:
    """Whether something was neither confirmed nor denied: "declined to say", "would not confirm", "had no information"."""
    return any(_negated(words, _denials().open)) or bool(_denials().unknown.first(words))


def _is_unconfirmed(words: Sequence[str]) -> bool:
    """The same in the narrator's words, where "say" and "know" need a clause that says what; "could not be verified" needs none."""
    followed = any(words[end : end + 1] in (["that"], ["whether"], ["if"]) for end in _negated(words, _denials().open))
    return followed or any(_negated(words, _denials().confirming))


def _negated(words: Sequence[str], phrases: Phrases) -> Iterator[int]:
    """Where each of the phrases ends that stands in the clause behind a negation."""
    for _, after in _denials().negation.among(words):
        yield from (after + end for _, end in phrases.among(words[after : after + CLAUSE]))


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
        if index and word in SECOND_CLAUSE:
            return ""
        if word in NEGATING and following not in AFTER_NOT and words[max(0, index - 1) : index] != ["than"]:
            return word
        if word == "failed" and following == "to":
            return "failed to"
        if word == "no" and following not in AFTER_NO and _negates_its_clause(words, index):
            return word
        if word.endswith("n't"):
            return word
    return ""


def _negates_its_clause(words: Sequence[str], index: int) -> bool:
    """Whether "no" stands where it negates the clause: at its start, or after a verb of being or having."""
    before = [word for word in words[:index] if word.isalnum()]
    return not before or before[-1] in BEFORE_NO or before[-1].endswith("ed") or before[-1] in VERBS
