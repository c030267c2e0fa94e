"""The cast of a text: names joined into figures, and the figure that a later name or noun phrase means.

Newspaper practice is the method: full name first, then surname; role first or after, then "the senator". Two people of one
surname are told apart by title, gender, and who was spoken of last.
"""

from bisect import bisect_left
from collections.abc import Hashable, Sequence

from sayso.annotate.naming.anonymity import judge
from sayso.annotate.naming.capitals import particles
from sayso.annotate.naming.figures import Figure, role_words
from sayso.annotate.naming.names import Name
from sayso.annotate.naming.phrases import Form, Phrase, nouns
from sayso.annotate.naming.titles import gender_of
from sayso.lexicons import words_of
from sayso.model.entity import EntityKind

NAMESAKES = 8  # figures that share a word and are compared; a text with more of one surname is a list of names
LOOK_BACK = 40  # mentions gone through for "the company"; what was named longer ago is named again
KINDS = {
    Form.ROLE: EntityKind.PERSON,
    Form.BODY: EntityKind.ORGANISATION,
    Form.PAPER: EntityKind.DOCUMENT,
    Form.GROUP: EntityKind.GROUP,
    Form.VAGUE: EntityKind.GROUP,
    Form.PAIR: EntityKind.GROUP,
}
Index = dict[Hashable, list[Figure]]


class Cast:
    """Everyone who appears by name, and by noun phrase once `meant_by` was asked about it."""

    def __init__(self, names: Sequence[Name]) -> None:
        """Join the names of a document, which come in order."""
        self.figures: list[Figure] = []
        self._at: dict[int, Figure] = {}
        self._index: Index = {}
        for name in names:
            if len(_key(name.words)) > 1 and not name.heading:
                self._place(name, self._namesake(name) or self._new(Figure(best=name.span)))
        for name in names:
            if name.span.start not in self._at:
                self._place(name, self._short_for(name) or self._new(Figure(best=name.span)))
        self._named = sorted(self._at.items(), key=lambda item: item[0])

    def named(self) -> Sequence[tuple[int, Figure]]:
        """Where each name stands and whose it is, in the order of the text."""
        return self._named

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

    def _found(self, *key: str) -> list[Figure]:
        return self._index.get(key, [])

    def _place(self, name: Name, figure: Figure) -> None:
        """Add what a name tells to its figure."""
        self._at[name.span.start] = figure
        figure.saw(name.span.start)
        figure.mentions.append(name.span)
        figure.add_name(name)
        self._put_words(figure, name.words)
        for title in name.titles:
            words = figure.add_title(title)
            if words:
                self._put(("role", _head(words)), figure)

    def _put_words(self, figure: Figure, words: tuple[str, ...]) -> None:
        key = _key(words)
        self._put(("exact", *words), figure)
        self._put(("last", key[-1]), figure)
        self._put(("first", key[0]), figure)
        for word in {*key[1:-1], *(word for word in words if word in nouns().bodies)}:
            self._put(("inside", word), figure)
        if len(words) > 1:
            self._put(
                ("initials", "".join(word[0] for word in words if word not in {"of", "the", "for", "and"})), figure
            )

    def _namesake(self, name: Name) -> Figure | None:
        """The figure that bears this full name already."""
        exact = self._found("exact", *name.words)
        if exact:
            return exact[-1]
        key = _key(name.words)
        for figure in reversed(self._found("last", key[-1])):
            if any(_same_person(key, _key(other)) for other in figure.names) and not figure.is_other_gender(
                name.gender
            ):
                return figure
        return None

    def _short_for(self, name: Name) -> Figure | None:
        """The figure that a part of a name stands for: the surname, then a given name, then initials."""
        exact = self._found("exact", *name.words)
        if name.kind is EntityKind.PLACE:
            return exact[-1] if exact else None
        word = _key(name.words)[-1]
        parts = [
            [
                figure
                for figure in self._found("last", word)
                if figure.kind is not EntityKind.ORGANISATION or figure in exact
            ],
            [
                figure
                for figure in [*self._found("first", word), *self._found("inside", word)]
                if figure.goes_by_parts()
            ],
            self._found("initials", word) if name.span.text.isupper() else [],
        ]
        for figures in parts:
            fitting = [figure for figure in figures if not figure.is_other_gender(name.gender)]
            fitting = [figure for figure in fitting if name.gender and figure.gender == name.gender] or fitting
            titled = [
                figure
                for figure in fitting
                if any(figure.answers_to(role_words(t.casefold().split())) for t in name.titles)
            ]
            best = _first_of_a_family(titled or fitting) or _nearest(titled or fitting, name.span.start)
            if best is not None:
                return best
        return None

    def meant_by(self, phrase: Phrase) -> Figure | None:
        """The figure that a name or noun phrase of the text means; a new one where it introduces somebody."""
        start = phrase.span.start
        if phrase.form is Form.NAME and phrase.name is not None:
            return self._at.get(phrase.name.span.start)
        if phrase.form in {Form.NONE, Form.PRONOUN} or (
            phrase.form is Form.VAGUE and len(phrase.words) == 1 and not phrase.plural
        ):
            return None
        if start in self._at and not phrase.words:
            return self._at[start]
        figure = self._known(phrase) or self._introduced(phrase)
        figure.saw(start)
        return figure

    def _known(self, phrase: Phrase) -> Figure | None:
        words, start = _described(phrase), phrase.span.start
        if phrase.form is Form.PAIR or not (phrase.definite or phrase.plural):
            return None
        alike = [
            figure
            for figure in self._found("role", _head(words))
            if figure.answers_to(words) and (phrase.definite or words in figure.roles)
        ]
        if phrase.form is Form.BODY:
            alike += [
                figure
                for figure in self._found("inside", words[-1])
                if set(words) <= {word for name in figure.names for word in name}
            ]
        alike = [figure for figure in alike if figure.plural == phrase.plural or figure.named]
        if alike:
            best = _nearest(alike, start)
            return best if best is None or best.named or best.before(start) is not None else None
        return (
            self._company(start)
            if phrase.form is Form.BODY
            and phrase.words in GENERIC_ALONE
            and len(phrase.rest.split()) <= ARTICLE_AND_NOUN
            else None
        )

    def _company(self, start: int) -> Figure | None:
        """Whom "the company" means: the body, or the name of nobody known to be a person, that was named last."""
        at = bisect_left(self._named, start, key=lambda item: item[0])
        for _, figure in reversed(self._named[max(0, at - LOOK_BACK) : at]):
            if figure.kind is EntityKind.ORGANISATION or figure.might_be_a_company():
                figure.kind = EntityKind.ORGANISATION
                return figure
        return None

    def _introduced(self, phrase: Phrase) -> Figure:
        words = _described(phrase)
        figure = Figure(
            best=phrase.span,
            form=phrase.form,
            kind=KINDS.get(phrase.form, EntityKind.OTHER),
            gender=gender_of(phrase.head),
            roles=[words],
            anonymity=judge(phrase),
            plural=phrase.plural and phrase.form is not Form.BODY,
        )
        self._put(("role", _head(words)), figure)
        return self._new(figure)


GENERIC_ALONE = frozenset((word,) for word in words_of("grammar", "generic_bodies"))
ARTICLE_AND_NOUN = 2  # "the group that took the hall" brings in somebody new


def _described(phrase: Phrase) -> tuple[str, ...]:
    words = role_words(phrase.words) if phrase.form is Form.ROLE else ()
    return words or ((*phrase.words[:-1], phrase.head) if phrase.head else (phrase.span.text.casefold(),))


def _head(words: tuple[str, ...]) -> str:
    return words[-1].rsplit("-", 1)[-1]


def _key(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name that identify: without "Jr" at the end."""
    return words[:-1] if len(words) > 1 and words[-1] in particles().suffixes else words


def _same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names with one surname can be one person's: the same given name, or its initial."""
    first, second = one[0].rstrip("."), other[0].rstrip(".")
    if first == second:
        return one[-1] == other[-1]
    return one[-1] == other[-1] and min(len(first), len(second)) == 1 and first[0] == second[0]


def _first_of_a_family(figures: Sequence[Figure]) -> Figure | None:
    """Of people who share a surname the one introduced first: the others go by their full or given names."""
    whole = len(figures) > 1 and all(
        figure.kind in {EntityKind.PERSON, None} and len(figure.names[0]) > 1 for figure in figures
    )
    return min(figures, key=lambda figure: figure.seen[0]) if whole else None


def _nearest(figures: Sequence[Figure], position: int) -> Figure | None:
    """The one that was spoken of last before a place; if none was, the first after it."""
    if not figures:
        return None
    before = [(seen, figure) for figure in figures if (seen := figure.before(position)) is not None]
    if before:
        return max(before, key=lambda pair: pair[0])[1]
    return min(figures, key=lambda figure: figure.seen[0])
