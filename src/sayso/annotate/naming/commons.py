"""Noun phrases of the narration that a later source may go back to: "the hikers", "a trader", "the farm ministry"."""

from collections.abc import Iterator, Sequence

from sayso.annotate.naming.capitals import Word, words_in
from sayso.annotate.naming.name_words import name_words
from sayso.annotate.naming.names import Name
from sayso.annotate.naming.phrases import NUMBERS, Form, Phrase, describe, is_known_noun, singular
from sayso.annotate.naming.titles import DETERMINERS, PREPOSITIONS, VERBS, honorifics
from sayso.model.document import Document, Span

LONGEST = 5  # words between the determiner and the noun: "the regional fire and rescue service"
OPENERS = DETERMINERS | NUMBERS | frozenset({"some", "many", "most", "these", "those"})
PEOPLE = (
    "er",
    "or",
    "ist",
    "ian",
    "man",
    "woman",
    "ant",
    "ent",
    "ee",
)  # in the plural, after a determiner: "the hikers"
FORMS = frozenset({Form.ROLE, Form.BODY, Form.GROUP, Form.PAPER})


def find_commons(document: Document, sentences: Sequence[Span], names: Sequence[Name]) -> Iterator[Phrase]:
    """Every such phrase in the sentences, in order, each taken apart."""
    for sentence in sentences:
        words = list(words_in(document.text, sentence.start, sentence.end))
        index = 0
        while index < len(words):
            if words[index].low in OPENERS or (index == 0 and words[0].low not in name_words().function):
                end = _noun(document.text, words, index)
                if end is not None:
                    phrase = describe(document, (document.span(words[index].start, words[end].end),), names)
                    if phrase.form in FORMS:
                        yield phrase
                    index = end
            index += 1


def _noun(text: str, words: Sequence[Word], start: int) -> int | None:
    """Where the phrase that begins here has its noun, if that noun is one of people, bodies or papers."""
    found = None
    for index in range(start, min(len(words), start + 1 + LONGEST)):
        word = words[index]
        if index > start and (
            text[words[index - 1].end : word.start] not in {" ", "\n", "\u00a0", "'s ", "\u2019s "}
            or word.low in PREPOSITIONS
            or word.low in VERBS
        ):
            break
        if (index > start or word.low not in OPENERS) and _is_noun(word.low):
            found = index
        elif found is not None:
            return None if word.text[0].isupper() and index == found + 1 else found
    return found


def _is_noun(low: str) -> bool:
    head = singular(low)
    if low in honorifics():
        return False
    if head != low and head.endswith(PEOPLE):
        return True
    return is_known_noun(low)
