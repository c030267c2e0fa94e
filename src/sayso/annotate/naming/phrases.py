"""What the words of a source say about who it is: a name, a role, a body, a paper, a group, a pronoun or nobody in particular."""

from collections.abc import Sequence
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from sayso.annotate.naming.capitals import Word
from sayso.annotate.naming.names import Name, Names
from sayso.annotate.naming.nations import is_demonym
from sayso.annotate.naming.nouns import nouns, pair_pronouns, parties, quantifiers, singular
from sayso.annotate.naming.papers import issuer_of, named_part
from sayso.annotate.naming.roles import is_light
from sayso.annotate.naming.segments import (
    NUMBERS,
    core_of,
    is_determiner,
    joins_two,
    narrows,
    part_of,
    segments_of,
    share_of,
)
from sayso.annotate.naming.sorts import sorts_of_name
from sayso.annotate.naming.titles import NAMING, PREPOSITIONS, RELATIVE, gender_of, is_modifier, is_role
from sayso.annotate.naming.wording import Wording
from sayso.model.document import Document, Span
from sayso.model.entity import EntityKind

LONGEST = 60  # words of a source that are looked at; the longest in PolNeAR train that is no list has fewer
SEGMENTS = 3  # parts between commas in which the name may stand: "the mayor, Joris Vlek, 61, ..."
SUFFIXES = ("er", "or", "ist", "ian", "ant", "ent", "ee", "man", "woman", "person")
ORIGINS = ("icans", "ians", "eans", "ists", "ites", "crats", "atives", "landers")  # plurals; surnames seldom end so
COLLECTIVE = ("ese", "ss", "sh", "ch")  # "the Chinese", "the Swiss", "the British" are many
AFTER_PRONOUNS = frozenset(
    {"himself", "herself", "themselves", "also", "later", "then", "itself", "too", "now", "both"}
)
ARTICLES = frozenset({"the", "a", "an", "his", "her", "their", "this", "that"})


class Form(Enum):
    """How a source is put into words."""

    NAME = "name"
    PAIR = "pair"
    ROLE = "role"
    BODY = "body"
    PAPER = "paper"
    GROUP = "group"
    VAGUE = "vague"
    PRONOUN = "pronoun"
    OTHER = "other"
    NONE = "none"


class Phrase(NamedTuple):
    """A source taken apart.

    `span` is the bare phrase: a name without titles, a noun phrase without article and relative clause. `head` is its noun
    in the singular, `words` all its words before a preposition, `determiner` what stands before them; `rest` is all of the
    source in lower case, `alone` says that nothing follows the noun. `aside` are the words of a role or body that is set
    off from the name: ("first", "witness") of "the first witness, Ada Bell".
    """

    form: Form
    span: Span
    name: Name | None = None
    head: str = ""
    words: tuple[str, ...] = ()
    determiner: str = ""
    plural: bool = False
    names_inside: bool = False
    names_in_core: bool = False
    body_inside: bool = False
    rest: str = ""
    alone: bool = False
    aside: tuple[str, ...] = ()

    @property
    def definite(self) -> bool:
        """Whether the phrase speaks of somebody known: "the senator", or a bare singular as headlines have it."""
        if self.determiner in {"a", "an"} or self.determiner in NUMBERS or self.determiner in quantifiers():
            return False
        return bool(self.determiner) or not self.plural


def describe(wording: Wording, source: Sequence[Span], names: Names) -> Phrase:
    """Take a source apart; `names` are all names of the document in order."""
    document = wording.document
    described = [describe_words(document, wording.within(span, LONGEST), names) for span in source if span.text.strip()]
    for phrase in described:
        if phrase.form in (Form.NAME, Form.PAIR):
            return phrase
    return described[0] if described else Phrase(form=Form.NONE, span=document.span(0, 0))


def describe_words(document: Document, words: Sequence[Word], names: Names) -> Phrase:
    """Take the words of one noun phrase apart; Form.NONE where there are none."""
    if not words:
        return Phrase(form=Form.NONE, span=document.span(0, 0))
    text, span = document.text, document.span(words[0].start, words[-1].end)
    inside = names.within(span.start, span.end, LONGEST)
    rest = " ".join(word.low for word in words)
    pronoun = _pronoun(words, rest)
    if pronoun:
        end = words[pronoun.count(" ")].end
        return Phrase(form=Form.PRONOUN, span=document.span(words[0].start, end), head=pronoun, rest=rest)
    pair = _pair(document, words, inside)
    if pair is not None:
        return pair
    of = share_of(text, words)
    if of:
        return describe_words(document, words[of:], names)
    segments = segments_of(text, words)[:SEGMENTS]
    part = part_of(segments[0]) if segments else 0
    if part:
        return _some_of(_phrase(document, segments[0][part:], inside, rest), segments[0], document)
    return _fullest([_phrase(document, each, inside, rest) for each in segments]) or Phrase(
        form=Form.OTHER, span=span, rest=rest
    )


def describe_noun(document: Document, words: Sequence[Word], names: Names) -> Phrase:
    """Take apart a noun phrase that no comma, clause or preposition breaks."""
    inside = names.within(words[0].start, words[-1].end, LONGEST)
    return _phrase(document, words, inside, " ".join(word.low for word in words))


def _pronoun(words: Sequence[Word], rest: str) -> str:
    """The pronoun that a source is, or nothing: "he himself", "which in part", "the two"."""
    first = words[0].low
    if first in RELATIVE or rest in pair_pronouns():
        return first if first in RELATIVE else rest
    if first in nouns().pronouns and (len(words) == 1 or words[1].low in AFTER_PRONOUNS):
        return first
    return ""


def _some_of(phrase: Phrase, words: Sequence[Word], document: Document) -> Phrase:
    """A part of several: as identifiable as they are, and somebody new."""
    span = document.span(words[0].start, max(phrase.span.end, words[0].end))
    one = words[0].low in {"one", "each", "neither"}
    form = Form.ROLE if one and phrase.form in (Form.GROUP, Form.OTHER) else phrase.form
    return phrase._replace(form=form, span=span, determiner=words[0].low, plural=not one, alone=False)


def _pair(document: Document, words: Sequence[Word], inside: Sequence[Name]) -> Phrase | None:
    """Two names joined by "and" that speak as one."""
    for one, other in pairwise(inside):
        if document.text[one.span.end : other.span.start] in {" and ", " & "} and words[0].start >= one.span.start - 1:
            span = document.span(one.span.start, other.span.end)
            return Phrase(form=Form.PAIR, span=span, plural=True, words=(*one.words, "and", *other.words))
    return None


def _fullest(phrases: Sequence[Phrase]) -> Phrase | None:
    """The name, also where a role stands before it ("the mayor, Joris Vlek"); else what the first part says."""
    if not phrases:
        return None
    first = phrases[0]
    for phrase in phrases[1:]:
        if _is_pure(phrase) and first.form in (Form.ROLE, Form.BODY, Form.PAPER, Form.OTHER):
            return phrase._replace(aside=first.words, determiner=first.determiner)
    return first


def _is_pure(phrase: Phrase) -> bool:
    """Whether a part is a name with nothing but titles before it."""
    if (
        phrase.form is not Form.NAME
        or phrase.name is None
        or phrase.words[-len(phrase.name.words) :] != phrase.name.words
    ):
        return False
    return all(is_role(word) or is_modifier(word) for word in phrase.words[: -len(phrase.name.words)])


def _phrase(document: Document, segment: Sequence[Word], inside: Sequence[Name], rest: str) -> Phrase:
    """One part of a source: its determiner, its words up to the first preposition, and what its last word is."""
    body, determiner = list(segment), ""
    while body[1:] and body[1].low not in PREPOSITIONS and is_determiner(body[0].low):
        determiner, body = (determiner or body[0].low), body[1:]
    called = next((at for at, word in enumerate(body[1:], 1) if word.low in NAMING), 0)
    if called and any(name.span.start == body[called + 1].start for name in inside if called + 1 < len(body)):
        aside = tuple(word.low for word in body[:called])
        named = _phrase(document, body[called + 1 :], inside, rest)
        return named._replace(aside=aside, determiner=determiner)
    core = core_of(body, inside)
    lows = tuple(word.low for word in core)
    alone = len(core) == len(body) and rest.count(" ") + 1 == len(segment)
    name = next((name for name in inside if name.span.start <= core[-1].start < name.span.end), None)
    if name is not None and not _is_people_by_origin(name) and not _is_epithet(name, determiner):
        return _as_name(name, lows, determiner, rest)._replace(alone=alone)
    issuer = issuer_of(document.text, core, inside) if singular(lows[-1]) in nouns().issued else None
    if issuer is not None:
        return _as_name(issuer, issuer.words, determiner, rest)
    noun = _noun(document, segment, (body, core), inside)
    return noun._replace(determiner=determiner, rest=rest, alone=alone)


def _as_name(name: Name, words: tuple[str, ...], determiner: str, rest: str) -> Phrase:
    return Phrase(form=Form.NAME, span=name.span, name=name, words=words, determiner=determiner, rest=rest)


def _noun(
    document: Document, segment: Sequence[Word], parts: tuple[Sequence[Word], Sequence[Word]], inside: Sequence[Name]
) -> Phrase:
    """A part whose last word is no name; `parts` are its words after the determiner, and those of them up to a preposition."""
    body, core = parts
    low, head = core[-1].low, singular(core[-1].low)
    plural = head != low or low in {"people", "police", "media", "data"} or joins_two(core)
    spans = [name.span for name in inside if name.words[0] not in quantifiers()]
    form = _form(low, head, plural=plural)
    first, last = named_part(core, spans) if form is Form.PAPER else (None, None)
    return Phrase(
        form=form,
        span=document.span((first or body[0]).start, (last or body[-1]).end),
        head=head,
        words=tuple(word.low for word in core),
        plural=plural,
        names_inside=any(narrows(document.text, span, core, segment) for span in spans),
        names_in_core=any(core[0].start <= span.start < core[-1].start for span in spans),
        body_inside=any(singular(word.low) in nouns().bodies for word in segment if word is not core[-1]),
    )


def _is_people_by_origin(name: Name) -> bool:
    """Whether a name is the plural of those from somewhere, or of a party: "Democrats", "Norlanders"."""
    plain = len(name.words) == 1 and not name.titles and name.kind is not EntityKind.PERSON
    return plain and name.words[0].endswith(ORIGINS) and name.span.text[1:].islower()


def _is_epithet(name: Name, determiner: str) -> bool:
    """Whether a name after an article says where somebody is from, or of which party: "the Belgian", "the Green"."""
    word = name.words[0]
    if not determiner or len(name.words) > 1 or name.titles or (sorts_of_name(name.words) and word not in parties()):
        return False
    return determiner in ARTICLES and (is_demonym(word) or word in parties())


def _form(low: str, head: str, *, plural: bool) -> Form:
    known = nouns()
    listed = (
        (Form.VAGUE, low in known.vague or head in known.vague),
        (Form.PAPER, low in known.papers or head in known.papers),
        (Form.BODY, low in known.bodies or head in known.bodies),
        (Form.GROUP, low in known.groups or head in known.groups),
        (Form.ROLE, is_role(head) or gender_of(head) is not None or head.endswith(SUFFIXES) or is_light((head,))),
        (Form.ROLE, low in parties() or is_demonym(low)),
    )
    form = next((form for form, fits in listed if fits), Form.OTHER)
    if form is Form.GROUP and low in parties() and not plural:
        return Form.ROLE
    if form is Form.ROLE and low.endswith(COLLECTIVE) and is_demonym(low):
        return Form.GROUP
    if low.endswith(ORIGINS) and form is Form.OTHER:
        return Form.GROUP
    if plural and form in (Form.ROLE, Form.OTHER):
        return Form.GROUP
    if form is Form.GROUP and not plural and is_role(head):
        return Form.ROLE
    return form
