"""Which attributions put something forward as so: those that make claims, and take their words from the narrator.

PolNeAR counts every state of mind as an attribution. A wish is no claim ("wants peace"), a plan is one ("plans to", "vowed
that"); what somebody looks at, likes, backs or questions is one only where it is put as a clause or in quotation marks. A pronoun for
a content ("denied it") repeats a claim that stands elsewhere.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.annotate.asserting.cue_words import Phrases, tokens, words_of_cue
from sayso.annotate.asserting.predicates import has_finite_verb
from sayso.annotate.asserting.verbs import Token, verbs_of
from sayso.lexicons import lexicon, words_of
from sayso.model.attribution import Attribution, CueKind, QuoteType
from sayso.model.document import Span

VERBS = words_of("clauses", "present") | words_of("clauses", "past")
WISHES = words_of("clauses", "wishes")
NOTHING = "WHQ,.;:-()"  # classes of words that by themselves say nothing: "which …"
LOOKED_AT = 200  # code points of a content in which a clause shows its verb
PUTS = frozenset(("put", "puts", "putting", "placed", "places", "estimated", "estimates"))  # "put the number at five"
LEAST = (
    ("at", "least"),
    ("at", "most"),
    ("more", "than"),
    ("fewer", "than"),
    ("up", "to"),
    ("about",),
    ("some",),
    ("nearly",),
    ("almost",),
    ("only",),
)
NEAR = 8  # words of a content in which its noun stands
PARTS = 4  # of a content that is interrupted
POINTERS = frozenset(
    {"it", "that", "this", "them", "so", "him", "her", "me", "us", "those", "what", "which", "who", "whom"}
)  # "denied it" repeats what was said, "what she said" leads to it
LOOSE = frozenset({CueKind.OTHER, CueKind.PERCEPTION})


@cache
def _words(section: str, name: str) -> frozenset[str]:
    return frozenset(lexicon("kinds")[section][name])


def is_statement(attribution: Attribution) -> bool:
    """Whether the content is put forward as so, by whoever the source is."""
    cue = set(words_of_cue(attribution))
    if is_pointer(attribution) or not any(span.text.strip() for span in attribution.content):
        denies = bool(attribution.source) and not cue.isdisjoint(_denials())
        return is_pointer(attribution) and (attribution.type is QuoteType.DIRECT or denies)
    if not attribution.source and (not cue - _distance() or not _has_verb(attribution.content[0].text)):
        return attribution.type is QuoteType.DIRECT
    if attribution.cue_kind is CueKind.INTENTION or _is_deed(attribution, cue):
        return not _is_deed(attribution, cue) and not cue.isdisjoint(_words("intention", "commissive"))
    if attribution.type is not QuoteType.INDIRECT:
        return True
    if attribution.cue_kind in LOOSE:
        return _first(attribution) in {"that", "whether", "how", "why"} or _tells_odds(attribution, cue)
    return (
        _is_clause(attribution)
        or _tells_odds(attribution, cue)
        or (cue.isdisjoint(_words("attitude", "words")) and (_is_before(attribution) or _is_enough(attribution, cue)))
    )


def speaks(attribution: Attribution, times: Sequence[Span]) -> bool:
    """Whether its source can speak: not one of the times, in order, as in "a verdict is expected by 3 April"."""
    return not attribution.source or not all(_is_time(span, times) for span in attribution.source)


def _is_time(span: Span, times: Sequence[Span]) -> bool:
    at = bisect_right(times, span.start, key=lambda each: each.start)
    return any(each.covers(span) for each in times[max(0, at - 2) : at])


def _tells_odds(attribution: Attribution, cue: set[str]) -> bool:
    """Whether a content without a verb says how probable something is: "thinks a new dam unlikely", "see a chance of rain"."""
    own = lexicon("prospects")["cues"]
    fits = attribution.cue_kind is CueKind.BELIEF or not cue.isdisjoint(own["seeing"])
    words = tokens(attribution.content[0].text[:LOOKED_AT]) if fits else []
    return any(word in own["odds"] for word in words)


@cache
def _denials() -> frozenset[str]:
    return frozenset(lexicon("hedges")["denials"]["verbs"])


@cache
def _deeds() -> frozenset[str]:
    return words_of("kinds", "attitude.deeds")


def _is_deed(attribution: Attribution, cue: set[str]) -> bool:
    """Whether no clause follows what somebody decided, ordered or refused: "agreed to the sale"."""
    if attribution.type is not QuoteType.INDIRECT or cue.isdisjoint(_deeds()):
        return False
    first = _first(attribution)
    if first in {"to", "that", "whether", "how", "why"}:
        return first == "to"
    before, to, _ = attribution.content[0].text[:LOOKED_AT].partition(" to ")
    return not (has_finite_verb(tokens(before)) if to else _has_verb(before))


@cache
def _distance() -> frozenset[str]:
    """Words by which the narrator keeps away from what is said: nobody else speaks in "was reportedly told"."""
    return words_of("hedges", "distance.words")


def _has_verb(text: str) -> bool:
    words = tokens(text[:LOOKED_AT])
    return has_finite_verb(words) or not VERBS.isdisjoint(words)


def is_pointer(attribution: Attribution) -> bool:
    """Whether the content only points at what was said elsewhere: "denied it"."""
    return len(attribution.content) == 1 and attribution.content[0].text.strip(" .,").lower() in POINTERS


def _is_before(attribution: Attribution) -> bool:
    """Whether the content stands before its cue, as only what is said does: "a long night, he called it"."""
    return bool(attribution.cue) and min(attribution.content) < min(attribution.cue)


def _is_enough(attribution: Attribution, cue: set[str]) -> bool:
    """Whether words without a clause say something all the same: a deed, a happening that is reported, or what is denied, claimed or judged.

    "Reported a loss" and "announced a ban" are the narrator's own words for what was done.
    """
    words = tokens(attribution.content[0].text[:LOOKED_AT])
    if any(word in ("of", "for", "to", "from") for word in words[:NEAR]) and not cue.isdisjoint(_blaming()):
        return True
    if not cue.isdisjoint(words_of("kinds", "attitude.telling")) and not words_of(
        "kinds", "attitude.happenings"
    ).isdisjoint(words[:NEAR]):
        return True
    if not cue.isdisjoint(PUTS) and "at" in words and any(map(_is_number, words[words.index("at") :])):
        return True
    if not cue.isdisjoint(words_of("kinds", "attitude.counting")) and _counts(words):
        return True
    dreads = "of" in cue and not cue.isdisjoint(lexicon("prospects")["cues"]["warnings"])
    return dreads or any(word.endswith("ing") for word in words[:1]) or not cue.isdisjoint(_enough())


def _counts(words: Sequence[str]) -> bool:
    """Whether words begin with a number of something: "three take-offs", "at least 40 dead"."""
    return any(
        _is_number(word)
        for word in words[: 1 + next((len(each) for each in LEAST if tuple(words[: len(each)]) == each), 0)]
    )


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word in _words("casualties", "numerals")


@cache
def _enough() -> frozenset[str]:
    kinds = lexicon("kinds")
    own = lexicon("prospects")["cues"]
    foretelling = (*kinds["forecast"]["cues"], *own["words"], *own["dreads"])  # "expects another swap before 22 March"
    return frozenset((*kinds["evaluation"]["cues"].split(), *foretelling, *_denials()))


@cache
def _blaming() -> frozenset[str]:
    return _words("attitude", "blaming")


def _first(attribution: Attribution) -> str:
    return next(iter(tokens(attribution.content[0].text[:LOOKED_AT])), "")


def _is_clause(attribution: Attribution) -> bool:
    words = [word for span in attribution.content[:PARTS] for word in tokens(span.text[:LOOKED_AT])]
    return words[:1] != [] and (
        words[0] in _words("attitude", "clauses") or has_finite_verb(words) or not VERBS.isdisjoint(words)
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """How a clause is brought forward: by a source or not, by a cue of planning, and the words of the cue."""

    reported: bool
    planned: bool = False
    cue: tuple[str, ...] = ()

    @classmethod
    def by(cls, attribution: Attribution) -> "Asked":
        """How a source brings its content forward."""
        cue = tuple(words_of_cue(attribution))
        planned = attribution.cue_kind is CueKind.INTENTION or not _words("intention", "commissive").isdisjoint(cue)
        planned &= _words("forecast", "cues").isdisjoint(cue)
        return cls(reported=True, planned=planned, cue=cue)


@cache
def _wishes() -> Phrases:
    return Phrases(lexicon("clauses")["wish_phrases"])


def puts_forward(tokens: Sequence[Token], *, fragment: bool = False) -> bool:
    """Whether one clause of several says something: no thanks, wish or fragment without a verb; `fragment` allows the last."""
    words = [token.low for token in tokens if token.tag != "Q"]
    if (
        not words
        or all(token.tag in NOTHING for token in tokens)
        or words[0] in WISHES
        or next(_wishes().among(words[:4]), (1, 1))[0] == 0
    ):
        return False
    return fragment or has_finite_verb(words) or any(token.tag in "VEG" for token in tokens) or bool(verbs_of(tokens))
