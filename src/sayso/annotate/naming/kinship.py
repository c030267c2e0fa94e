"""Whom "her brother" or "his client" means: somebody who was said to be that, or one of the family."""

from collections.abc import Iterator

from sayso.annotate.naming.cast import BEARERS, NAMESAKES, Cast, nearest
from sayso.annotate.naming.figures import Figure
from sayso.annotate.naming.phrases import Phrase
from sayso.annotate.naming.pronouns import is_person, whom
from sayso.annotate.naming.roles import gender_in, inverse_kin, kin_of
from sayso.annotate.naming.scene import Scene

FAMILY = frozenset({"parent", "child", "sibling", "spouse", "elder", "younger", "cousin"})
PRONOUNS = {"m": "he", "f": "she"}


def relative_of(cast: Cast, scene: Scene, phrase: Phrase, head: str) -> Figure | None:
    """The figure that stands in a relation to whom the possessive pronoun means; None where none was told of."""
    kind, start = kin_of(head), phrase.span.start
    pronoun = PRONOUNS.get(BEARERS.get(phrase.determiner, ""), "")
    owner = whom(scene, start, pronoun) if pronoun else None
    if owner is None:
        return None
    gender = gender_in((head,))
    told = [each for each in _related(owner, kind) if not each.is_other_gender(gender)]
    if not told and kind in FAMILY:
        told = [each for each in _family(cast, owner) if gender is None or each.gender == gender]
    found = nearest((each for each in told if each.before(start) is not None), start)
    if found is not None and gender is not None and found.gender is None:
        found.gender = gender
    return found


def _related(owner: Figure, kind: str) -> Iterator[Figure]:
    """Who was said to be this to the owner, or whose kin in the other direction the owner was said to be."""
    yield from (figure for told, figure in owner.related[-NAMESAKES:] if told == kind)
    yield from (whose for told, whose in owner.kin[-NAMESAKES:] if inverse_kin(told) == kind)


def _family(cast: Cast, owner: Figure) -> Iterator[Figure]:
    """Others of the owner's family: of the same surname, or kin of the same person."""
    surname = owner.names[0][-1] if owner.names and len(owner.names[0]) > 1 else ""
    namesakes = [each for each in cast.by("last", surname) if any(len(name) > 1 for name in each.names)]
    heads = [owner, *(whose for _, whose in owner.kin[-NAMESAKES:])]
    relatives = [figure for head in heads for _, figure in head.related[-NAMESAKES:]]
    for figure in (*namesakes, *relatives):
        if figure is not owner and figure.named and is_person(figure):
            yield figure
