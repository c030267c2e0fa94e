"""How far a lay reader could identify a source from its words alone: named, by role, vague, or not at all.

The test is the one of anonymous-source audits: "attributed to someone whose identity is indiscernible to the lay reader". A
body that speaks as one ("the farm ministry", "police") counts as named; a pronoun or surname takes what it resolves to.
"""

from functools import cache

from sayso.annotate.naming.nouns import nouns
from sayso.annotate.naming.phrases import Form, Phrase
from sayso.annotate.naming.roles import is_singular_paper
from sayso.annotate.naming.segments import NUMBERS
from sayso.lexicons import lexicon, words_of
from sayso.model.attribution import Anonymity

INDEFINITE = frozenset({"a", "an", "another", "one"})
LOOSE = frozenset({"some", "many", "most", "certain", "various", "countless", "numerous", "other", "few"})
UNCOUNTED = frozenset({"", "some", "many", "most", "all", "several", "dozens", "hundreds", "thousands"})
INSTITUTION_BY = frozenset({"at", "in", "inside", "within", "from", "of", "with"})


@cache
def unspecific_bodies() -> frozenset[str]:
    """Nouns that say of a body only what sort it is: "the company" that no text names is known to nobody."""
    return words_of("grammar", "unspecific_bodies")


@cache
def _persons() -> frozenset[str]:
    return frozenset(lexicon("sources")["vague"]["persons"])


@cache
def _vague_plurals() -> frozenset[str]:
    return frozenset(lexicon("sources")["vague"]["plural"])


@cache
def _hidden() -> tuple[str, ...]:
    return tuple(lexicon("sources")["vague"]["hidden"])


@cache
def _quantifiers() -> frozenset[str]:
    return frozenset(lexicon("sources")["vague"]["quantifiers"])


def keeps_back_a_name(phrase: Phrase) -> bool:
    """Whether the source says that it may not or will not be named."""
    return any(words in phrase.rest for words in _hidden())


def judge(phrase: Phrase) -> Anonymity:
    """The anonymity of a source from its own words."""
    return _BY_FORM.get(phrase.form, _role)(phrase)


def _named(_: Phrase) -> Anonymity:
    return Anonymity.NAMED


def _vague(_: Phrase) -> Anonymity:
    return Anonymity.VAGUE


def _none(_: Phrase) -> Anonymity:
    return Anonymity.NONE


def _body(phrase: Phrase) -> Anonymity:
    if phrase.plural and phrase.head != "police":
        return Anonymity.VAGUE if _is_loose(phrase) else Anonymity.ROLE
    if phrase.determiner in INDEFINITE or phrase.determiner in NUMBERS or phrase.head == "authorities":
        return Anonymity.ROLE
    if len(phrase.words) == 1 and phrase.words[0] in unspecific_bodies() and not phrase.names_inside:
        return Anonymity.ROLE
    return Anonymity.VAGUE if phrase.determiner in LOOSE else Anonymity.NAMED


def _paper(phrase: Phrase) -> Anonymity:
    made_by = phrase.names_inside and not {"by", "from"}.isdisjoint(phrase.rest.split())
    if phrase.names_in_core or phrase.body_inside or made_by or _is_one_of_a_kind(phrase):
        return Anonymity.NAMED
    return Anonymity.VAGUE if phrase.plural and _is_loose(phrase) else Anonymity.ROLE


def _is_one_of_a_kind(phrase: Phrase) -> bool:
    """Whether a paper of state or court that the article alone identifies: "the indictment"."""
    return phrase.determiner == "the" and is_singular_paper(phrase.head)


def _role(phrase: Phrase) -> Anonymity:
    if phrase.head in _persons() and (phrase.head == "source" or keeps_back_a_name(phrase)):
        inside = phrase.body_inside and not INSTITUTION_BY.isdisjoint(phrase.rest.split())
        return (
            Anonymity.ROLE if phrase.head == "source" and inside and not keeps_back_a_name(phrase) else Anonymity.VAGUE
        )
    if phrase.determiner in LOOSE or phrase.head == "people":
        return Anonymity.VAGUE
    return Anonymity.ROLE


def _group(phrase: Phrase) -> Anonymity:
    """A plural: vague where it claims only to know ("experts", "some officials"), unless it tells whose they are."""
    if phrase.head in _persons() or phrase.head == "people":
        return Anonymity.VAGUE
    if phrase.determiner in LOOSE or (phrase.words[:1] and phrase.words[0] in LOOSE):
        return Anonymity.VAGUE
    if phrase.head in _vague_plurals() and not (phrase.names_inside or phrase.body_inside) and _is_loose(phrase):
        return Anonymity.VAGUE
    return Anonymity.ROLE


def _is_loose(phrase: Phrase) -> bool:
    """Whether nothing stands before the noun but words that leave open who is meant."""
    return phrase.determiner in UNCOUNTED and all(
        word in _quantifiers() or word in nouns().vague for word in phrase.words[:-1]
    )


_BY_FORM = {
    Form.NAME: _named,
    Form.PAIR: _named,
    Form.BODY: _body,
    Form.PAPER: _paper,
    Form.VAGUE: _vague,
    Form.GROUP: _group,
    Form.NONE: _none,
}
