"""Turns: who goes on speaking in quotations that no cue stands beside."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.annotate.bare import announced, narrated_speaker, signature
from sayso.annotate.relations import Range, Relation
from sayso.annotate.units import Unit
from sayso.annotate.words import Words
from sayso.model.attribution import CueKind
from sayso.model.quotation import Quotation

# How many paragraphs may stand between a speaker's last quotation and one without a cue.
REACH = 3


class Turns:
    """The relations found so far, and the quotations that wait for a speaker."""

    def __init__(self, words: Words, quotations: Sequence[Quotation]) -> None:
        self.words = words
        self.quotations = quotations
        self.relations: list[Relation] = []
        self.pending: Range | None = None
        self._paragraph = -1
        self._from = 0
        self._last: int | None = None
        self._last_paragraph = -REACH - 1
        self._announced: tuple[Range, tuple[Range, ...]] | None = None
        self._previous: Unit | None = None
        self._open: list[int] = []

    def take(self, unit: Unit) -> bool:
        """Take a unit that needs no cue of its own: a quotation, a signature, an announcement; False where it does."""
        if unit.paragraph != self._paragraph:
            self._flush()
            self._paragraph, self._from = unit.paragraph, len(self.relations)
        if self._is_quotation(unit):
            self._take_quotation(unit)
            return True
        return self._take_signature(unit)

    def add(self, unit: Unit, found: list[Relation]) -> None:
        """Add what was found in a unit, and keep in mind who speaks."""
        used = any(relation.rule == "quotation-source-cue" for relation in found)
        if not used:
            self._flush()
        self.pending = None
        for relation in found:
            self.relations.append(relation)
            if self._is_quoted(relation):
                self._speaks(len(self.relations) - 1)
        self._previous = unit
        speaker = announced(self.words, unit)
        self._announced = (speaker, ()) if speaker and not found else self._cue_with_colon(unit)

    def finish(self) -> list[Relation]:
        """All relations, when the text is at its end."""
        self._flush()
        return self.relations

    def _is_quotation(self, unit: Unit) -> bool:
        words, index = self.words, unit.low
        if words.quoted[index] < 0:
            return False
        while index < unit.high:
            if words.quoted[index] >= 0:
                index = words.ranges[words.quoted[index]][1]
            elif words.tags[index] in ".-,":
                index += 1
            else:
                return False
        return True

    def _is_quoted(self, relation: Relation) -> bool:
        return any(self.words.quoted[start] >= 0 or self.words.quoted[end - 1] >= 0 for start, end in relation.content)

    def _speaks(self, number: int) -> None:
        """A relation with a quotation was found: its speaker has the word, and what was left open belongs to him."""
        first = min(start for start, _ in self.relations[number].content)
        if self._open and self._continues(first):
            for at in self._open:
                self.relations[at] = replace(self.relations[at], continues=number)
        self._open = []
        self._last, self._last_paragraph = number, self._paragraph

    def _continues(self, word: int) -> bool:
        quotation = self.words.quoted[word]
        return quotation >= 0 and self.quotations[quotation].continues

    def _take_quotation(self, unit: Unit) -> None:
        content = (unit.low, unit.high)
        if self._announced:
            self._answer(content)
            return
        for index in range(len(self.relations) - 1, self._from - 1, -1):
            if self._is_quoted(self.relations[index]):
                self.relations[index] = replace(
                    self.relations[index], content=(*self.relations[index].content, content)
                )
                return
        self._flush()
        self.pending = content

    def _answer(self, content: Range) -> None:
        """Give the quotation to whom the line before announces."""
        source, cue = self._announced or ((0, 1), ())
        self._announced = None
        self._push((source,), cue, content, "announced", 0.8)
        self._speaks(len(self.relations) - 1)

    def _cue_with_colon(self, unit: Unit) -> tuple[Range, tuple[Range, ...]] | None:
        """The source and cue of a unit that ends in a colon: In a statement, the ministry said:"""
        words = self.words
        if words.tags[unit.high - 1] != ":":
            return None
        from sayso.annotate.cues import find_cues
        from sayso.annotate.sources import source_before

        for cue in reversed(find_cues(words, unit.low, unit.high)):
            source = source_before(words, cue.first, unit.low) if cue.reports else None
            if source:
                return source, ((cue.first, cue.last),)
        return None

    def _take_signature(self, unit: Unit) -> bool:
        source = signature(self.words, unit) if self.pending else None
        if source is None or self.pending is None:
            return False
        content, self.pending = self.pending, None
        self._push((source,), (), content, "signed-quotation", 0.8)
        self._speaks(len(self.relations) - 1)
        return True

    def _push(
        self, source: tuple[Range, ...], cue: tuple[Range, ...], content: Range, rule: str, confidence: float
    ) -> None:
        self.relations.append(
            Relation(source=source, cue=cue, content=(content,), kind=CueKind.SPEECH, rule=rule, confidence=confidence)
        )

    def _flush(self) -> None:
        """Decide about a quotation that waited in vain: the last speaker goes on, or it opens what a later one closes."""
        if self.pending is None:
            return
        content, self.pending = self.pending, None
        previous = self._previous
        if previous and previous.paragraph == self._paragraph and previous.high <= content[0]:
            speaker = narrated_speaker(self.words, previous)
            if speaker:
                self._push((speaker,), (), content, "bare-quotation", 0.5)
                self._speaks(len(self.relations) - 1)
                return
        if self._last is not None and self._paragraph - self._last_paragraph <= REACH:
            self._push((), (), content, "continues", 0.7)
            self.relations[-1] = replace(self.relations[-1], continues=self._last)
            self._last_paragraph = self._paragraph
        elif not self.quotations[self.words.quoted[content[0]]].closed:
            self._push((), (), content, "continues", 0.6)
            self._open.append(len(self.relations) - 1)
