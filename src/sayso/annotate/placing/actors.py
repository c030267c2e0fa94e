"""Whether a place's name stands for its ground or for somebody who sits there: "Moscow said", "Kyiv's proposal", "Russian troops".

Who acts, by metonymy, is the government of a country, at its own name or its capital's. Of other places the name in a body's name is the
body's ("Kharkiv City Council"), and an adjective or a people's name is never ground.
"""

from collections.abc import Sequence
from itertools import takewhile

from sayso.annotate.naming.capitals import Word
from sayso.annotate.placing.beside import lists
from sayso.annotate.placing.lines import Spot
from sayso.annotate.placing.listed import capitals, listed
from sayso.annotate.placing.options import Option
from sayso.lexicons import words_of
from sayso.model.world import Precision

UNIONS = frozenset({"europeanunion", "eu"})
LIKELY = 3  # options among which a country or a capital is looked for
OPENING = 4  # words of a date or place in front of a subject: "On Monday, Ankara said"
NEAR = 7  # words before a name in which dealings are named: "talks on Tuesday between London and "
BETWEEN = 5  # words before the second of two names between whom there are dealings


def is_literal(text: str, spot: Spot, options: Sequence[Option]) -> bool:
    """Whether the ground is meant."""
    if spot.short is None and any(each.people for each in listed().get(spot.key, ())):
        return False
    if _in_a_body(spot):
        return False
    return not (_governs(spot, options) and (_acts(text, spot) or _owns(text, spot) or _is_dealt_with(text, spot)))


def _in_a_body(spot: Spot) -> bool:
    """Whether the name stands in that of a body: "Licking County Board", "University of Jena"."""
    known = lists()
    rest = [word.low for word in spot.line.behind(spot.last)]
    if rest and (rest[-1] in known.bodies or rest[0] in known.bodies) and rest[-1] not in known.grounds:
        return True
    before = [word.low for word in spot.line.before(spot.first)[-2:]]
    return len(before) > 1 and before[1] == "of" and before[0] in known.bodies


def _governs(spot: Spot, options: Sequence[Option]) -> bool:
    """Whether the name is a country's, a capital's or a union's."""
    likely = options[:LIKELY]
    return spot.key in UNIONS or any(
        option.place.precision is Precision.COUNTRY or (spot.key, option.country) in capitals() for option in likely
    )


def _acts(text: str, spot: Spot) -> bool:
    """Whether the name is the subject of what governments do: "Ankara would not withdraw", "Moscow also said"."""
    if not _begins_a_clause(text, spot):
        return False
    following = _together(text, spot.line.words[spot.last : spot.last + NEAR])[1:]
    small = list(takewhile(lambda word: word.low in lists().will, following))
    verb = [word.low for word in following[len(small) : len(small) + 2]]
    if not verb or following[len(small)].text[0].isupper():
        return False
    modal = not words_of("places.context", "modals").isdisjoint(word.low for word in small)
    passive = verb[0] == "be" and verb[-1] in lists().acts
    return verb[0] in lists().acts or (modal and (passive or verb[0] in words_of("places.context", "infinitives")))


def _begins_a_clause(text: str, spot: Spot) -> bool:
    """Whether the name can be a subject: at the start of its sentence or quotation, or behind a comma or a conjunction."""
    if spot.first == 0:
        return True
    before = spot.line.words[spot.first - 1]
    gap = text[before.end : spot.span.start].strip(" \u00a0")
    if not gap:
        return before.low in words_of("places.context", "before_a_subject")
    listing = gap == "," and spot.line.capitals[spot.first - 1]
    return not listing or spot.first <= OPENING


def _owns(text: str, spot: Spot) -> bool:
    """Whether the name has, behind it, what only a government has: "Kyiv's proposal"."""
    if text[spot.span.end : spot.span.end + 2] not in {"'s", "\u2019s"}:
        return False
    words = spot.line.words[spot.last + 1 : spot.last + 4]
    return any(word.low in words_of("places.context", "possessions") for word in _together(text, words)[:2])


def _together(text: str, words: Sequence[Word]) -> list[Word]:
    """The words up to the first mark."""
    kept = list(words[:1])
    for word in words[1:]:
        if text[kept[-1].end : word.start] != " ":
            break
        kept.append(word)
    return kept


def _is_dealt_with(text: str, spot: Spot) -> bool:
    """Whether others deal with the name as with a government: "accused Tehran of", "talks between London and Paris"."""
    words, index = spot.line.words, spot.first
    if index == 0 or text[words[index - 1].end : spot.span.start] not in {" ", "\u00a0"}:
        return False
    before, second = words[index - 1].low, words[index - 2].low if index > 1 else ""
    if before in words_of("places.context", "told_to") or (before == "by" and second in lists().acts):
        return True
    if before in words_of("places.context", "towards_somebody") and second in words_of(
        "places.context", "dealings_with"
    ):
        return True
    near = {word.low for word in words[max(0, index - NEAR) : index]}
    paired = before == "between" or (
        before == "and" and any(word.low == "between" for word in words[max(0, index - BETWEEN) : index])
    )
    return paired and not words_of("places.context", "dealings_with").isdisjoint(near)
