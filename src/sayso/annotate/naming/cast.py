"""The cast of a text: names joined into figures, and by which words each of them is found again.

Newspaper practice is the method: full name first, then surname; role first or after. Two people of one surname are told apart
by title, gender, and who was spoken of last; two spellings of one name are folded together.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence

from sayso.annotate.naming.aliases import NOBODY, Aliases
from sayso.annotate.naming.capitals import particles
from sayso.annotate.naming.figures import Figure
from sayso.annotate.naming.names import Name
from sayso.annotate.naming.nations import STEM, nation_of
from sayso.annotate.naming.nouns import nouns
from sayso.annotate.naming.roles import head_of, kin_of, role_words
from sayso.annotate.naming.scene import Place
from sayso.annotate.naming.sorts import sorts_of_name
from sayso.annotate.naming.titles import is_modifier, is_role
from sayso.annotate.naming.variants import folded, same_given, same_surname
from sayso.model.document import Span
from sayso.model.entity import EntityKind

NAMESAKES = 8  # figures that share a word and are compared; a text with more of one surname is a list of names
EQUALS = frozenset({"counterpart", "colleague", "opposite"})  # "his Vardanian counterpart" holds the same office
POLLS = (" poll", " survey")  # a name before them is the pollster's
SMALL = frozenset({"of", "the", "for", "and", "on", "in", "to"})  # words that initials leave out
BEARERS = {"his": "m", "her": "f"}  # the gender of whom a possessive pronoun means


class Cast:
    """Everyone who appears by name, and everyone else whom `introduce` was told of."""

    def __init__(self, text: str, names: Sequence[Name], aliases: Aliases = NOBODY) -> None:
        """Join the names of a document, which come in order."""
        self.aliases = aliases
        self.figures: list[Figure] = []
        self.at: dict[int, Figure] = {}
        self._text = text
        self._index: dict[Hashable, list[Figure]] = {}
        for name in names:
            if len(_key(name.words)) > 1 and not name.heading:
                known = self.known_as(name.words, name.span) or self._namesake(name)
                self._place(name, known or self._new(Figure(best=name.span)))
        for at, name in sorted(enumerate(names), key=lambda item: item[1].heading):
            if name.span.start not in self.at:
                before = names[at - 1] if at else None
                figure = self.known_as(name.words, name.span) or self._spelt_out(name, before) or self._short_for(name)
                self._place(name, figure or self._new(Figure(best=name.span)))
        self.named: Sequence[Place] = sorted(self.at.items(), key=lambda item: item[0])
        self._relate(names)

    def by(self, *key: str) -> list[Figure]:
        """The figures that are found by a word: ("role", "minister"), ("inside", "bank"), ("tag", "green")."""
        return self._index.get(key, [])

    def known_as(self, words: str | Sequence[str], span: Span) -> Figure | None:
        """The figure of whom the user gave these words as an alias, a new one the first time; None where nobody has them."""
        label = self.aliases.name_of(words)
        if label is None:
            return None
        known = self.by("alias", label)
        if not known:
            figure = self._new(Figure(best=span, label=label, kind=self.aliases.kinds.get(label)))
            self._put(("alias", label), figure)
            return figure
        return known[0]

    def introduce(self, figure: Figure, words: tuple[str, ...]) -> Figure:
        """Take in somebody who appears by a noun phrase alone."""
        self._put(("role", head_of(words)), figure)
        return self._new(figure)

    def merge(self, unnamed: Figure, figure: Figure) -> None:
        """Take in that somebody who appeared by a noun phrase is this figure: what was said of the one is said of the other."""
        for role in list(unnamed.roles):
            self.describe(figure, role)
            known = self.by("role", head_of(role))
            if unnamed in known:
                known.remove(unnamed)
        figure.gender = figure.gender or unnamed.gender

    def describe(self, figure: Figure, words: Sequence[str]) -> None:
        """Take in a description of a figure: the words of an apposition, or what its deeds make of it."""
        role = figure.add_words(words)
        if role:
            self._put(("role", head_of(role)), figure)
        for word in words:
            self._put(("tag", word), figure)
            if len(word) > STEM:
                self._put(("stem", word[:STEM]), figure)
        if figure.nation:
            self._put(("nation", figure.nation), figure)

    def _new(self, figure: Figure) -> Figure:
        self.figures.append(figure)
        return figure

    def _put(self, key: Hashable, figure: Figure) -> None:
        """Index a figure; of many the latest are kept."""
        known = self._index.setdefault(key, [])
        if figure not in known:
            known.append(figure)
            if len(known) > NAMESAKES:
                del known[0]

    def _place(self, name: Name, figure: Figure) -> None:
        """Add what a name tells to its figure."""
        self.at[name.span.start] = figure
        figure.saw(name.span.start)
        figure.mentions.append(name.span)
        known = name.words in figure.names
        figure.add_name(name)
        if not known:
            self._put_words(figure, name.words)
        if self._text.startswith(POLLS, name.span.end):
            figure.kind = EntityKind.ORGANISATION
            self.describe(figure, ["pollster"])
        for title in name.titles:
            if title not in figure.titles:
                figure.titles.append(title)
                self.describe(figure, [word.strip(".,") for word in title.casefold().split()])

    def _put_words(self, figure: Figure, words: tuple[str, ...]) -> None:
        key = _key(words)
        self._put(("by one name",) if len(words) == 1 and len(figure.names) == 1 else ("exact", *words), figure)
        self._put(("exact", *words), figure)
        self._put(("last", key[-1]), figure)
        self._put(("first", key[0]), figure)
        self._put(("folded", folded(key[-1])), figure)
        for word in {*key[1:-1], *(word for word in words if word in nouns().bodies)}:
            self._put(("inside", word), figure)
        if len(words) > 1:
            for initials in {_initials(words), _initials(word for one in words for word in one.split("-"))}:
                self._put(("initials", initials), figure)

    def _namesake(self, name: Name) -> Figure | None:
        """The figure that bears this full name already, in this or another spelling, or a fuller one."""
        exact = self.by("exact", *name.words)
        if exact:
            return exact[-1]
        key = _key(name.words)
        for figure in reversed([*self.by("last", key[-1]), *self.by("folded", folded(key[-1]))]):
            if any(_same_person(key, _key(other)) for other in figure.names) and not figure.is_other_gender(
                name.gender
            ):
                return figure
        return None

    def _spelt_out(self, name: Name, before: Name | None) -> Figure | None:
        """The figure whose name these initials in brackets go with: "National Grain Board (NGB)"."""
        if before is None or not name.span.text.isupper() or before.span.start not in self.at:
            return None
        return self.at[before.span.start] if self._text[before.span.end : name.span.start] == " (" else None

    def _short_for(self, name: Name) -> Figure | None:
        """The figure that a part of a name stands for: initials, the surname, a given name, another spelling."""
        exact = self.by("exact", *name.words)
        if name.kind is EntityKind.PLACE:
            return exact[-1] if exact else None
        word = _key(name.words)[-1]
        for figures in self._parts(name, word, exact):
            fitting = [figure for figure in figures if not figure.is_other_gender(name.gender)]
            if not fitting:
                continue
            fitting = [figure for figure in fitting if name.gender and figure.gender == name.gender] or fitting
            roles = [role_words(title.casefold().split()) for title in name.titles]
            titled = [figure for figure in fitting if any(figure.answers_to(role) for role in roles)]
            return _first_of_a_family(titled or fitting) or nearest(titled or fitting, name.span.start)
        return self._by_marriage(name) if name.gender and self.by("last", word) else None

    def _parts(self, name: Name, word: str, exact: Sequence[Figure]) -> Iterator[list[Figure]]:
        """The figures with a name of which this one may be a part, by which part it is."""
        if name.span.text.isupper():
            yield self.by("initials", word.replace(".", ""))
        yield [
            each
            for each in self.by("last", word)
            if each.kind is not EntityKind.ORGANISATION or each in exact or _is_paper(each)
        ]
        start = name.span.start
        yield [
            each
            for each in (*self.by("first", word), *self.by("inside", word))
            if each.goes_by_parts() and (each.seen[0] < start or each.gender or each.kind is EntityKind.PERSON)
        ]
        spelt = self.by("folded", folded(word))
        yield [each for each in spelt if any(same_surname(word, other[-1]) for other in each.names)]

    def _by_marriage(self, name: Name) -> Figure | None:
        """The relative without a surname whom "Mrs Pollard" means, where all known Pollards are men."""
        relatives = [
            each for each in self.by("by one name") if each.gender == name.gender and any(map(kin_of, each.heads))
        ]
        return nearest((each for each in relatives if each.seen[0] < name.span.start), name.span.start)

    def _relate(self, names: Iterable[Name]) -> None:
        """Whose kin, and whose counterpart, each was said to be: the person named last before."""
        last: list[Figure] = []
        for name in names:
            figure = self.at[name.span.start]
            if name.owner and figure.seen[0] == name.span.start:
                owner = next((each for each in reversed(last) if _may_own(each, name.owner, figure)), None)
                if owner is not None:
                    self._relate_one(figure, owner, name)
            if not figure.spoken_of_as_place and figure.kind in (EntityKind.PERSON, None):
                last = [*last[-NAMESAKES:], figure]

    def _relate_one(self, figure: Figure, owner: Figure, name: Name) -> None:
        for word in {head_of(words) for words in map(_title_words, name.titles) if words}:
            if kind := kin_of(word):
                figure.kin.append((kind, owner))
                owner.related.append((kind, figure))
            if word in EQUALS:
                for role in list(owner.roles):
                    self.describe(figure, [each for each in role if is_role(each) or is_modifier(each)])


def _is_paper(figure: Figure) -> bool:
    """Whether a body goes by the last word of its name: "the Meridian" after "the Daily Meridian"."""
    return "paper" in sorts_of_name(figure.names[0])


def _title_words(title: str) -> tuple[str, ...]:
    return role_words(title.casefold().split())


def _may_own(figure: Figure, pronoun: str, owned: Figure) -> bool:
    """Whether a possessive pronoun may mean this figure."""
    return figure is not owned and pronoun in BEARERS and not figure.is_other_gender(BEARERS[pronoun])


def _initials(words: Iterable[str]) -> str:
    return "".join(word[:1] for word in words if word not in SMALL)


def _key(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name that identify: without "Jr" at the end."""
    return words[:-1] if len(words) > 1 and words[-1] in particles().suffixes else words


def _same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names can be one person's: the same but for spelling and initials, or one a part of the other."""
    if not same_surname(one[-1], other[-1]):
        return False
    if same_given(one[0], other[0]):
        return True
    short, long = sorted((one, other), key=len)
    return len(short) < len(long) and long[-len(short) :] == short and not _is_for_bodies(long)


def _is_for_bodies(words: tuple[str, ...]) -> bool:
    return any(word in nouns().bodies or word in SMALL or nation_of(word) for word in words)


def _first_of_a_family(figures: Sequence[Figure]) -> Figure | None:
    """Of people who share a surname the one introduced first: the others go by their full or given names."""
    whole = len(figures) > 1 and all(
        figure.kind in (EntityKind.PERSON, None) and len(figure.names[0]) > 1 for figure in figures
    )
    return min(figures, key=lambda figure: figure.seen[0]) if whole else None


def nearest(figures: Iterable[Figure], position: int) -> Figure | None:
    """The one that was spoken of last before a place; if none was, the first after it."""
    known = list(figures)
    if not known:
        return None
    before = [(seen, figure) for figure in known if (seen := figure.before(position)) is not None]
    if before:
        return max(before, key=lambda pair: pair[0])[1]
    return min(known, key=lambda figure: figure.seen[0])
