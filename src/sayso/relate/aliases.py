"""Names that the articles of a story say are one: "Wend, known as Vint in the north"."""

import re
from collections.abc import Iterable, Mapping

from sayso.relate.words import words

NAME = r"([A-Z][\w’'-]+)"
# Bounded gaps, and no nested repetition: linear on any text.
ALIKE = re.compile(
    rf"{NAME},? (?:also |formerly |better |locally |now )?(?:known|called|spelled|spelt|written)(?: also)?(?: as)? {NAME}"
    rf"|{NAME} is (?:the|its|a) [^.!?\n]{{0,30}}?\bname (?:of|for) {NAME}"
    rf"|{NAME},? (?:or|which [^.,!?\n]{{0,40}} calls?) {NAME}, "
    rf"|{NAME} \((?:also |formerly |or |in \w+ )?{NAME}\)"
)


def find_aliases(texts: Iterable[str]) -> Mapping[str, str]:
    """Folded names to the first of those that are one with it; a name that is only itself is left out."""
    root: dict[str, str] = {}
    for text in texts:
        for found in ALIKE.finditer(text):
            pair = [each for each in found.groups() if each]
            _join(root, *(words(each)[0] for each in pair if words(each)))
    return {name: _root(root, name) for name in root}


def _join(root: dict[str, str], *names: str) -> None:
    if len(names) == 2 and names[0] != names[1]:  # noqa: PLR2004 # a pair
        one, other = sorted(_root(root, name) for name in names)
        root[other] = one
        root.setdefault(one, one)


def _root(root: dict[str, str], name: str) -> str:
    while root.setdefault(name, name) != name:
        name = root[name]
    return name
