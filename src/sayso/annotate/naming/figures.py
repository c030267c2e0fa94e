"""Who and what appears in a text while it is being read: figures gather the mentions that were joined to them."""

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.annotate.naming.names import Name
from sayso.annotate.naming.nations import is_country, is_people, nation_of
from sayso.annotate.naming.nouns import nouns
from sayso.annotate.naming.phrases import Form, Phrase
from sayso.annotate.naming.roles import head_of, role_words, same_role
from sayso.lexicons import words_of
from sayso.model.document import Span
from sayso.model.entity import EntityKind

NATION = 2  # words at the start of a title that may tell a country: "Polish Defence Minister"
FORMS = 6  # written forms of one name that are kept: fullest, initials, surname, a misspelling or two


@dataclass(slots=True, eq=False)
class Figure:
    """One who appears: by name, or by a noun phrase alone. It grows while the text is read and becomes an Entity.

    `names` are the bare forms of its name in lower case, `best` the fullest as it stands; `seen` are the places where it
    appears, `mentions` the spans that the Entity will show; `firm` says that the name does not stand at sentence starts alone.
    `phrase` is the noun phrase that brought it in. `told` says that a title or pronoun tells the gender. `tags` are all words that stood beside the name, `nation` and `age` what they tell; `kin` whose kin it was said to be, and
    `related` who was said to be its own;
    `common` says that its name is made of words that are more than names ("Morning America"); `label` is its name where the
    text has another one.
    """

    best: Span
    names: list[tuple[str, ...]] = field(default_factory=list)
    form: Form = Form.NAME
    kind: EntityKind | None = None
    gender: str | None = None
    told: bool = False
    titles: list[str] = field(default_factory=list)
    roles: list[tuple[str, ...]] = field(default_factory=list)
    phrase: Phrase | None = None
    plural: bool = False
    spoken_of_as_place: bool = False
    firm: bool = False
    speaks: bool = False
    common: bool = False
    label: str = ""
    nation: str | None = None
    age: int | None = None
    tags: set[str] = field(default_factory=set)
    kin: list[tuple[str, "Figure"]] = field(default_factory=list)
    related: list[tuple[str, "Figure"]] = field(default_factory=list)
    seen: list[int] = field(default_factory=list)
    mentions: list[Span] = field(default_factory=list)

    @property
    def named(self) -> bool:
        """Whether it has a proper name."""
        return self.form in (Form.NAME, Form.PAIR)

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
        self.spoken_of_as_place |= name.kind is EntityKind.PLACE or is_country(" ".join(name.words))
        self.spoken_of_as_place |= name.words[0] in words_of("names", "regions") and len(name.words) == 1
        if name.kind is EntityKind.PERSON or (self.kind is None and name.kind is EntityKind.ORGANISATION):
            self.kind = name.kind
        self.firm |= not name.opening
        if self.kind is None and len(name.words) == 1 and is_people(name.words[0]):
            self.kind, self.plural = EntityKind.GROUP, True
        self.common |= self.kind is None and all(map(_is_common, name.words))
        if name.gender and (self.gender is None or (name.told and not self.told)):
            self.gender, self.told = name.gender, name.told
        self.age = self.age or name.age
        fullest = max((len(known) for known in self.names), default=0)
        if len(name.words) > fullest or (len(name.words) == fullest > 1 and len(name.span) > len(self.best)):
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
        if self.kind is not None or self.gender or self.spoken_of_as_place:
            return False
        return self.firm or self.speaks or not (self.names and self.names[0] and self.names[0][-1].endswith("s"))

    def add_title(self, title: str) -> tuple[str, ...] | None:
        """Keep a title; its role words if it has some that were not known."""
        if title not in self.titles:
            self.titles.append(title)
        return self.add_words(title.casefold().split())

    def add_words(self, words: Sequence[str]) -> tuple[str, ...] | None:
        """Take in the words of a description; its role words if they were not known."""
        self.tags.update(word.strip(".,'\u2019").removesuffix("'s").removesuffix("\u2019s") for word in words)
        self.nation = self.nation or next((nation for word in words[:NATION] if (nation := nation_of(word))), None)
        role = role_words(words)
        if not role or role in self.roles:
            return None
        self.roles.append(role)
        return role

    def answers_to(self, words: tuple[str, ...]) -> bool:
        """Whether one of its roles can be meant by these role words: "the minister" by "information minister"."""
        return any(same_role(words, role) for role in self.roles)

    @property
    def heads(self) -> set[str]:
        """The nouns of its roles."""
        return {head_of(role) for role in self.roles}


def _is_common(word: str) -> bool:
    """Whether a word is more than a name, or tells a country."""
    return word in words_of("common", "words") or is_country(word) or nation_of(word) is not None
