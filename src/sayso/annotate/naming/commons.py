"""Noun phrases of the narration that a later source may go back to: "the hikers", "a trader", "the farm ministry"."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from sayso.annotate.naming.capitals import Word
from sayso.annotate.naming.name_words import name_words
from sayso.annotate.naming.names import Names
from sayso.annotate.naming.nations import nations
from sayso.annotate.naming.nouns import KEPT, is_known_noun, parties, singular
from sayso.annotate.naming.phrases import Form, Phrase, describe_noun
from sayso.annotate.naming.roles import is_light
from sayso.annotate.naming.titles import POSSESSIVES, PREPOSITIONS, VERBS, honorifics
from sayso.annotate.naming.wording import OPENERS, Wording
from sayso.lexicons import words_of

LONGEST = 5  # words between the determiner and the noun: "the regional fire and rescue service"
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
FORMS = (Form.ROLE, Form.BODY, Form.GROUP, Form.PAPER)


def find_commons(wording: Wording, names: Names) -> Iterator[Phrase]:
    """Every such phrase in the sentences, in order, each taken apart."""
    document = wording.document
    for line in wording.lines:
        words, after = line.words, 0
        bare = [] if line.openers[:1] == [0] or words[0].low in name_words().function else [0]
        for index in (*bare, *line.openers):
            end = _noun(document.text, words, index) if index >= after else None
            if end is not None:
                after = end + 1
                if (
                    end == index + 1
                    and words[index].low in POSSESSIVES
                    and words[end].low in words_of("grammar", "no_persons")
                ):
                    continue
                phrase = describe_noun(document, words[index:after], names)
                if phrase.form in FORMS:
                    yield phrase


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
        if (index > start or word.low not in OPENERS) and _is_noun(text, words, index):
            found = index
        elif found is not None:
            return None if word.text[0].isupper() and index == found + 1 else found
    return found


def _is_noun(text: str, words: Sequence[Word], index: int) -> bool:
    """Whether a word is a noun of people, bodies or papers; where somebody is from counts where no noun follows."""
    low = words[index].low
    if not _may_be_noun(low):
        return False
    if low not in nations().people and low not in parties():
        return True
    following = words[index + 1] if index + 1 < len(words) else None
    return following is None or text[words[index].end : following.start] != " " or following.low in VERBS


@lru_cache(maxsize=KEPT)
def _may_be_noun(low: str) -> bool:
    """Whether a word is such a noun by itself."""
    head = singular(low)
    if low in honorifics():
        return False
    known = (head != low and head.endswith(PEOPLE)) or is_known_noun(low) or is_light((low,))
    return known or low in nations().people or low in parties()
