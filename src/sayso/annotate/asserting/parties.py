"""Who a noun phrase of a claim means: an entity of the document, whoever speaks, or somebody whom only the claim speaks of."""

from bisect import bisect_left
from collections.abc import Sequence

from sayso.annotate.asserting.verbs import Token
from sayso.annotate.naming.nouns import nouns, singular
from sayso.annotate.naming.titles import DETERMINERS, is_role
from sayso.model.document import Document, Span
from sayso.model.entity import Entity, EntityKind
from sayso.model.provenance import digest_id
from sayso.model.world import Toponym

SPEAKING = frozenset({"we", "i", "us", "me"})
REFERRING = frozenset({"it", "they", "them", "he", "she", "him", "her"})
ONES = frozenset({EntityKind.PERSON})
OWN = frozenset({"our", "my"})  # "our people hold the port": the speaker's side
EMPTY = frozenset({"who", "which", "that", "nobody", "neither", "side", "sides", "one", "this", "what", "there"})
REST = frozenset({"still", "only", "just", "all", "both", "about", "some"})


class Parties:
    """The entities of a document, and those that its claims add."""

    def __init__(self, document: Document, entities: Sequence[Entity], toponyms: Sequence[Toponym]) -> None:
        """Index the entities by mention and by name."""
        self._document = document
        self._known = {entity.id: entity for entity in entities}
        self._places = {(toponym.span.start, toponym.span.end) for toponym in toponyms}
        pairs = sorted(((span, entity.id) for entity in entities for span in entity.mentions), key=lambda pair: pair[0])
        self._ends = sorted((span.end, span.start, id) for span, id in pairs)
        self._by_name: dict[str, str] = {}
        for entity in entities:
            for name in (entity.name, *(span.text for span in entity.mentions)):
                self._by_name.setdefault(name.casefold(), entity.id)
        self._added: dict[str, list[Span]] = {}

    def all(self) -> tuple[Entity, ...]:
        """All entities in the order of their first mention."""
        return tuple(sorted(self._known.values(), key=lambda entity: (entity.mentions, entity.id)))

    def of(self, phrase: Sequence[Token], claimant: str | None) -> str | None:
        """The id of the entity that a noun phrase means; `claimant` is who speaks, None for the narrator."""
        words = [token for token in phrase if token.tag != "Q"]
        if words and words[0].low in OWN and claimant is not None:
            return claimant
        words = _core(words)
        while words and (words[0].low in DETERMINERS or words[0].low in REST or words[0].tag in "AX"):
            if words[0].low in SPEAKING | REFERRING:
                break
            words = words[1:]
        if not words or any(token.low in EMPTY for token in words):
            return None
        if len(words) == 1 and words[0].low in SPEAKING | REFERRING:
            return self._speaker(words[0].low, claimant)
        if words[-1].tag not in "nNOEV#":
            return None
        return self._mentioned(words) or self._made(words)

    def known(self, phrase: Sequence[Token]) -> str | None:
        """The id of an entity that the document has already, or None."""
        words = [token for token in phrase if token.tag != "Q" and token.low not in DETERMINERS]
        return self._mentioned(words) if words else None

    def _speaker(self, pronoun: str, claimant: str | None) -> str | None:
        if claimant is None or claimant not in self._known:
            return None
        person = self._known[claimant].kind in ONES
        fits = pronoun in SPEAKING or (person if pronoun in {"he", "she", "him", "her"} else not person)
        return claimant if fits else None

    def _mentioned(self, words: Sequence[Token]) -> str | None:
        """The entity of whom the phrase is a mention, by place or by name."""
        start, end = words[0].start, words[-1].end
        possessive = 2 if words[-1].low.endswith("'s") else 0
        at = bisect_left(self._ends, (end - possessive, -1, ""))
        if at < len(self._ends) and self._ends[at][0] in (end, end - possessive):
            _, first, id = self._ends[at]
            if first <= start or (first < end and self._known[id].kind in ONES and possessive == 0):
                return id
        return self._by_name.get(self._document.text[start : end - possessive].casefold())

    def _made(self, words: Sequence[Token]) -> str:
        span = self._document.span(words[0].start, words[-1].end)
        name = " ".join(span.text.split())
        entity = Entity(
            id=digest_id("en", self._document.id, span.text, span.start),
            name=name,
            kind=self._kind(words, span),
            mentions=(span,),
        )
        self._known[entity.id] = entity
        self._by_name[name.casefold()] = entity.id
        return entity.id

    def _kind(self, words: Sequence[Token], span: Span) -> EntityKind:
        low = words[-1].low
        noun = singular(low)
        if (span.start, span.end) in self._places or noun in nouns().bodies or (noun == low and words[-1].tag == "N"):
            return EntityKind.ORGANISATION
        return EntityKind.PERSON if is_role(noun) and noun == low else EntityKind.GROUP


def _core(words: list[Token]) -> list[Token]:
    """The words of a phrase up to a preposition other than "of": "marines from the southern fleet" are marines."""
    for at, token in enumerate(words):
        if at and token.tag == "P" and token.low != "of":
            return words[:at]
    return words
