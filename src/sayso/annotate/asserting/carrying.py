"""Who speaks on: a forecast outside of every attribution that is still the word of the source beside it or before it.

"The road is shut, a spokeswoman said. It will reopen by Sunday if the frost holds": the second sentence is hers. Of the narrator's
sentences with a modal right behind indirect speech, in the same paragraph, 11 of 12 are the source's (own passages, dev and the two
later annotations); of timetables there ("talks are to resume at six") 1 of 9, and behind a direct quotation 2 of 8: these stay the narrator's.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.annotate.asserting.clauses import Clause
from sayso.annotate.asserting.cue_words import words_of_cue
from sayso.annotate.asserting.denials import denies
from sayso.annotate.asserting.verbs import Token, verbs_of
from sayso.model.attribution import Attribution, CueKind, QuoteType
from sayso.model.document import Document, Span

TOLD = frozenset({CueKind.SPEECH, CueKind.WRITING})
BESIDE = TOLD | {CueKind.BELIEF, CueKind.DOCUMENT}
MODALS = frozenset({"will", "won't", "would", "wouldn't", "may", "might", "could", "cannot"})
MOST = 40  # statements of one sentence that are looked at; a sentence of news has seldom three
CONDITIONS = frozenset({"if", "unless", "provided", "providing", "once"})
GAP = " ,\u2014\u2013-\n"  # between a clause and the source that speaks it


def near_cue(each: Attribution, document: Document, sentences: Sequence[Span]) -> Attribution:
    """The attribution without whole sentences of indirect content in front of that in which its cue stands behind it.

    "The rail is shut. That is a scandal, said Ada Bell": of such first sentences 4 of 4 are the narrator's (own passages).
    """
    if each.type is not QuoteType.INDIRECT or not each.cue or not each.content:
        return each
    number = bisect_right(sentences, min(each.cue).start, key=lambda sentence: sentence.start) - 1
    if number < 0:
        return each
    home = sentences[number]
    left = tuple(document.span(max(span.start, home.start), span.end) for span in each.content if span.end > home.start)
    behind = min(each.content).start > max(each.cue).start  # "said: …" leads into further sentences
    return replace(each, content=left) if left and not behind else each


def with_conditions(clauses: Iterable[Clause]) -> list[Clause]:
    """The clauses, each with the condition that the text puts behind an interruption: "it may fall, he said, unless it rains"."""
    joined: list[Clause] = []
    for clause in clauses:
        if joined and is_condition(clause):
            joined[-1] = replace(joined[-1], tokens=(*joined[-1].tokens, *clause.tokens))
        else:
            joined.append(clause)
    return joined


def is_condition(clause: Clause) -> bool:
    """Whether a clause opens with "if" or its like; "provided" may be a past tense: "provided food", not "provided the wells are"."""
    if not clause.tokens or clause.tokens[0].text not in CONDITIONS:
        return False
    return not clause.shared or len(verbs_of(clause.tokens[1:])) > 0


class Carried:
    """The statements of a document by the sentence in which their cue stands."""

    def __init__(self, document: Document, sentences: Sequence[Span], statements: Iterable[Attribution]) -> None:
        """Make them ready; takes time in proportion to the text."""
        self._text, self._starts = document.text, [sentence.start for sentence in sentences]
        self._sentences = sentences
        self._by_sentence: dict[int, list[Attribution]] = {}
        for each in statements:
            if each.within is None and each.cue and each.source and each.cue_kind in BESIDE:
                here = self._by_sentence.setdefault(self._number(min(each.cue).start), [])
                here += [each] * (len(here) < MOST)

    def _number(self, place: int) -> int:
        return max(0, bisect_right(self._starts, place) - 1)

    def speaker(self, sentence: Span, part: Span, words: Sequence[Token]) -> Attribution | None:
        """The statement whose source speaks on in a part of a sentence, or none; `words` are those of the clause.

        Behind another sentence only a modal shows that it goes on.
        """
        number = self._number(sentence.start)
        here = self._by_sentence.get(number, [])
        if here:
            found = self._beside(here, part)
        else:
            found = self._before(number) if number - 1 in self._by_sentence and _has_modal(words) else None
        return found if found is not None and not denies(words_of_cue(found)) else None

    def _beside(self, here: Sequence[Attribution], part: Span) -> Attribution | None:
        """Who speaks in the same sentence before the part, or right behind it."""
        earlier = [each for each in here if each.type is not QuoteType.DIRECT and _end(each) <= part.start]
        if earlier:
            return max(earlier, key=_end)
        behind = (each for each in here if min(each.source).start >= part.end and each.cue_kind in TOLD)
        return next((each for each in behind if not self._text[part.end : min(each.source).start].strip(GAP)), None)

    def _before(self, number: int) -> Attribution | None:
        """Who speaks in the sentence before, in the same paragraph."""
        if "\n" in self._text[self._sentences[number - 1].end : self._sentences[number].start]:
            return None
        last = max(self._by_sentence[number - 1], key=_end)
        return last if last.cue_kind in TOLD and last.type is not QuoteType.DIRECT else None


def _has_modal(words: Sequence[Token]) -> bool:
    return any(token.low in MODALS or token.low.endswith("'ll") for token in words)


def _end(each: Attribution) -> int:
    return max(span.end for span in (*each.source, *each.cue, *each.content))
