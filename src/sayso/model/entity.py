"""Whom and what the document speaks of."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.document import Span


class EntityKind(StrEnum):
    """What sort of thing a name or a role denotes."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    DOCUMENT = "document"
    GROUP = "group"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One person, organisation, document or group, with every mention that was joined to it.

    `name` is the fullest bare name in the document, without titles; `mentions` are bare names and referring words.
    """

    id: str
    name: str
    kind: EntityKind
    titles: tuple[str, ...] = ()
    mentions: tuple[Span, ...]
