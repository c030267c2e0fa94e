"""Whom a pronoun in the place of a source means.

The nearest sentence that has somebody who fits decides; in it the last source comes first, then its first mention, which in
English news is its subject. Who is spoken of inside what the pronoun says, or is addressed by it, is not meant. Where two fit
equally ("Maddox and Bloch met. He said ...") nobody is chosen.
"""

from collections.abc import Callable, Collection, Sequence
from functools import cache

from sayso.annotate.naming.figures import Figure
from sayso.annotate.naming.nouns import pair_pronouns
from sayso.annotate.naming.phrases import Form
from sayso.annotate.naming.scene import FADING, SAID, SOURCE, Place, Scene
from sayso.annotate.naming.titles import is_role
from sayso.lexicons import lexicon
from sayso.model.attribution import Attribution
from sayso.model.document import Document, Span
from sayso.model.entity import EntityKind

LOOK_BACK = 6  # sentences; a pronoun further from its noun than that is not English news
KNOWN = 0.6  # less than one sentence between takes away; from 0 to 1.2 nothing changes on evals/claimants (dev)
WHO = frozenset({"who", "whom", "whose"})
BEYOND = SOURCE - SAID - FADING + KNOWN  # by so much may what comes after a group outweigh it
NEAR = 80  # code points between a name and its "who"
THINGS = frozenset({EntityKind.ORGANISATION, EntityKind.DOCUMENT, EntityKind.PLACE, EntityKind.OTHER})
Fits = Callable[[Figure], bool]


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in lexicon("sources")["pronouns"].items()}


def _gender(low: str) -> str | None:
    """The gender that a pronoun shows."""
    return next((gender for gender in ("m", "f") if low in _lists()[gender]), None)


def _fits(low: str) -> Fits:
    """Who a pronoun can mean by number, gender and kind."""
    lists = _lists()
    if low in lists["m"]:
        return lambda figure: is_person(figure) and figure.gender != "f"
    if low in lists["f"]:
        return lambda figure: is_person(figure) and figure.gender != "m"
    if low in lists["thing"]:
        return lambda figure: figure.kind in THINGS or (figure.kind is None and figure.gender is None)
    if low in pair_pronouns():
        return lambda figure: figure.form is Form.PAIR or (figure.plural and any(map(is_role, figure.heads)))
    if low in lists["plural"]:
        return lambda figure: figure.plural or figure.kind in (EntityKind.GROUP, EntityKind.ORGANISATION)
    return lambda _: False


def is_person(figure: Figure) -> bool:
    """Whether a figure is, or may be, one person."""
    if figure.plural or figure.spoken_of_as_place or figure.form is Form.PAIR:
        return False
    known = figure.kind is EntityKind.PERSON
    return known or (figure.kind is None and not figure.common and (figure.firm or figure.speaks))


def resolve_pronoun(
    scene: Scene, attribution: Attribution, pronoun: Span, outer: Figure | None, *, direct: bool = False
) -> Figure | None:
    """The figure that a pronoun in the place of a source means, or None where nobody fits or two fit equally.

    `outer` is whom the attribution around this one belongs to: "Ortiz said she had been told ..."; `direct` says that it is a
    quotation, in which its speaker is "I" and nobody else.
    """
    low = pronoun.text.casefold()
    if low in _lists()["speaker"]:
        return outer
    if low in _lists()["relative"]:
        return _right_before(scene, pronoun.start, low)
    barred = spoken_of(scene, attribution, pronoun.start)
    if outer is not None and direct:
        barred.append(outer)
    elif outer is not None and _fits(low)(outer) and outer not in barred:
        return _learn(outer, low)
    return whom(scene, pronoun.start, low, barred)


def whom(scene: Scene, place: int, low: str, barred: Collection[Figure] = ()) -> Figure | None:
    """The figure that a pronoun at a place means by what stands before it."""
    fits = _fits(low)
    pairs = _likeliest(scene, place, low, lambda figure: fits(figure) and figure not in barred)
    if not pairs and low in _lists()["m"] | _lists()["f"]:
        other = _fits("she" if low in _lists()["m"] else "he")
        pairs = _likeliest(
            scene,
            place,
            low,
            lambda figure: figure.named and not figure.told and other(figure) and figure not in barred,
        )
    return None if not pairs or _undecided(scene.document, pairs) else _learn(pairs[0][1], low)


def _likeliest(scene: Scene, place: int, low: str, fits: Fits) -> list[Place]:
    """Who fits in the group that has most weight, the likeliest first; nobody where no group has anybody."""
    best, most = list[Place](), 0.0
    for weight, group, *_ in scene.back(place, LOOK_BACK):
        if best and most >= weight + BEYOND:
            break
        fitting = [pair for pair in group if fits(pair[1])]
        if not fitting:
            continue
        suited = [_suits(pair[1], low) for pair in fitting]
        first = suited.index(max(suited))
        if not best or weight + suited[first] > most:
            most, best = weight + suited[first], [fitting[first], *fitting[:first], *fitting[first + 1 :]]
    return best


def spoken_of(scene: Scene, attribution: Attribution, place: int) -> list[Figure]:
    """Who appears in what a source says or is told: "he said that Maddox lied" is not Maddox's own word."""
    spans = [span for span in (*attribution.content, *attribution.addressee) if span.start > place or span.end <= place]
    return [figure for span in spans for _, figure in scene.mentions(span.start, span.end)]


def _suits(figure: Figure, low: str) -> float:
    """How much the number and gender of a figure speak for a pronoun: known, unknown, or its name has the other's form.

    Women's given names end in -a in most languages of news, men's seldom do.
    """
    if low in _lists()["plural"]:
        return KNOWN if figure.plural else 0.0
    wanted = _gender(low)
    if wanted is None or figure.gender == wanted:
        return KNOWN
    given = next((name[0] for name in figure.names if len(name) > 1), "")
    return 0.0 if (wanted == "f") == given.endswith(("a", "\u00e1")) or not given else -KNOWN / 2


def _undecided(document: Document, fitting: Sequence[Place]) -> bool:
    """Whether the first two who fit stand side by side with "and"."""
    others = [pair for pair in fitting if pair[1] is not fitting[0][1]]
    if not others:
        return False
    low, high = sorted((fitting[0][0], others[0][0]))
    between = document.text[low : min(high, low + NEAR)]
    return (
        " and " in between
        and not any(mark in between for mark in ".;:")
        and fitting[0][1].gender == others[0][1].gender
    )


def _right_before(scene: Scene, place: int, low: str) -> Figure | None:
    """Who stands right before a relative pronoun; for "who" the nearest that may be a person or people."""
    near = scene.mentions(max(0, place - NEAR), place)
    people = [figure for _, figure in near if is_person(figure) or figure.plural] if low in WHO else []
    last = scene.before(place)
    return people[-1] if people else last[1] if last is not None and place - last[0] <= NEAR else None


def _learn(figure: Figure, low: str) -> Figure:
    """Keep the gender that a pronoun shows of somebody of whom nothing told it."""
    if figure.kind is None and low in _lists()["thing"]:
        figure.kind = EntityKind.ORGANISATION
    gender = _gender(low)
    if gender and not figure.told and figure.kind in (EntityKind.PERSON, None):
        figure.gender, figure.kind, figure.told = gender, EntityKind.PERSON, True
    return figure
