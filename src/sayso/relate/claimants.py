"""On whose word a claim stands, as far as its document tells: a name, an office, the body that somebody speaks for."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.lexicons import words_of
from sayso.model.attribution import Attribution
from sayso.model.entity import Entity, EntityKind
from sayso.model.reading import Reading
from sayso.relate.words import WORD, is_content, stem, words

DATELINE = re.compile(r"^[A-Z][A-Z .'-]{2,40}(?:\([^)\n]{1,40}\))? ?[-–—:] ")
RELATIVE = re.compile(r",? (?:who|whom|which|that|whose)\b|[;:(]")
LINK = re.compile(r"\b(?:of|for|at|with|from|by|in)\b")
SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|\n+")
PARTICLES = frozenset(
    ("de", "da", "di", "du", "del", "der", "den", "van", "von", "la", "le", "al", "el", "bin", "ibn", "y")
)
PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "this", "that", "there", "who", "nobody"})
REACH = 400  # code points before a source in which stands the body that "its spokesman" belongs to
INDEFINITE = frozenset({"a", "an", "one", "two", "three", "four", "five", "some", "several", "people", "another"})
SENTENCES = 3  # that a representative may stand behind what the body itself is quoted with
OWNING = frozenset({"its", "their", "his", "her"})
BODIES = frozenset({EntityKind.ORGANISATION, EntityKind.GROUP, EntityKind.DOCUMENT, EntityKind.OTHER})

Words = frozenset[str]
NONE: Words = frozenset()
DOCUMENTS = frozenset({"report", "reports", "statement"})  # function words of a claim, but not of who makes it
SUBJECT = re.compile(
    r"^\W*(?:(?:The|A|An|But|And|In \w+,) )?((?:[^\W\d]+(?:['’-]\w+)* ){1,6}?)(?:has|had|is|was|are|were|have|does|do|did|will|would|could|can|may|might|\w+ed|said|says|stood|went)\b|^\W*(?:The )?((?:[A-Z][\w'’-]* ){1,4})[a-z]+s\b"
)


@dataclass(frozen=True, slots=True)
class Claimant:
    """Whoever a claim is attributed to, in stems.

    `name` are the words of a person's name in their order, `roles` what the person is called besides, `body` the words of the
    organisation, document or group whose word it is, `proper` those of them that are written with a capital, as
    `proper_roles` are of the roles. `guessed` says that the body is the one last spoken of, `unnamed` is who
    cannot be known again in another article. `shown` is what the text calls it.
    """

    shown: str
    name: tuple[str, ...] = ()
    roles: Words = NONE
    body: Words = NONE
    proper: Words = NONE
    proper_roles: Words = NONE
    unnamed: bool = False
    guessed: bool = False


def find_claimants(reading: Reading, outlets: frozenset[Words] = frozenset()) -> Mapping[str, Claimant]:
    """The claimant of each attribution, by the attribution's id; one that nobody is named for is left out.

    `outlets` are the words of the names of outlets: nobody speaks for one because it was named last.
    """
    entities = {each.id: each for each in reading.entities}
    found = {}
    for each in reading.attributions:
        claimant = _claimant(each, entities.get(each.claimant or ""), reading)
        if claimant is not None and claimant.guessed and claimant.body in outlets:
            claimant = replace(claimant, body=NONE, proper=NONE, guessed=False)
        if claimant is not None:
            found[each.id] = claimant
    return found


def _claimant(each: Attribution, entity: Entity | None, reading: Reading) -> Claimant | None:
    start = each.source[0].start if each.source else 0
    return name_claimant(" ".join(span.text for span in each.source), start, entity, reading)


def name_claimant(source: str, start: int, entity: Entity | None, reading: Reading) -> Claimant | None:
    """Whoever some words at a place in the text mean; `entity` is who they were resolved to. None where they name nobody."""
    phrase = _phrase(source)
    own = {stem(word) for word in words(phrase) if _tells(word)}
    if entity is not None and own and not own & _called(entity, phrase):
        entity = None  # resolved to somebody whom the words do not name
    if not own and entity is None:
        return None
    if entity is not None and entity.kind is EntityKind.PERSON and (name := _name(entity)):
        return _person(name, entity, phrase, start, reading)
    return _body(phrase if own else (entity.name if entity else ""), entity, start, reading)


def _phrase(source: str) -> str:
    """The noun phrase without its relative clause; an apposition stays ("the mayor, Ada Bell, who ...")."""
    cut = RELATIVE.search(source)
    if cut is None:
        return source
    behind = source[cut.start() :].rsplit(",", 2)
    named = next((part for part in reversed(behind[1:]) if part.strip()[:1].isupper()), "")
    return source[: cut.start()] + (f", {named.strip()}" if named else "")


def _called(entity: Entity, phrase: str) -> set[str]:
    """The words by which an entity is called elsewhere than in this phrase; of a person, the name and the titles."""
    own = words(phrase)
    texts = [entity.name, *(title for title in entity.titles if words(title) != own)]
    if entity.kind is not EntityKind.PERSON or not _name(entity):
        texts += [span.text for span in entity.mentions if words(span.text)[-1:] != own[-1:] or {*own} & _called_so()]
    return {stem(word) for text in texts for word in words(text) if _tells(word)}


def _called_so() -> Words:
    return words_of("vouching", "stands_for")


def _name(entity: Entity) -> tuple[str, ...]:
    found = [each[0] for each in WORD.finditer(entity.name)]
    if not found or not found[0][0].isupper() or any(each[0].islower() and each not in PARTICLES for each in found):
        return ()
    return tuple(word for each in found for word in words(each)[:1])


def _person(name: tuple[str, ...], entity: Entity, phrase: str, start: int, reading: Reading) -> Claimant:
    around = [each for each in _stems(phrase) if each[0] not in name]
    titles = [each for title in entity.titles for each in _stems(title)]
    roles = frozenset(each for each, _ in (*around, *titles))
    body: list[tuple[str, bool]] = []
    guessed = False
    if roles & _listed("representative"):
        body = [each for each in around if each[0] not in _listed("representative") | _listed("ranks")]
        if not body and (roles & _listed("for_person") or {*words(phrase)} & {"his", "her"}):
            body = _person_before(start, name, reading)
        told = [each for each in titles if each[0] not in _listed("representative") | _listed("ranks")]
        if not body and any(capital for _, capital in told):
            body = told
        elif not body and not LINK.search(phrase):
            body = _before(start, name, reading)
            guessed = bool(body)
        body = _fuller(body or told, reading)
    proper = frozenset(each for each, capital in (*around, *titles) if capital)
    return Claimant(entity.name, name, roles, *_split(body), proper_roles=proper, guessed=guessed)


def _body(phrase: str, entity: Entity | None, start: int, reading: Reading) -> Claimant:
    found = _stems(phrase)
    rest = [each for each in found if each[0] not in _listed("representative")]
    first = next(iter(words(phrase)), "")
    if not rest and first in OWNING:
        rest = _before(start, (), reading)
    whole = _fuller(rest or found, reading)
    guessed = bool(whole) and {each for each, _ in whole} <= _listed("stands_for")
    if guessed and (body := _before(start, (), reading)):
        whole = body
    if entity is not None and entity.kind in BODIES:
        named = _stems(entity.name)
        whole = named if {each for each, _ in rest} <= {each for each, _ in named} else whole
    is_document = entity is not None and entity.kind is EntityKind.DOCUMENT
    speaks_for = rest != found and not {each for each, _ in rest}.isdisjoint(_listed("general"))  # "a police spokesman"
    unnamed = first in INDEFINITE and not is_document and not speaks_for and not any(capital for _, capital in whole)
    shown = entity.name if entity is not None else phrase.strip(" ,")
    return replace(
        Claimant(shown, (), frozenset(each for each, _ in found), *_split(whole)), unnamed=unnamed, guessed=guessed
    )


def _split(body: Sequence[tuple[str, bool]]) -> tuple[Words, Words]:
    return frozenset(each for each, _ in body), frozenset(each for each, capital in body if capital)


def _tells(word: str) -> bool:
    return is_content(word) or word in DOCUMENTS


def _stems(text: str) -> list[tuple[str, bool]]:
    """The stems of the words that carry something, and whether each has a capital."""
    return [
        (word if each[0][0].isupper() else stem(word), each[0][0].isupper())
        for each in WORD.finditer(text)
        for word in words(each[0])
        if _tells(word)
    ]


@cache
def _listed(name: str) -> Words:
    return frozenset(map(stem, words_of("vouching", name)))


def _fuller(body: list[tuple[str, bool]], reading: Reading) -> list[tuple[str, bool]]:
    """A body that is called by a general word alone, as "the service", by the fullest name that the document has for it."""
    short = {each for each, _ in body}
    if not short or not short <= _listed("general"):
        return body
    fitting = [
        _stems(entity.name)
        for entity in reading.entities
        if entity.kind in BODIES
        and (
            short <= {each for each, _ in _stems(entity.name)}
            or (short <= _listed("stands_for") and _is_called(entity, short))
        )
    ]
    return max(fitting, key=len, default=body)


def _person_before(start: int, name: tuple[str, ...], reading: Reading) -> list[tuple[str, bool]]:
    """The person that "his" means at a place in the text: the one last named."""
    mentions = [
        (span.start, each)
        for entity in reading.entities
        if entity.kind is EntityKind.PERSON and (each := _name(entity)) and each != name
        for span in entity.mentions
        if start - REACH <= span.start < start
    ]
    return [(word, True) for word in max(mentions)[1]] if mentions else []


def _is_called(entity: Entity, short: set[str]) -> bool:
    return any(short == {stem(word) for word in words(span.text) if _tells(word)} for span in entity.mentions)


def _before(start: int, name: tuple[str, ...], reading: Reading) -> list[tuple[str, bool]]:
    """The body that "its" means at a place in the text: what the sentence before speaks of, or the body last named."""
    text = DATELINE.sub("", reading.document.text[max(start - REACH, 0) : start], count=1)
    own = SENTENCE.split(text)[-1]
    clause = own.rpartition(";")[0]  # "The firm kept silent; its head said"
    named = [_name(entity) for entity in reading.entities if entity.kind is EntityKind.PERSON]
    people = {each for name in named if len(name) > 1 for each in name}  # of one word is many a firm taken for a person
    if clause and (body := _subject(clause, people)):
        return body
    for place, sentence in enumerate(SENTENCE.split(text)[-2:-4:-1]):
        if place and (speaking := _speaking(start, reading)):
            return [each for each in speaking if each[0] not in name]
        if body := _subject(sentence, people):
            return body
    mentions = [
        (span.start, entity)
        for entity in reading.entities
        if entity.kind in BODIES
        for span in entity.mentions
        if start - REACH <= span.start < start
    ]
    if not mentions:
        return []
    entity = max(mentions, key=lambda each: each[0])[1]
    return [each for each in _stems(entity.name) if each[0] not in name]


def _subject(sentence: str, people: set[str]) -> list[tuple[str, bool]]:
    """The body that is the subject of a sentence; nothing where it is a person or a thing."""
    found = SUBJECT.match(sentence)
    body = _stems(found[1] or found[2]) if found else []
    is_body = any(capital or each in _listed("general") for each, capital in body)
    if not is_body or {each for each, _ in body} & people or set(words(found[0] if found else "")[:1]) & PRONOUNS:
        return []
    return body


def _speaking(start: int, reading: Reading) -> list[tuple[str, bool]]:
    """The body that was last said to have said something, at most SENTENCES before a place in the text."""
    near = list(SENTENCE.finditer(reading.document.text, max(start - REACH, 0), start))[-SENTENCES:]
    since = near[0].start() if len(near) == SENTENCES else max(start - REACH, 0)
    kinds = {each.id: each.kind for each in reading.entities}
    said = [
        (each.source[0].start, " ".join(span.text for span in each.source))
        for each in reading.attributions
        if each.source
        and since <= each.source[0].start
        and each.source[-1].end < start
        and kinds.get(each.claimant or "") in BODIES
    ]
    found = _stems(_phrase(max(said)[1])) if said else []
    return found if any(capital or each in _listed("general") for each, capital in found) else []
