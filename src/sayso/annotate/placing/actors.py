"""Whether a place's name stands for its ground or for somebody who sits there: "Moscow said", "Kyiv's proposal", "Russian troops".

Who acts, by metonymy, is the government of a country, at its own name or its capital's. Of other places the name in a body's name is the
body's ("Kharkiv City Council"), and an adjective or a people's name is never ground.
"""

from collections.abc import Sequence

from sayso.annotate.naming.capitals import Word, is_capital
from sayso.annotate.placing.evidence import context
from sayso.annotate.placing.listed import capitals, listed
from sayso.annotate.placing.options import Option
from sayso.annotate.placing.spots import Spot
from sayso.lexicons import words_of
from sayso.model.world import Precision

BEFORE_A_SUBJECT = frozenset({"that", "but", "and", "while", "because", "if", "whether", "as", "although", "though", "when", "what", "which", "where", "why", "how", "since", "before", "after", "said", "says"})
PARTICLES = frozenset({"on", "upon", "with", "to", "by", "from", "against", "between", "of"})
CALLS = frozenset({"called", "calls", "calling", "pressure", "sanctions", "leaned", "criticism", "according", "appealed", "ultimatum", "objections"})


def is_literal(text: str, spot: Spot, options: Sequence[Option]) -> bool:
    """Whether the ground is meant."""
    if any(each.people for each in listed().get(spot.key, ())) and spot.short is None:
        return False
    if _in_a_body(spot):
        return False
    return not (_governs(spot, options) and (_acts(text, spot) or _owns(text, spot) or _is_dealt_with(text, spot)))


def _in_a_body(spot: Spot) -> bool:
    """Whether the name stands in that of a body: "Licking County Board", "University of Jena"."""
    first, last = spot.line.runs[spot.first]
    words, lists = spot.line.words, context()
    rest = [word.low for word in words[spot.last + 1 : last + 1]]
    if rest and (rest[-1] in lists.bodies or rest[0] in lists.bodies) and rest[-1] not in lists.grounds:
        return True
    return first < spot.first and words[spot.first - 1].low == "of" and words[spot.first - 2].low in lists.bodies


def _governs(spot: Spot, options: Sequence[Option]) -> bool:
    """Whether the name is a country's, a capital's or a union's."""
    if any(option.place.precision is Precision.COUNTRY for option in options[:3]) or spot.key in {"europeanunion", "eu", "kremlin"}:
        return True
    return any((spot.key, option.country) in capitals() for option in options[:3])


def _acts(text: str, spot: Spot) -> bool:
    """Whether the name is the subject of what governments do: "Ankara would not withdraw", "Moscow also said"."""
    words, index = spot.line.words, spot.last + 1
    if not _begins_a_clause(text, spot):
        return False
    seen_will = False
    while index < len(words) and words[index].low in context().will and text[words[index - 1].end : words[index].start] == " ":
        seen_will = seen_will or words[index].low in {"will", "would", "won't", "won\u2019t", "wouldn't", "wouldn\u2019t", "may", "might", "can", "could"}
        index += 1
    if index >= len(words) or text[words[index - 1].end : words[index].start] != " " or is_capital(words[index]):
        return False
    low = words[index].low
    return low in context().acts or (seen_will and (low in _bare_acts() or low == "be" and words[index + 1 : index + 2] and words[index + 1].low in context().acts))


def _bare_acts() -> frozenset[str]:
    """What governments do, in the infinitive."""
    return words_of("places.context", "infinitives")


def _begins_a_clause(text: str, spot: Spot) -> bool:
    """Whether the name can be a subject: at the start of its sentence or quotation, or behind a comma or a conjunction."""
    if spot.first == 0:
        return True
    before = spot.line.words[spot.first - 1]
    gap = text[before.end : spot.span.start]
    if gap.strip(" \u00a0"):
        return not (gap.strip() == "," and is_capital(before)) or _is_aside(spot)
    return before.low in BEFORE_A_SUBJECT


def _is_aside(spot: Spot) -> bool:
    """Whether what stands before the comma begins the sentence: "On Monday, Ankara said"."""
    return spot.first <= 4  # noqa: PLR2004  words of a date or place in front


def _owns(text: str, spot: Spot) -> bool:
    """Whether the name has, behind it, what only a government has: "Kyiv's proposal", "the Moscow government"."""
    words, index = spot.line.words, spot.last + 1
    possessive = text[spot.span.end : spot.span.end + 2] in {"'s", "\u2019s"}
    if not possessive:
        return False
    follow = words[index + 1 : index + 4]
    return bool(follow) and any(word.low in words_of("places.context", "possessions") for word in _phrase(text, follow))


def _phrase(text: str, words: Sequence[Word]) -> list[Word]:
    """The words up to the first mark or small word."""
    kept: list[Word] = []
    for word in words:
        if kept and text[kept[-1].end : word.start] != " ":
            break
        kept.append(word)
    return kept[:2]


def _is_dealt_with(text: str, spot: Spot) -> bool:
    """Whether others deal with the name as with a government: "accused Tehran of", "talks between London and Paris"."""
    words, index = spot.line.words, spot.first
    if index == 0 or text[words[index - 1].end : spot.span.start] not in {" ", "\u00a0"}:
        return False
    before, second = words[index - 1].low, words[index - 2].low if index > 1 else ""
    if before in words_of("places.context", "told_to"):
        return True
    if before == "by" and second in context().acts:
        return True
    if before in PARTICLES and second in words_of("places.context", "dealings_with"):
        return True
    if before == "and" and index > 1 and is_capital(words[index - 2]):
        return any(word.low == "between" for word in words[max(0, index - 5) : index]) and _some_dealing(words, index)
    return before == "between" and _some_dealing(words, index)


def _some_dealing(words: Sequence[Word], index: int) -> bool:
    return any(word.low in words_of("places.context", "dealings_with") for word in words[max(0, index - 7) : index])
