"""One pass through a text, in its order: each noun phrase and each source is resolved by what stands before it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sayso.annotate.naming.anonymity import keeps_back_a_name
from sayso.annotate.naming.delayed import is_bare, lead_of, named_later, turns_away
from sayso.annotate.naming.elided import is_elided, owner_of
from sayso.annotate.naming.figures import Figure
from sayso.annotate.naming.phrases import Form, Phrase
from sayso.annotate.naming.pronouns import resolve_pronoun, spoken_of
from sayso.annotate.naming.referring import Referring
from sayso.annotate.naming.roles import deed_roles, hears_witnesses, is_office
from sayso.annotate.naming.scene import Places, Scene
from sayso.annotate.naming.unmarked import actor_before, is_unmarked, speaker_of
from sayso.model.attribution import Attribution, CueKind, QuoteType
from sayso.model.document import Span
from sayso.model.entity import EntityKind

CONTINUES = "continues "  # the reason by which a stage of attributions says whose words go on
# The kinds of attribution whose source a pronoun takes up.
SPEAKING = (CueKind.SPEECH, CueKind.WRITING, CueKind.DOCUMENT, CueKind.BELIEF)
NAMING = (", ", " called ", " named ")  # between a noun phrase and the name of whom it means
CHAIN = 100  # attributions that may continue one another before the chain is taken for a circle
MOST_UNNAMED = 8  # people of the lead that are kept in mind; the first who fits is taken
HEARING = 40  # code points after a cue in which "told a Senate committee" names who listens


@dataclass(slots=True)
class Found:
    """What is known of one attribution's source so far."""

    phrase: Phrase
    figure: Figure | None = None
    reason: str = ""
    asked: bool = False
    continued: "Found | None" = None


@dataclass(slots=True)
class Walk:
    """The attributions with what was found of each, and what was resolved on the way.

    `beside` are sources by what holds them; `lead` is where the lead of the text ends, `unnamed` who appears in it without a
    name, and `same` who of them turned out to have one, by identity.
    """

    scene: Scene
    referring: Referring
    by_id: Mapping[str, Attribution]
    found: Mapping[str, Found]
    met: dict[tuple[str, Span], Figure | None] = field(default_factory=dict)
    beside: dict[str | None, Places] = field(default_factory=dict)
    lead: int = -1
    unnamed: list[Figure] = field(default_factory=list)
    same: dict[int, Figure] = field(default_factory=dict)

    def go(self, attributions: Sequence[Attribution], commons: Sequence[Phrase]) -> None:
        """Resolve the sources of all attributions, with the noun phrases between them on the way."""
        self.lead = lead_of(self.scene.document.text)
        asked = [*((phrase.span.start, 0, phrase, None) for phrase in commons)]
        sources = [(self._place(each), 1, self.found[each.id].phrase, each) for each in attributions]
        for place, _, phrase, each in sorted([*asked, *sources], key=lambda item: item[:2]):
            if each is None:
                self._meet(phrase)
                continue
            self._resolve(each, CHAIN)
            figure = self.found[each.id].figure
            if figure is not None and each.cue_kind in SPEAKING:
                self.scene.spoke(place, figure)
        self._identify(attributions)

    def _place(self, attribution: Attribution) -> int:
        phrase = self.found[attribution.id].phrase
        if phrase.form is not Form.NONE:
            return phrase.span.start
        return min((span.start for span in attribution.content or attribution.cue), default=0)

    def _meet(self, phrase: Phrase) -> None:
        """A noun phrase of the narration or of somebody's words."""
        figure = self._named_next(phrase) or self.referring.meant_by(phrase)
        if figure is not None:
            self.scene.meet(phrase.span.start, figure)
            self._note(phrase, figure)

    def _note(self, phrase: Phrase, figure: Figure) -> None:
        """Keep in mind whom the lead is about without a name, but for those who will have none."""
        in_lead = phrase.span.start < self.lead and not figure.named and figure.kind is EntityKind.PERSON
        few = len(self.unnamed) < MOST_UNNAMED
        if in_lead and few and figure not in self.unnamed and not keeps_back_a_name(phrase):
            self.unnamed.append(figure)

    def _named_next(self, phrase: Phrase) -> Figure | None:
        """Whoever is named right behind a noun phrase: "a survivor, Ada Bell, laughed", "a fisherman called Juma"."""
        text, end = self.scene.document.text, phrase.span.end
        step = next((len(joint) for joint in NAMING if text.startswith(joint, end)), 0)
        figure = self.referring.cast.at.get(end + step) if step else None
        return figure if figure is not None and phrase.head in figure.heads else None

    def _resolve(self, each: Attribution, depth: int) -> None:
        """Find the figure of one attribution, after those that it depends on."""
        mine = self.found[each.id]
        if mine.asked or depth == 0:
            return
        mine.asked = True
        before = self.by_id.get(_continued(each) or "")
        outer = self.by_id.get(each.within or "")
        for other in (before, outer):
            if other is not None:
                self._resolve(other, depth - 1)
        if mine.phrase.form is Form.PRONOUN:
            said_by = self.found[outer.id].figure if outer is not None else None
            direct = outer is not None and outer.type is QuoteType.DIRECT
            mine.figure = resolve_pronoun(self.scene, each, mine.phrase.span, said_by, direct=direct)
            mine.reason = f"claimant: pronoun {mine.phrase.span.text!r}" + ("" if mine.figure else " undecided")
        elif not each.source and (before is not None or is_unmarked(each) or is_elided(each)):
            self._untold(each, mine, before)
        else:
            self._told(each, mine)
        if mine.figure is not None and each.source:
            self.beside.setdefault(each.within, Places()).add(each.source[0].start, mine.figure)

    def _untold(self, each: Attribution, mine: Found, before: Attribution | None) -> None:
        """The figure of an attribution without a source: whom the sentence before is about, who goes on, who owns the cue."""
        if is_unmarked(each):
            acting = actor_before(self.scene, each)
            mine.figure = acting or (speaker_of(self.scene, each) if before is None else None)
            mine.reason = "claimant: by the sentence before" if mine.figure else ""
        if mine.figure is None and before is not None:
            mine.figure, mine.continued = self.found[before.id].figure, self.found[before.id]
            mine.reason = f"claimant: {CONTINUES}{before.id}"
        elif is_elided(each):
            mine.figure = owner_of(self.scene, each, self.beside.get(each.within) or Places())
            mine.reason = "claimant: by the words before the cue" if mine.figure else ""

    def _told(self, each: Attribution, mine: Found) -> None:
        """The figure of a source with a name or a noun; one source of several attributions is one figure."""
        phrase = mine.phrase
        known = (phrase.form.value, phrase.span)
        if known not in self.met:
            barred = self._barred(each, phrase) if phrase.form is Form.ROLE else ()
            self.met[known] = self.referring.meant_by(phrase, speaks=True, barred=barred)
            if (figure := self.met[known]) is not None and phrase.form is not Form.NAME:
                self.scene.meet(phrase.span.start, figure)
        figure = self.met[known]
        if figure is not None:
            text, start = self.scene.document.text, phrase.span.start
            if not figure.speaks and start >= self.lead and is_bare(phrase, figure) and not turns_away(text, start):
                self._tell(figure)
            if each.within is None:
                self._note(phrase, figure)
            figure.speaks = True
            mine.figure, mine.reason = figure, f"claimant: {phrase.form.value} {phrase.span.text!r}"
            self._learn(each, figure)

    def _barred(self, each: Attribution, phrase: Phrase) -> list[Figure]:
        """Whom a noun phrase does not mean: who appears in what it says, and in whose words it stands itself."""
        outer = self.found[each.within].figure if each.within is not None and each.within in self.found else None
        return [*spoken_of(self.scene, each, phrase.span.start), *([outer] if outer is not None else [])]

    def _tell(self, figure: Figure) -> None:
        """Somebody is named as if it had been told who that is: whoever the lead is about, if it names nobody."""
        fitting = [each for each in self.unnamed if not each.plural and not each.is_other_gender(figure.gender)]
        if fitting:
            self.referring.cast.merge(fitting[0], figure)
            self.same[id(fitting[0])] = figure
        self.unnamed.clear()

    def _learn(self, each: Attribution, figure: Figure) -> None:
        """What somebody's deed makes of him: who testifies is a witness, and so is who tells a committee without a seat in it."""
        roles = [role for span in each.cue for word in span.text.casefold().split() for role in deed_roles(word)]
        end = max((span.end for span in each.cue), default=0)
        if (
            end
            and hears_witnesses(self.scene.document.text[end : end + HEARING])
            and not any(map(is_office, figure.heads))
        ):
            roles.append("witness")
        for role in roles:
            self.referring.cast.describe(figure, [role])

    def _identify(self, attributions: Sequence[Attribution]) -> None:
        """Give the unnamed sources of the lead the names that come further down."""
        spoken = [
            (self._place(each), mine.phrase, mine.figure)
            for each in attributions
            if (mine := self.found[each.id]).figure is not None and each.source and each.within is None
        ]
        later = self.same | named_later(self.scene.document, sorted(spoken, key=lambda item: item[0]))
        for mine in self.found.values() if later else ():
            if mine.figure is not None and id(mine.figure) in later:
                mine.figure = later[id(mine.figure)]
                mine.reason += ", named further down"


def _continued(attribution: Attribution) -> str | None:
    """The id of the attribution that this one goes on from without naming a source, if it says so."""
    said = next((reason for reason in attribution.reasons if reason.startswith(CONTINUES)), None)
    return said.removeprefix(CONTINUES).split(" ")[0] if said else None
