"""Whom a name or a noun phrase means: the figure that it takes up, or somebody new.

"The minister" goes back to whoever is known to be one, "the official" to a minister as well, "the Belgian" and "the
68-year-old" to whoever spoke last and may be that. An office of an institution ("the judge") goes back to nobody of whom it was
not told: a text may speak of several, and a wrong name is worse than none.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from sayso.annotate.naming.cast import Cast, nearest
from sayso.annotate.naming.figures import Figure
from sayso.annotate.naming.institutions import body_meant, paper_meant
from sayso.annotate.naming.kinship import relative_of
from sayso.annotate.naming.nations import gender_of_people, is_demonym, nation_of, nations, share_a_stem
from sayso.annotate.naming.nouns import parties
from sayso.annotate.naming.phrases import Form, Phrase
from sayso.annotate.naming.pronouns import is_person
from sayso.annotate.naming.roles import (
    age_of,
    alike,
    gender_in,
    head_of,
    is_held,
    is_known_office,
    is_light,
    is_office,
    kin_of,
    parts_in_court,
    role_words,
    same_rank,
    same_role,
)
from sayso.annotate.naming.scene import Place, Scene
from sayso.annotate.naming.titles import POSSESSIVES
from sayso.model.entity import EntityKind

KINDS = {
    Form.ROLE: EntityKind.PERSON,
    Form.BODY: EntityKind.ORGANISATION,
    Form.PAPER: EntityKind.DOCUMENT,
    Form.GROUP: EntityKind.GROUP,
    Form.VAGUE: EntityKind.GROUP,
    Form.PAIR: EntityKind.GROUP,
}
FAR = 8  # sentences: how far "the Belgian" and "the farmer" look back; with 4 two of 443 listed attributions (dev) are lost
PART_OF_TITLES = frozenset(
    {"chief", "deputy", "assistant", "general", "head", "lead", "staff", "chairman", "secretary", "co", "vice"}
)
YOUNG, OLD = frozenset({"younger"}), frozenset({"elder", "older"})


@dataclass(slots=True)
class Referring:
    """The cast and the scene, and who of them is meant."""

    cast: Cast
    scene: Scene
    governments: dict[str, Figure] = field(default_factory=dict)

    def meant_by(self, phrase: Phrase, *, speaks: bool = False, barred: Collection[Figure] = ()) -> Figure | None:
        """The figure that a name or noun phrase of the text means; a new one where it introduces somebody.

        `speaks` says that it is a source, `barred` who appears in what it says. None where it is a pronoun, nothing, or vague.
        """
        if phrase.form is Form.NAME and phrase.name is not None:
            return self._named(phrase, speaks=speaks)
        if phrase.form in (Form.NONE, Form.PRONOUN):
            return None
        if phrase.form is Form.VAGUE and len(phrase.words) == 1 and not phrase.plural:
            return self._by_role(phrase, described(phrase)) if phrase.determiner == "the" else None
        aliased = self.cast.known_as(phrase.rest, phrase.span)
        figure = aliased or self._known(phrase, barred, speaks=speaks) or self._introduced(phrase, speaks=speaks)
        figure.saw(phrase.span.start)
        return figure

    def _named(self, phrase: Phrase, *, speaks: bool) -> Figure | None:
        name = phrase.name
        figure = self.cast.at.get(name.span.start) if name is not None else None
        if name is None or figure is None:
            return None
        before = phrase.words[: -len(name.words)] if phrase.words[-len(name.words) :] == name.words else ()
        if not YOUNG.isdisjoint(before) or not OLD.isdisjoint(before):
            return self._of_family(figure, name.words[-1], young=not YOUNG.isdisjoint(before))
        if before or phrase.aside:
            self.cast.describe(figure, [*before, *phrase.aside])
        return self._government(figure, phrase) if speaks else figure

    def _of_family(self, figure: Figure, surname: str, *, young: bool) -> Figure:
        """Which of those who share a surname is "the younger" or "the elder": by age, else the son comes after the father."""
        family = [each for each in self.cast.by("last", surname) if is_person(each) and len(each.names[0]) > 1]
        family += [each for each in self.cast.by("by one name") if each.age and len(each.names[0]) == 1 and family]
        if len(family) < len({"one", "other"}):
            return figure
        if all(each.age is not None for each in family):
            family.sort(key=lambda each: -(each.age or 0))
        else:
            family.sort(key=lambda each: each.seen[0])
        return family[-1 if young else 0]

    def _government(self, figure: Figure, phrase: Phrase) -> Figure:
        """Whose word it is when a seat of government speaks: "Warsaw said" is Poland's."""
        seat = " ".join(figure.names[0]) if len(figure.names) == 1 else ""
        country = nations().seats.get(seat)
        if country is None or figure.kind is EntityKind.PERSON or phrase.determiner:
            return figure
        if country not in self.governments:
            named = next((each for each in self.cast.figures if self._is_country(each, country)), None)
            self.governments[country] = named or self.cast.introduce(
                Figure(best=phrase.span, label=country, kind=EntityKind.PLACE), (country.casefold(),)
            )
        speaker = self.governments[country]
        speaker.mentions.append(phrase.span)
        speaker.saw(phrase.span.start)
        return speaker

    @staticmethod
    def _is_country(figure: Figure, country: str) -> bool:
        names = nations().names
        return figure.kind is not EntityKind.PERSON and any(
            names.get(" ".join(name)) == country for name in figure.names
        )

    def _known(self, phrase: Phrase, barred: Collection[Figure], *, speaks: bool) -> Figure | None:
        if phrase.form is Form.PAIR or not (phrase.definite or phrase.plural):
            return None
        words = described(phrase)
        if phrase.form is Form.BODY:
            return body_meant(self.cast, self.scene, phrase, words)
        if phrase.form is Form.PAPER:
            return paper_meant(self.cast, self.scene, phrase, words)
        if phrase.form is Form.ROLE and phrase.determiner in POSSESSIVES and kin_of(head_of(words)):
            relative = relative_of(self.cast, self.scene, phrase, head_of(words))
            if relative is not None:
                return relative
        found = self._by_role(phrase, words)
        if found is None and phrase.form is Form.ROLE and phrase.definite and phrase.alone:
            return self._by_place(phrase, words, barred, speaks=speaks)
        return found

    def _by_role(self, phrase: Phrase, words: tuple[str, ...]) -> Figure | None:
        """Who is known by these words, or by others for the same: the best match, of several the one spoken of last."""
        head, start = head_of(words), phrase.span.start
        ranked: dict[tuple[int, int], list[Figure]] = {}
        pool = [each for word in alike(head) for each in self.cast.by("role", word)]
        for figure in dict.fromkeys([*pool, *self.cast.by("tag", head)]):
            fit = self._fit(figure, phrase, words)
            if fit:
                ranked.setdefault((fit, len(figure.tags.intersection(words[:-1]))), []).append(figure)
        if not ranked and not phrase.plural and (head in parties() or is_demonym(head)):
            ranked[1, 0] = [each for each in self._from(head) if not each.is_other_gender(gender_of_people(head))]
        for _, figures in sorted(ranked.items(), key=lambda item: item[0], reverse=True):
            best = nearest(figures, start)
            if best is not None and (best.named or best.before(start) is not None):
                return best
        return None

    def _fit(self, figure: Figure, phrase: Phrase, words: tuple[str, ...]) -> int:
        """How well a role that a figure has goes with a description: 2 the same, 1 another word for it, 0 not at all."""
        if figure.plural != phrase.plural and (phrase.plural or not figure.named) and figure.form is not Form.PAIR:
            return 0
        if figure.is_other_gender(gender_in(words)) or not _same_nation(figure, words):
            return 0
        rest = tuple(word for word in words[:-1] if word not in figure.tags and nation_of(word) is None)
        plain = (*rest, words[-1])
        if any(same_role(plain, role, rank=words) for role in figure.roles):
            return 2 if phrase.definite or words in figure.roles else 0
        if phrase.plural or not phrase.definite or figure.before(phrase.span.start) is None:
            return 0
        if words[-1] in figure.tags and words[-1] not in PART_OF_TITLES and not rest:
            return 1
        known = alike(words[-1]) - {words[-1]}
        others = [role for role in figure.roles if head_of(role) in known]
        return int(not rest and any(same_rank(words, role) for role in others))

    def _from(self, head: str) -> Iterator[Figure]:
        """Who was said to be from there, or of that party."""
        nation = nation_of(head)
        for figure in dict.fromkeys(
            [*self.cast.by("tag", head), *self.cast.by("nation", nation or ""), *self.cast.by("stem", head[:4])]
        ):
            related = head in figure.tags or any(share_a_stem(head, tag) for tag in figure.tags)
            if figure.named and (related or (nation is not None and figure.nation == nation)):
                yield figure

    def _by_place(
        self, phrase: Phrase, words: tuple[str, ...], barred: Collection[Figure], *, speaks: bool
    ) -> Figure | None:
        """Who is meant because he spoke or was spoken of last: the first before the phrase of whom nothing tells otherwise."""
        head = head_of(words)
        demonym = is_demonym(words[-1]) or words[-1] in parties()
        light = demonym or is_light(phrase.words)
        if (not light and is_held(head)) or not (speaks or (light and self._opens(phrase))):
            return None
        said: Figure | None = None
        for place, figure in self._people_before(phrase, words, light=light):
            if figure in barred:
                continue
            if not self._may_be(figure, words, light=light, named=demonym):
                if is_known_office(head):
                    return None
            elif not self.scene.in_content(place):
                return figure
            elif said is None and figure.named:
                said = figure
        return said if light else None

    def _people_before(self, phrase: Phrase, words: tuple[str, ...], *, light: bool) -> Iterator[Place]:
        """The people before a phrase, nearest first, whose gender, age and part in a trial do not speak against it."""
        gender, age = gender_in(words) or gender_of_people(words[-1]), age_of(phrase.words)
        in_court = head_of(words) in parts_in_court()
        for _, group, leading, _ in self.scene.back(phrase.span.start, FAR):
            for place, figure in group if leading or light else ():
                other = figure.is_other_gender(gender) or (age and figure.age and age != figure.age)
                sure = figure.kind is EntityKind.PERSON or figure.speaks
                if sure and is_person(figure) and not other and not (in_court and any(map(is_office, figure.heads))):
                    yield place, figure

    def _opens(self, phrase: Phrase) -> bool:
        """Whether a noun phrase is what its sentence begins with, and so most likely its subject."""
        start = self.scene.sentences[self.scene.sentence_at(phrase.span.start)].start if self.scene.sentences else 0
        return phrase.span.start - start <= len("their ")

    @staticmethod
    def _may_be(figure: Figure, words: tuple[str, ...], *, light: bool, named: bool) -> bool:
        """Whether nothing that is known of a figure speaks against a description."""
        if not figure.named and (named or not light):
            return False
        if not _same_nation(figure, words):
            return False
        return light or not {head for head in figure.heads if head not in parts_in_court()}

    def _introduced(self, phrase: Phrase, *, speaks: bool) -> Figure:
        words = described(phrase)
        return self.cast.introduce(
            Figure(
                best=phrase.span,
                form=phrase.form,
                kind=EntityKind.PERSON if speaks and _is_somebody(phrase) else KINDS.get(phrase.form, EntityKind.OTHER),
                gender=gender_in((phrase.head,)),
                roles=[words],
                phrase=phrase,
                plural=phrase.plural and phrase.head != "police",
            ),
            words,
        )


def _is_somebody(phrase: Phrase) -> bool:
    """Whether an unknown noun that speaks is a person: "a regular at the Swan"."""
    return phrase.form in (Form.OTHER, Form.VAGUE) and phrase.determiner in {"a", "an", "another"} and not phrase.plural


def described(phrase: Phrase) -> tuple[str, ...]:
    """The words by which a noun phrase describes: those of its role, else all before its noun and the noun in the singular."""
    words = role_words(phrase.words) if phrase.form is Form.ROLE else ()
    return words or ((*phrase.words[:-1], phrase.head) if phrase.head else (phrase.span.text.casefold(),))


def _same_nation(figure: Figure, words: Iterable[str]) -> bool:
    told = {nation for word in words if (nation := nation_of(word)) is not None}
    return not told or figure.nation is None or figure.nation in told
