"""Proper names of a text: bare, with the titles that introduce them and what those tell of kind and gender.

The titles come from the words before ("Bishop Tomasz Kral", "the writer Ferdinand Bloch", "the mayor, Joris Vlek,") and after
("Maria Ortiz, the mayor"). A capital at the start of a sentence or headline makes no name by itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.annotate.naming.bodies import is_body, join_bodies
from sayso.annotate.naming.capitals import MONTHS_THAT_NAME, WORD, Word, capital_runs, is_capital, particles, words_in
from sayso.annotate.naming.name_words import name_words
from sayso.annotate.naming.titles import (
    DETERMINERS,
    VERBS,
    gender_of,
    honorifics,
    is_modifier,
    is_role,
    title_after,
    title_before,
)
from sayso.model.document import Document, Span
from sayso.model.entity import EntityKind

HEADLINE_CAPITALS = (
    0.7  # a line of five words without a full stop and with so many capitals is a headline in title case
)
HEADLINE_WORDS = 5
OPENERS = frozenset("\"'“”‘«„‹›»:•*-–—([\n")
BEFORE_A_MONTH = frozenset(
    {"in", "on", "by", "since", "until", "of", "from", "to", "last", "next", "early", "late", "this", "mid", "and"}
)
INSIDE = frozenset({"in", "near", "outside", "across"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A bare name where it stands; `kind` is null where nothing tells, `gender` is "m" or "f" where a title tells.

    `article` says that "the" stands before it, `heading` that it stands in a line in title case, `opening` that
    its capital may be the sentence's own.
    """

    span: Span
    words: tuple[str, ...]
    titles: tuple[str, ...] = ()
    gender: str | None = None
    kind: EntityKind | None = None
    article: bool = False
    heading: bool = False
    opening: bool = False


def find_names(document: Document, sentences: Sequence[Span]) -> tuple[Name, ...]:
    """Every proper name in the sentences, in the order of the text."""
    text = document.text
    vocabulary = frozenset(match[0] for match in WORD.finditer(text) if match[0].islower())
    found: list[Name] = []
    for sentence in sentences:
        words = list(words_in(text, sentence.start, sentence.end))
        found.extend(_names_of(document, words, vocabulary))
    surnames = {name.words[-1] for name in found if len(name.words) > 1}
    return tuple(
        name for name in found if len(name.words) > 1 or not is_role(name.words[0]) or name.words[0] in surnames
    )


def _names_of(document: Document, words: list[Word], vocabulary: frozenset[str]) -> Iterator[Name]:
    text = document.text
    closed = bool(words) and text[words[-1].end : words[-1].end + 1] == "."
    capitals = 0 if closed else sum(map(is_capital, words))
    heading = len(words) >= HEADLINE_WORDS and capitals >= HEADLINE_CAPITALS * len(words)
    place_of = {word.start: index for index, word in enumerate(words)}
    runs = [part for run in capital_runs(text, words) for part in _split(text, run, heading=heading)]
    for run in join_bodies(text, runs):
        trimmed = _trim(text, run, words[0].start, vocabulary)
        if trimmed:
            first, last = place_of[trimmed[0].start], place_of[trimmed[-1].start]
            name = _name(document, words, first - _named_like_a_month(text, words, first), last)
            if name is not None:
                yield name if not heading else Name(span=name.span, words=name.words, heading=True, kind=name.kind)


def _named_like_a_month(text: str, words: Sequence[Word], first: int) -> bool:
    """Whether the month before a run of capitals is its given name: "the auditor, May Bright", not "in May Harle flooded"."""
    if first == 0 or words[first - 1].text.casefold() not in MONTHS_THAT_NAME or not words[first - 1].text[0].isupper():
        return False
    if (
        text[words[first - 1].end : words[first].start] != " "
        or is_role(words[first].low)
        or is_modifier(words[first].low)
    ):
        return False
    before = words[first - 2] if first > 1 else None
    return before is None or (before.low not in BEFORE_A_MONTH and not before.text.isdigit())


def _split(text: str, run: list[Word], *, heading: bool) -> Iterator[list[Word]]:
    """The run without function words: those before a name, and all in a headline ("Mayor Says Budget Is Safe")."""
    part: list[Word] = []
    function = name_words().function
    for word in run:
        initial = len(word.text) == 1 and text[word.end : word.end + 1] == "."
        if word.low in function and not initial and word.text[0].isupper() and (heading or not part):
            if part:
                yield part
            part = []
        else:
            part.append(word)
    if part:
        yield part


def _trim(text: str, run: list[Word], start: int, vocabulary: frozenset[str]) -> list[Word]:
    """The run without a first word that has its capital from the sentence alone."""
    known = name_words()
    first = run[0]
    if not _opens(text, first, start) or first.low in known.given or is_role(first.low) or is_modifier(first.low):
        return run
    if len(run) == 1 and first.low.endswith("ly") and text[first.end : first.end + 1] == ",":
        return []
    if first.low in vocabulary or first.low in known.common or (len(run) == 1 and _plural_of_common(first.low)):
        return run[1:]
    return run


def _plural_of_common(low: str) -> bool:
    known = name_words().common
    if low.endswith("ies"):
        return low.removesuffix("ies") + "y" in known
    return low.removesuffix("s") in known or low.removesuffix("es") in known or low.endswith(("men", "women", "people"))


def _opens(text: str, word: Word, start: int) -> bool:
    """Whether the word opens its sentence, a quotation, or what follows a colon or dash."""
    if word.start == start:
        return True
    before = text[max(0, word.start - 2) : word.start]
    return bool(before) and (before[-1] in OPENERS or (before[-1] == " " and before[0] in OPENERS))


def _name(document: Document, words: list[Word], first: int, last: int) -> Name | None:
    """The bare name of a run, with the titles in it and around it."""
    known, run = name_words(), words[first : last + 1]
    if is_body(run):
        return _plain(document, words, first, last, EntityKind.ORGANISATION)
    if len(run) == 1 and run[0].low in known.surnames and not _follows_determiner(document.text, words, first):
        return _plain(document, words, first, last, None)
    bare = first + _title_length(run)
    if _is_role_alone(run, untitled=bare == first):
        return None
    return _person(document, words, (first, bare, last)) or _plain(document, words, bare, last, None)


def _is_role_alone(run: Sequence[Word], *, untitled: bool) -> bool:
    """Whether a run of capitals names an office and nobody: "Prime Minister", "Public Affairs Specialist"."""
    known, last = name_words(), run[-1].low
    if untitled and len(run) > 1 and is_role(last) and last not in known.surnames and last not in known.given:
        return True
    return all(is_role(word.low) or is_modifier(word.low) for word in run)


def _person(document: Document, words: list[Word], places: tuple[int, int, int]) -> Name | None:
    """A name with titles before, in or after its run of capitals; None where it has none."""
    first, bare, last = places
    text, run = document.text, words[first : places[1]]
    around = [title for title in (title_before(text, words, first), title_after(text, words, last)) if title]
    titles = (*_title_text(text, run), *(title.text for title in around))
    if not titles and bare == first:
        return None
    told = [*(gender_of(word.low) for word in run), *(title.gender for title in around)]
    given = name_words().given.get(words[bare].low) if last > bare else None
    return Name(
        span=document.span(words[bare].start, words[last].end),
        words=tuple(word.low for word in words[bare : last + 1]),
        titles=titles,
        gender=next((gender for gender in told if gender), given),
        kind=EntityKind.PERSON,
    )


def _follows_determiner(text: str, words: Sequence[Word], first: int) -> bool:
    return (
        first > 0
        and words[first - 1].low in DETERMINERS
        and not text[words[first - 1].end : words[first].start].strip()
    )


def _title_length(run: Sequence[Word]) -> int:
    """How many words of the run are titles: "Assistant Police Chief" of "Assistant Police Chief Jeremy Vance"."""
    if run[0].low in name_words().given:
        return 0
    known, suffixes = name_words(), particles().suffixes
    given = next((index for index, word in enumerate(run) if word.low in known.given), len(run))
    for index in range(min(len(run) - 2, given), -1, -1):
        low = run[index].low
        if is_role(low) and run[index + 1].low not in suffixes and not (index and low in known.surnames):
            return index + 1
    return 0


def _title_text(text: str, run: Sequence[Word]) -> Iterator[str]:
    """The titles as they stand, without "Mr" and the like, which are no office."""
    kept = [word for word in run if gender_of(word.low) is None or word.low not in honorifics()]
    if kept:
        yield text[kept[0].start : kept[-1].end]


def _plain(document: Document, words: list[Word], first: int, last: int, kind: EntityKind | None) -> Name:
    before = words[first - 1].low if first else ""
    if first and document.text[words[first - 1].end : words[first].start].strip():
        before = ""
    known, run = name_words(), words[first : last + 1]
    gender = known.given.get(run[0].low) if len(run) > 1 else None
    if kind is None and len(run) > 1 and run[0].low in known.given:
        kind = EntityKind.PERSON
    if kind is None and len(run) == 1 and run[0].text.isupper() and 1 < len(run[0].text) < ACRONYM:
        kind = EntityKind.ORGANISATION
    if kind is None and before == "the" and not _is_attribute(document.text, words, first, last):
        kind = EntityKind.ORGANISATION
    if kind is None and before in INSIDE:
        kind = EntityKind.PLACE
    return Name(
        span=document.span(run[0].start, run[-1].end),
        words=tuple(word.low for word in run),
        gender=gender if kind is EntityKind.PERSON else None,
        kind=kind,
        article=before == "the",
        opening=len(run) == 1 and _opens(document.text, run[0], words[0].start),
    )


def _is_attribute(text: str, words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a name of several words stands before a noun that "the" belongs to: "the Art Vance campaign"."""
    if first == last or last + 1 >= len(words):
        return False
    following = words[last + 1]
    return text[words[last].end : following.start] == " " and following.text.islower() and following.low not in VERBS


ACRONYM = 7  # letters; a longer word in capitals is a shout or a surname
