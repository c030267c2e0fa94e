"""Turns: who goes on speaking in quotations that no cue stands beside."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sayso.annotate.reporting.bare import announced, is_crosshead, narrated_speaker, signature
from sayso.annotate.reporting.ranges import Range
from sayso.annotate.reporting.relations import Relation
from sayso.annotate.reporting.units import Unit
from sayso.annotate.reporting.words import Words
from sayso.model.quotation import Quotation

# How many paragraphs may stand between a speaker's last quotation and one without a cue.
REACH = 3
# How many relations back, in its paragraph, the one is looked for that a quotation without a cue belongs to.
NEAR = 8
# The shortest quotation, in words with its marks, that makes a turn of its own; shorter ones are names and titles.
SHORTEST = 5

# How sure each rule is: what share of its contents PolNeAR train has exactly (announced 15 of 18, signed 7 of 10, bare 15 of
# 27, continued 118 of 169), rounded down.
ANNOUNCED, SIGNED, BARE, CONTINUES = 0.8, 0.7, 0.5, 0.65


@dataclass(slots=True)
class Turns:
    """The relations found so far, and the quotation that waits for a speaker."""

    words: Words
    quotations: Sequence[Quotation]
    relations: list[Relation] = field(default_factory=list)
    pending: tuple[Range, ...] = ()
    paragraph: int = -1
    from_here: int = 0  # the number of the first relation of this paragraph
    last: int | None = None  # the number of the relation whose speaker has the word
    last_paragraph: int = 0
    expected: tuple[Range, tuple[Range, ...]] | None = None  # a source and cue that announced what follows
    previous: Unit | None = None
    waiting: list[int] = field(default_factory=list)  # quotations that a later paragraph closes

    def take(self, unit: Unit) -> bool:
        """Take a unit that needs no cue of its own: a quotation or a signature; False where it is neither."""
        if unit.paragraph != self.paragraph:
            if self._take_signature(unit):
                return True
            self._flush()
            self.paragraph, self.from_here = unit.paragraph, len(self.relations)
        quotations = self._quotations_of(unit)
        if quotations:
            self._take_quotations(quotations)
        return bool(quotations) or self._take_signature(unit)

    def goes_on_in_transcript(self, unit: Unit) -> bool:
        """Whether the unit stands in the paragraph of a transcript's speaker; it is added to what was said."""
        if unit.paragraph != self.paragraph or len(self.relations) <= self.from_here:
            return False
        relation = self.relations[-1]
        if relation.rule != "transcript":
            return False
        self.relations[-1] = relation.with_more(((unit.low, unit.high),))
        return True

    def add(self, unit: Unit, found: list[Relation], expected: tuple[Range, tuple[Range, ...]] | None) -> None:
        """Add what was found in a unit, keep in mind who speaks, and whom a colon at its end announces."""
        if not any(relation.rule == "quotation-source-cue" for relation in found):
            self._flush()
        self.pending = ()
        for relation in found:
            self.relations.append(relation)
            if self._is_quoted(relation):
                self._speaks(len(self.relations) - 1)
        self.previous = unit
        speaker = announced(self.words, unit) if not found else None
        self.expected = (speaker, ()) if speaker else expected

    def finish(self) -> list[Relation]:
        """All relations, when the text is at its end."""
        self._flush()
        return self.relations

    def _quotations_of(self, unit: Unit) -> tuple[Range, ...]:
        """The quotations of a unit that has nothing else; or that opens with one and has no verb outside."""
        words, index = self.words, unit.low
        if words.quoted[index] < 0:
            return ()
        found: list[Range] = []
        while index < unit.high:
            number = words.quoted[index]
            if number >= 0:
                found.append((index, min(unit.high, words.ranges[number][1])))
                index = found[-1][1]
            elif words.tags[index] in ".-," or (words.tags[index] in "CASPDnN" and words.tags[index - 1] != "-"):
                index += 1
            else:
                return ()
        bare = all(
            words.tags[at] in ".-," for (_, end), (start, _) in _gaps(found, unit.high) for at in range(end, start)
        )
        return tuple(found) if bare or len(found) > 1 else ()

    def _is_quoted(self, relation: Relation) -> bool:
        return any(self.words.quoted[start] >= 0 or self.words.quoted[end - 1] >= 0 for start, end in relation.content)

    def _speaks(self, number: int) -> None:
        """A relation with a quotation was found: its speaker has the word, and what was left open belongs to it."""
        first = min(start for start, _ in self.relations[number].content)
        quotation = self.words.quoted[first]
        if quotation >= 0 and self.quotations[quotation].continues:
            for at in self.waiting:
                self.relations[at] = replace(self.relations[at], continues=number)
        self.waiting = []
        self.last, self.last_paragraph = number, self.paragraph

    def _take_quotations(self, content: tuple[Range, ...]) -> None:
        if self.expected:
            source, cue = self.expected
            self.expected = None
            self._push(source=(source,), cue=cue, content=content, rule="announced", confidence=ANNOUNCED)
            self._speaks(len(self.relations) - 1)
            return
        for index in range(len(self.relations) - 1, max(self.from_here, len(self.relations) - NEAR) - 1, -1):
            if self._is_quoted(self.relations[index]):
                self.relations[index] = self.relations[index].with_more(content)
                return
        self._flush()
        self.pending = content

    def _take_signature(self, unit: Unit) -> bool:
        source = signature(self.words, unit) if self.pending else None
        if source is None:
            return False
        self._push(source=(source,), content=self.pending, rule="signed-quotation", confidence=SIGNED)
        self.pending = ()
        self._speaks(len(self.relations) - 1)
        return True

    def _push(
        self,
        *,
        source: tuple[Range, ...] = (),
        cue: tuple[Range, ...] = (),
        content: tuple[Range, ...],
        rule: str,
        confidence: float,
    ) -> None:
        self.relations.append(Relation(source=source, cue=cue, content=content, rule=rule, confidence=confidence))

    def _flush(self) -> None:
        """Decide about a quotation that waited in vain: the last speaker goes on, or it opens what a later one closes."""
        content, self.pending = self.pending, ()
        if not content or (content[0][1] - content[0][0] < SHORTEST and self.last is None):
            return
        speaker = self._narrated(content[0][0])
        if speaker:
            self._push(source=(speaker,), content=content, rule="bare-quotation", confidence=BARE)
            self._speaks(len(self.relations) - 1)
        elif is_crosshead(self.words, content):
            return
        elif self.last is not None and self.paragraph - self.last_paragraph <= REACH:
            self._push(content=content, rule="continues", confidence=CONTINUES)
            self.relations[-1] = replace(self.relations[-1], continues=self.last)
            self.last_paragraph = self.paragraph
        elif not self.quotations[self.words.quoted[content[0][0]]].closed:
            self._push(content=content, rule="continues", confidence=CONTINUES)
            self.waiting.append(len(self.relations) - 1)

    def _narrated(self, first: int) -> Range | None:
        """Who acts in the sentence right before, in the same paragraph."""
        previous = self.previous
        if previous is None or previous.paragraph != self.paragraph or previous.high > first:
            return None
        return narrated_speaker(self.words, previous)


def _gaps(found: list[Range], high: int) -> list[tuple[Range, Range]]:
    return list(zip(found, [*found[1:], (high, high)], strict=True))
