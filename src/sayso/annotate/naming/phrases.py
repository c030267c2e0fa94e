"""What the words of a source say about who it is: a name, a role, a body, a paper, a group, a pronoun or nobody in particular."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import pairwise

from sayso.annotate.naming.capitals import Word, words_in
from sayso.annotate.naming.names import Name
from sayso.annotate.naming.papers import issuer_of, named_part
from sayso.annotate.naming.titles import DETERMINERS, PREPOSITIONS, RELATIVE, gender_of, is_role
from sayso.lexicons import lexicon, words_of
from sayso.model.document import Document, Span
from sayso.model.entity import EntityKind

LONGEST = 60  # words of a source that are looked at; the longest in PolNeAR train that is no list has fewer
SEGMENTS = 3  # parts between commas in which the name may stand: "the mayor, Joris Vlek, 61, ..."
BREAK = re.compile(r"[,;:()\[\]\n\u2013\u2014]|\s-+\s?|--")
NUMBERS = words_of("grammar", "numbers")
SUFFIXES = ("er", "or", "ist", "ian", "ant", "ent", "ee", "man", "woman", "person")
ORIGINS = ("icans", "ians", "eans", "ists", "ites", "crats", "atives", "landers")  # plurals; surnames seldom end so
POSTMODIFIERS = words_of("grammar", "postmodifiers")


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A source taken apart.

    `span` is the bare phrase: a name without titles, a noun phrase without article and relative clause. `head` is its noun
    in the singular, `words` all its words before a preposition, `determiner` what stands before them; `rest` is all of the
    source in lower case.
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

    @property
    def definite(self) -> bool:
        """Whether the phrase speaks of somebody known: "the senator", or a bare singular as headlines have it."""
        if self.determiner in {"a", "an"} or self.determiner in NUMBERS or self.determiner in quantifiers():
            return False
        return bool(self.determiner) or not self.plural


@dataclass(frozen=True, slots=True)
class Nouns:
    """The nouns of sources by what they denote."""

    vague: frozenset[str]
    papers: frozenset[str]
    issued: frozenset[str]
    bodies: frozenset[str]
    groups: frozenset[str]
    irregular: dict[str, str]
    pronouns: frozenset[str]


@cache
def nouns() -> Nouns:
    """The nouns of sources, from the lexicon."""
    listed = lexicon("sources")
    pronouns = {word for group in listed["pronouns"].values() for word in group}
    return Nouns(
        frozenset(listed["vague"]["always"]),
        frozenset(listed["documents"]["words"]),
        frozenset(listed["documents"]["issued"]),
        frozenset(listed["organisations"]["words"]),
        frozenset(listed["groups"]["words"]),
        dict(listed["irregular"]),
        frozenset(pronouns),
    )


@cache
def quantifiers() -> frozenset[str]:
    """Words before a noun that leave open who is meant."""
    return frozenset(lexicon("sources")["vague"]["quantifiers"])


def singular(low: str) -> str:
    """The singular of a noun, roughly: enough to look it up."""
    irregular = nouns().irregular
    if low in irregular:
        return irregular[low]
    for ending in ("men", "women"):
        if low.endswith(ending):
            return low.removesuffix(ending) + ending.replace("men", "man")
    if low.endswith("ies"):
        return low.removesuffix("ies") + "y"
    if low.endswith(("sses", "ches", "shes", "xes")):
        return low.removesuffix("es")
    return low.removesuffix("s") if low.endswith("s") and not low.endswith(("ss", "us", "is")) else low


def describe(document: Document, source: Sequence[Span], names: Sequence[Name]) -> Phrase:
    """Take a source apart; `names` are all names of the document in order."""
    described = [_describe(document, span, names) for span in source if span.text.strip()]
    for phrase in described:
        if phrase.form in {Form.NAME, Form.PAIR}:
            return phrase
    return described[0] if described else Phrase(form=Form.NONE, span=document.span(0, 0))


def _describe(document: Document, source: Span, names: Sequence[Name]) -> Phrase:
    text = document.text
    words = [word for word, _ in zip(words_in(text, source.start, source.end), range(LONGEST), strict=False)]
    if not words:
        return Phrase(form=Form.NONE, span=source)
    inside = _names_inside(names, source)
    rest = " ".join(word.low for word in words)
    if words[0].low in nouns().pronouns and (
        len(words) == 1 or words[1].low in {"himself", "herself", "themselves", "also", "later", "then"}
    ):
        return Phrase(form=Form.PRONOUN, span=document.span(words[0].start, words[0].end), head=words[0].low, rest=rest)
    pair = _pair(document, words, inside)
    if pair is not None:
        return pair
    phrases = [_phrase(document, part, inside, rest) for part in _segments(text, words)[:SEGMENTS]]
    return _fullest(phrases) or Phrase(form=Form.OTHER, span=source, rest=rest)


def _names_inside(names: Sequence[Name], source: Span) -> list[Name]:
    first = bisect_left(names, source.start, key=lambda name: name.span.start)
    inside = []
    for name in names[first : first + LONGEST]:
        if name.span.end > source.end:
            break
        inside.append(name)
    return inside


def _pair(document: Document, words: Sequence[Word], inside: Sequence[Name]) -> Phrase | None:
    """Two names joined by "and" that speak as one."""
    for one, other in pairwise(inside):
        if document.text[one.span.end : other.span.start] in {" and ", " & "} and words[0].start >= one.span.start - 1:
            span = document.span(one.span.start, other.span.end)
            return Phrase(form=Form.PAIR, span=span, plural=True, words=(*one.words, "and", *other.words))
    return None


def _segments(text: str, words: Sequence[Word]) -> list[list[Word]]:
    """The parts between commas, each up to its relative clause."""
    segments: list[list[Word]] = [[]]
    closed = False
    for index, word in enumerate(words):
        gap = text[words[index - 1].end : word.start] if index else ""
        if BREAK.search(gap):
            segments.append([])
            closed = False
        if word.low in RELATIVE or (word.low == "that" and segments[-1]):
            closed = True
        if not closed:
            segments[-1].append(word)
    return [segment for segment in segments if segment]


def _fullest(phrases: Sequence[Phrase]) -> Phrase | None:
    """The name, also where a role stands before it ("the mayor, Joris Vlek"); else what the first part says."""
    if not phrases:
        return None
    first = phrases[0]
    for phrase in phrases[1:]:
        pure = phrase.form is Form.NAME and phrase.name is not None and phrase.words == phrase.name.words
        if pure and first.form in {Form.ROLE, Form.BODY, Form.PAPER, Form.OTHER}:
            return phrase
    return first


def _phrase(document: Document, segment: Sequence[Word], inside: Sequence[Name], rest: str) -> Phrase:
    """One part of a source: its determiner, its words up to the first preposition, and what its last word is."""
    body = list(segment)
    determiner = ""
    while body[1:] and body[1].low not in PREPOSITIONS and _is_determiner(body[0].low):
        determiner, body = (determiner or body[0].low), body[1:]
    core = _core(body, inside)
    name = next((name for name in inside if name.span.start <= core[-1].start < name.span.end), None)
    if name is not None and not _is_people_by_origin(name):
        return Phrase(
            form=Form.NAME,
            span=name.span,
            name=name,
            words=tuple(word.low for word in core),
            determiner=determiner,
            rest=rest,
        )
    lows = tuple(word.low for word in core)
    head, low = singular(lows[-1]), lows[-1]
    issuer = issuer_of(document.text, core, inside) if head in nouns().issued else None
    if issuer is not None:
        words = tuple(issuer.words)
        return Phrase(form=Form.NAME, span=issuer.span, name=issuer, words=words, determiner=determiner, rest=rest)
    plural = head != low or low in {"people", "police", "media", "data"} or _joins_two(core)
    spans = [name.span for name in inside if name.words[0] not in quantifiers()]
    form = _form(low, head, plural=plural)
    first, last = named_part(core, spans) if form is Form.PAPER else (None, None)
    return Phrase(
        form=form,
        span=document.span((first or body[0]).start, (last or body[-1]).end),
        head=head,
        words=lows,
        determiner=determiner,
        plural=plural,
        names_inside=any(_narrows(document.text, span, core, segment) for span in spans),
        names_in_core=any(core[0].start <= span.start < core[-1].start for span in spans),
        body_inside=any(singular(word.low) in nouns().bodies for word in segment if word is not core[-1]),
        rest=rest,
    )


def _joins_two(core: Sequence[Word]) -> bool:
    """Whether "and" joins two people: "the mayor and the judge", not "the president and chief executive"."""
    joints = [index for index, word in enumerate(core) if word.low == "and"]
    return any(index + 1 < len(core) and _is_determiner(core[index + 1].low) for index in joints)


def _is_determiner(low: str) -> bool:
    return low in DETERMINERS or low in NUMBERS or low in {"some", "many", "most", "all"} or low.isdigit()


def _core(body: Sequence[Word], inside: Sequence[Name]) -> Sequence[Word]:
    """The words before the first preposition that stands in no name."""
    for index, word in enumerate(body):
        if index and (word.low in PREPOSITIONS or word.low in POSTMODIFIERS):
            if any(name.span.start < word.start < name.span.end for name in inside):
                continue
            return body[:index]
        if index and word.low.endswith(("ed", "ing")) and is_known_noun(body[index - 1].low) and word.text.islower():
            return body[:index]
    return body


def is_known_noun(low: str) -> bool:
    """Whether the word is a noun of people, bodies or papers."""
    known, head = nouns(), singular(low)
    return is_role(head) or any(head in group or low in group for group in (known.bodies, known.groups, known.papers))


def _is_people_by_origin(name: Name) -> bool:
    """Whether a name is the plural of those from somewhere, or of a party: "Democrats", "Norlanders"."""
    plain = len(name.words) == 1 and not name.titles and name.kind is not EntityKind.PERSON
    return plain and name.words[0].endswith(ORIGINS) and name.span.text[1:].islower()


def _narrows(text: str, span: Span, core: Sequence[Word], segment: Sequence[Word]) -> bool:
    """Whether a name inside tells whose the source is: "Norland officials", "experts at Dunmore General", not "in Dunmore"."""
    if not segment[0].start <= span.start < segment[-1].end:
        return False
    before = text[max(0, span.start - 8) : span.start].split()
    return (
        span.start < core[-1].end or not before or before[-1].casefold() not in {"in", "on", "near", "across", "around"}
    )


def _form(low: str, head: str, *, plural: bool) -> Form:
    known = nouns()
    listed = (
        (Form.VAGUE, low in known.vague or head in known.vague),
        (Form.PAPER, low in known.papers or head in known.papers),
        (Form.BODY, low in known.bodies or head in known.bodies),
        (Form.GROUP, low in known.groups or head in known.groups),
        (Form.ROLE, is_role(head) or gender_of(head) is not None or head.endswith(SUFFIXES)),
    )
    form = next((form for form, fits in listed if fits), Form.OTHER)
    if low.endswith(ORIGINS) and form is Form.OTHER:
        return Form.GROUP
    if plural and form in {Form.ROLE, Form.OTHER}:
        return Form.GROUP
    if form is Form.GROUP and not plural and is_role(head):
        return Form.ROLE
    return form
