"""Who and what appears in a text while it is being read: figures gather the mentions that were joined to them."""

from bisect import bisect_left, insort
from dataclasses import dataclass, field

from sayso.annotate.naming.names import Name
from sayso.annotate.naming.phrases import Form, nouns
from sayso.annotate.naming.titles import expand, is_role
from sayso.model.attribution import Anonymity
from sayso.model.document import Span
from sayso.model.entity import EntityKind

FORMS = 6  # written forms of one name that are kept: fullest, initials, surname, a misspelling or two
RANKS = frozenset(
    {
        "deputy",
        "vice",
        "former",
        "assistant",
        "ex",
        "acting",
        "associate",
        "shadow",
        "prime",
        "junior",
        "under",
        "co",
        "elect",
        "interim",
    }
)


@dataclass(slots=True, eq=False)
class Figure:
    """One who appears: by name, or by a noun phrase alone. It grows while the text is read and becomes an Entity.

    `names` are the bare forms of its name in lower case, `best` the fullest as it stands; `seen` are the places where it
    appears, `mentions` the spans that the Entity will show; `firm` says that the name does not stand at sentence starts alone.
    """

    best: Span
    names: list[tuple[str, ...]] = field(default_factory=list)
    form: Form = Form.NAME
    kind: EntityKind | None = None
    gender: str | None = None
    titles: list[str] = field(default_factory=list)
    roles: list[tuple[str, ...]] = field(default_factory=list)
    anonymity: Anonymity = Anonymity.NAMED
    plural: bool = False
    spoken_of_as_place: bool = False
    firm: bool = False
    speaks: bool = False
    seen: list[int] = field(default_factory=list)
    mentions: list[Span] = field(default_factory=list)

    @property
    def named(self) -> bool:
        """Whether it has a proper name."""
        return self.form in {Form.NAME, Form.PAIR}

    def saw(self, start: int) -> None:
        """Take note that it appears there."""
        if not self.seen or start > self.seen[-1]:
            self.seen.append(start)
        elif self.seen[bisect_left(self.seen, start)] != start:
            insort(self.seen, start)

    def before(self, position: int) -> int | None:
        """Where it last appeared before a place."""
        at = bisect_left(self.seen, position)
        return self.seen[at - 1] if at else None

    def add_name(self, name: Name) -> None:
        """Take in what a name tells: its fullest form, the kind, the gender."""
        self.spoken_of_as_place |= name.kind is EntityKind.PLACE
        if name.kind is EntityKind.PERSON or (self.kind is None and name.kind is EntityKind.ORGANISATION):
            self.kind = name.kind
        self.firm |= not name.opening
        self.gender = self.gender or name.gender
        fullest = max((len(known) for known in self.names), default=0)
        if len(name.words) > fullest or (len(name.words) == fullest and len(name.span) > len(self.best)):
            self.best = name.span
        if name.words not in self.names and len(self.names) < FORMS:
            self.names.append(name.words)

    def is_other_gender(self, gender: str | None) -> bool:
        """Whether it is known to be of another gender than this."""
        return gender is not None and self.gender is not None and self.gender != gender

    def goes_by_parts(self) -> bool:
        """Whether a word from inside or the start of its name can stand for it: not for "Bank of Norland"."""
        return all("of" not in name and name[-1] not in nouns().bodies for name in self.names)

    def might_be_a_company(self) -> bool:
        """Whether nothing tells that the name is a person's or a place's."""
        return self.kind is None and not self.gender and not self.spoken_of_as_place

    def add_title(self, title: str) -> tuple[str, ...] | None:
        """Keep a title; its role words if it has some that were not known."""
        if title not in self.titles:
            self.titles.append(title)
        words = role_words(title.casefold().split())
        if not words or words in self.roles:
            return None
        self.roles.append(words)
        return words

    def answers_to(self, words: tuple[str, ...]) -> bool:
        """Whether one of its roles can be meant by these role words: "the minister" by "information minister"."""
        return any(same_role(words, role) for role in self.roles)


def role_words(words: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """The words of a role up to its head, abbreviations spelt out: ("foreign", "minister"); () where there is no role."""
    known: list[str] = []
    for word in words:
        plain = expand(word.strip(".,'\u2019"))
        if known and is_role(known[-1].split()[-1]) and plain in {"of", "for", "at", "in", "from", "to", "with", "and"}:
            break
        known.extend(plain.split())
    while known and not is_role(known[-1]):
        known.pop()
    return tuple(known)


def same_role(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two descriptions of a role can mean the same office: same head, same rank, and no modifiers that differ."""
    first, second = set(one), set(other)
    if not one or not other or one[-1].rsplit("-", 1)[-1] != other[-1].rsplit("-", 1)[-1]:
        return False
    return first & RANKS == second & RANKS and (first <= second or second <= first)
