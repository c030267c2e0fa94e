"""Whether a stretch asserts an event: a finite verb of happening, told from its form, without a tagger."""

from collections.abc import Sequence
from functools import cache

from sayso.lexicons import lexicon, words_of

ADJECTIVES = words_of("clauses", "adjectives")
FINITE = words_of("grammar", "finite")
# Who opens a clause: "many died".
MANY = frozenset({"many", "several", "some", "few", "both", "most", "all", "none", "more"})
HEADLINE = 14  # words; a longer line is no headline, and its present tense tells of no single event


@cache
def _events() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in lexicon("kinds")["events"].items()}


def asserts_event(words: Sequence[str]) -> str:
    """The verb form that tells of an event, or nothing: headings without a verb and mere states have none."""
    return next((word for index, word in enumerate(words) if _is_event(words, index)), "")


def _is_event(words: Sequence[str], index: int) -> bool:
    known, word = _events(), words[index]
    before = words[index - 1] if index else ""
    after = words[index + 1] if index + 1 < len(words) else ""
    free = before not in known["determiners"] or (index == 1 and before in MANY)
    if word in known["irregular"]:
        return free or before in {"and", "this", "that"}
    if word.endswith("ed") and len(word) > 4 and "-" not in word and word not in ADJECTIVES:  # noqa: PLR2004 - "need", "feed", "shed" and "red" are no past forms
        return free and (bool(before) or after == "by")
    if word in known["participles"]:
        return before in known["auxiliaries"] or words[max(0, index - 2) : index - 1] in (
            ["has"],
            ["have"],
            ["had"],
            ["was"],
            ["were"],
        )
    if word.endswith("ing") and before in {"is", "are", "was", "were", "been"}:
        return True
    return (
        word in known["headline"]
        and bool(before)
        and before not in known["determiners"]
        and before != "to"
        and len(words) <= HEADLINE
    )


def has_finite_verb(words: Sequence[str]) -> bool:
    """Whether a stretch has a verb of its own: an auxiliary, a modal or a form that tells of an event."""
    return not FINITE.isdisjoint(words) or bool(asserts_event(words))
