"""Which attributions put something forward as so: those that make claims, and take their words from the narrator.

PolNeAR counts every state of mind as an attribution. A wish is no claim ("wants peace"), a plan is one ("plans to", "vowed
that"); what somebody looks at, likes, backs or questions is one only where it is put as a clause or in quotation marks. A pronoun for
a content ("denied it") repeats a claim that stands elsewhere.
"""

from functools import cache

from sayso.annotate.asserting.cue_words import tokens
from sayso.annotate.asserting.predicates import has_finite_verb
from sayso.lexicons import lexicon
from sayso.model.attribution import Attribution, CueKind, QuoteType

LOOKED_AT = 200  # code points of a content in which a clause shows its verb
POINTERS = frozenset(
    {"it", "that", "this", "them", "so", "him", "her", "me", "us", "those"}
)  # "denied it" repeats what was said
LOOSE = frozenset({CueKind.OTHER, CueKind.PERCEPTION})


@cache
def _words(section: str, name: str) -> frozenset[str]:
    return frozenset(lexicon("kinds")[section][name])


def is_statement(attribution: Attribution) -> bool:
    """Whether the content is put forward as so, by whoever the source is."""
    if not any(span.text.strip() for span in attribution.content):
        return False
    cue = {word for span in attribution.cue for word in tokens(span.text)}
    if attribution.cue_kind is CueKind.INTENTION:
        return not cue.isdisjoint(_words("intention", "commissive"))
    if attribution.type is not QuoteType.INDIRECT:
        return True
    if len(attribution.content) == 1 and attribution.content[0].text.strip(" .,").lower() in POINTERS:
        return False
    if attribution.cue_kind in LOOSE:
        return _first(attribution) in {"that", "whether", "how", "why"}
    return cue.isdisjoint(_words("attitude", "words")) or _is_clause(attribution)


def _first(attribution: Attribution) -> str:
    return next(iter(tokens(attribution.content[0].text[:LOOKED_AT])), "")


def _is_clause(attribution: Attribution) -> bool:
    words = tokens(attribution.content[0].text[:LOOKED_AT])
    return words[:1] != [] and (words[0] in _words("attitude", "clauses") or has_finite_verb(words))
