"""What a word is for a search: the same in every ledger, whatever its engine calls a token.

Words are found and folded here and given to the engine ready-made, so that offsets come from Python's code points and a
search answers alike in memory, in SQLite of any version, and in a second dialect later.
"""

import re
import unicodedata
from collections import deque
from collections.abc import Iterator, Sequence

from sayso.model.document import Document, Span
from sayso.model.reading import Reading

WORD = re.compile("[\\w\u0300-\u036f]+")  # letters and digits with the accents that stand behind them
NO_LETTER = ("_", " ")  # which a pattern takes for a letter
LONGEST = 64  # characters of a word that count: no English word is longer, and FTS5 cuts at 32 KB by its own rule
AROUND = 100  # characters of context on each side of a hit: about a line and a half of a terminal

Phrase = tuple[str, ...]


def fold(word: str) -> str:
    """A word without case, accents and compatibility forms; only letters and digits are left."""
    if word.isascii():
        return word[:LONGEST].lower()
    plain = unicodedata.normalize("NFKD", word[: 4 * LONGEST])  # accents take places that do not count
    return "".join(letter for letter in plain if letter.isalnum()).casefold().lower()[:LONGEST]


def words_of(text: str) -> Iterator[tuple[str, int, int]]:
    """Each word folded, with where it stands in the text."""
    for match in WORD.finditer(text.replace(*NO_LETTER)):
        if word := fold(match[0]):
            yield word, match.start(), match.end()


def folded(text: str | None) -> str:
    """The words of a text with a blank between them, as an engine indexes it: `words_of` in a sixth of the time."""
    words = WORD.findall((text or "").replace(*NO_LETTER))
    return " ".join(filter(None, [word[:LONGEST] if word.isascii() else fold(word) for word in words])).lower()


def phrases_of(query: str) -> tuple[Phrase, ...]:
    """What a user looks for: one phrase per stretch without blanks ("mayor's" is two words in a row), empty ones left out."""
    phrases = (tuple(word for word, _, _ in words_of(part)) for part in query.split())
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase))


def find_hit(phrases: Sequence[Phrase], text: str) -> tuple[int, int] | None:
    """Where the longest of the phrases that are in the text stands first: the longer, the more it says."""
    for phrase in sorted(phrases, key=lambda each: -sum(map(len, each))):
        last = deque[tuple[str, int, int]](maxlen=len(phrase))
        for each in words_of(text):
            last.append(each)
            if each[0] == phrase[-1] and tuple(word for word, _, _ in last) == phrase:
                return last[0][1], last[-1][2]
    return None


def holds_all(phrases: Sequence[Phrase], *texts: str | None) -> bool:
    """Whether each phrase stands in one of the texts."""
    padded = [f" {folded(text)} " for text in texts]
    return all(any(f" {' '.join(phrase)} " in text for text in padded) for phrase in phrases)


def around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """A stretch with what stands before and after it, in whole words where there are any."""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    if start > AROUND:
        before = before[before.find(" ") + 1 :]
    if end + AROUND < len(text):
        after = after[: after.rfind(" ") + 1] or after
    return before, text[start:end], after


def hit_in_claim(phrases: Sequence[Phrase], document: Document, spans: Sequence[Span]) -> tuple[str, str, str]:
    """The words in the first span of a claim that has one of them; the whole first span where only the claimant answers."""
    for span in spans:
        if hit := find_hit(phrases, span.text):
            return around(document.text, span.start + hit[0], span.start + hit[1])
    return around(document.text, spans[0].start, spans[0].end) if spans else ("", "", "")


def hit_in_document(phrases: Sequence[Phrase], document: Document) -> tuple[str, str, str]:
    """The first of the words in the text, or in the title where the text has none."""
    for text in (document.text, document.title or ""):
        if hit := find_hit(phrases, text):
            return around(text, *hit)
    return "", "", ""


def claimants_of(reading: Reading) -> dict[str, str]:
    """On whose word each attribution stands, as a name to search by: the entity's, else the words of the source."""
    names = {entity.id: entity.name for entity in reading.entities}
    return {
        each.id: names.get(each.claimant or "", " ".join(span.text for span in each.source))
        for each in reading.attributions
    }
