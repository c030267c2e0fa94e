"""Whether the words of a claim speak of what is still to come."""

import re

# "May have fled" and "could not be saved" look back.
MODAL = re.compile(
    r" (?:will|would|shall|wo|might(?! have)|could(?! not)(?! have)|may(?! have)(?! \d)"
    r"|(?:is|are|was|were) (?:to|going|about)|plans?|expected|planned|planning) "
)
MONTH = re.compile(
    r" (?:\d\w*|of|in|by|since|until|till|from|before|after|during|this|next|last|early|late|mid) may(?= )"
)


def is_ahead(text: str) -> bool:
    """Whether a text of folded words, one blank between two, has a modal or a plan: "on 20 may" is a month."""
    return MODAL.search(MONTH.sub(" ", f" {text} ")) is not None
