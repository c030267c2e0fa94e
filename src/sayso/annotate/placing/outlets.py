"""What an outlet's name and address tell of where its readers are: a place in its name, the country of its address.

They weigh as one more name of the text, and only tip a balance: a paper in Dallas writes of Paris, Texas, and of Paris as well.
"""

import re
from collections.abc import Iterator
from functools import cache

from sayso.annotate.placing.folding import plain
from sayso.lexicons import lexicon, words_of
from sayso.model.document import Document

LABEL = re.compile(r"[^\W_]+")
SHORTEST, LONGEST = 4, 24  # letters of a place's name that is looked for in an address
BRITISH = {"uk": "GB", "eu": ""}
GENERAL = frozenset(
    {
        "com",
        "net",
        "org",
        "info",
        "co",
        "www",
        "news",
        "edu",
        "gov",
        "biz",
        "online",
        "media",
        "tv",
        "eu",
        "io",
        "me",
        "ai",
        "ly",
        "to",
        "am",
        "fm",
        "cc",
        "ws",
    }
)


def country_of(document: Document) -> str:
    """The country whose letters end the outlet's address, "" where none do: "thequay.co.uk" is British."""
    address = (document.outlet or "").casefold().rstrip("/")
    host = address.split("//")[-1].split("/")[0]
    last = host.rpartition(".")[2]
    if "." not in host or last in GENERAL:
        return ""
    code = BRITISH.get(last, last.upper())
    return code if code in lexicon("places.countries") else ""


def names_in(document: Document) -> Iterator[str]:
    """Keys that may be the place in an outlet's name, the likeliest first: "kyiv" of "The Kyiv Post", "dallas" of "dallasnews.com"."""
    outlet = (document.outlet or "").casefold()
    host = outlet.split("//")[-1].split("/")[0]
    if "." in host and " " not in outlet:
        for label in host.split("."):
            if label not in GENERAL:
                yield from _heads(plain(label))
        return
    words = [word for word in LABEL.findall(outlet) if word not in papers() and word != "the"]
    for length in range(min(len(words), 3), 0, -1):
        for start in range(len(words) - length + 1):
            yield plain(" ".join(words[start : start + length]))


@cache
def papers() -> frozenset[str]:
    """Words that papers and their addresses are named with."""
    return words_of("places.context", "papers", "address_words")


def _heads(label: str) -> Iterator[str]:
    """The label itself, and what stands before the words for a paper at its end: "lansing" of "lansingstatejournal"."""
    rest = label
    for article in ("thisis", "the"):
        rest = rest.removeprefix(article) if len(rest) > len(article) + SHORTEST else rest
    while rest not in papers():
        if SHORTEST <= len(rest) <= LONGEST:
            yield rest
        ends = [
            word
            for word in papers()
            if rest.endswith(word) and len(rest) - len(word) >= SHORTEST and len(word) >= SHORTEST
        ]
        if not ends:
            break
        rest = rest.removesuffix(max(ends, key=len))
