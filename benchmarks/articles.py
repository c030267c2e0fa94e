"""Invented articles by the thousand, the same for the same seed: invented people, places and outlets, about 350 words each."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

FIRST = ("Ada", "Tom", "Ilse", "Marek", "Yara", "Otis", "Nadia", "Piet", "Samir", "Greta")
LAST = ("Venn", "Brask", "Holm", "Dariev", "Oster", "Quill", "Tamsin", "Lorne", "Varga", "Ekdal")
PLACES = ("Orlen", "Vastmark", "Port Sel", "Upper Brin", "Karsk", "Teller Bay", "Mirnau", "Old Quay")
ROLES = ("the mayor of {place}", "a spokesman for the {place} council", "the harbour master", "a nurse who asked not to be named",
         "the interior minister", "officials in {place}", "two residents", "the rescue service")  # fmt: skip
THINGS = (
    "the bridge",
    "the grain store",
    "the northern road",
    "the water tower",
    "the market hall",
    "the ferry",
    "the dam",
)
DEEDS = ("was hit twice on {day}", "will reopen by {day}", "had been evacuated before dawn", "may not hold another week",
         "was never under their control", "has cost the town {number} jobs", "burned for {number} hours")  # fmt: skip
DAYS = ("Monday", "Tuesday", "the end of May", "1 October", "the weekend", "next spring")
OUTLETS = ("The Orlen Post", "Harbour Wire", "The Lowland Courier", "Radio Mirnau", "Karsk Today", "The Brin Observer")
FORMS = (
    '"{deed}," {source} said.',
    "“{deed},” said {source}. “We saw it ourselves, all {number} of us.”",
    "{source} said that {thing} {plain}.",
    "According to {source}, {thing} {plain}.",
    "{source} denied that {thing} {plain}, but declined to say more about the {number} people on the list.",
    "{thing} {plain}.",
    "On {day} the streets of {place} were empty and the shops along the river stayed shut for the {number}th day.",
    "A report seen by {outlet} says {thing} {plain}; {source} called it “a careful piece of work”.",
    "It is not known how many of the {number} families have left {place} since the road was closed.",
)
SENTENCES = (16, 24)  # a news article's length


def articles(count: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """Records as `sayso add` reads them from JSONL."""
    choice = random.Random(seed)  # noqa: S311 # invents articles, no secrets
    for number in range(count):
        outlet, place = choice.choice(OUTLETS), choice.choice(PLACES)
        paragraphs = [paragraph(choice, outlet, place) for _ in range(5)]
        yield {
            "id": f"a{number}",
            "title": capital(f"{choice.choice(THINGS)} in {place}, day {number}"),
            "outlet": outlet,
            "published_at": f"2031-{choice.randrange(1, 13):02}-{choice.randrange(1, 29):02}",
            "text": f"{place}, report {number}. " + "\n\n".join(paragraphs),
        }


def paragraph(choice: random.Random, outlet: str, place: str) -> str:
    """A few sentences on one line."""
    return " ".join(sentence(choice, outlet, place) for _ in range(choice.randint(*SENTENCES) // 5))


def sentence(choice: random.Random, outlet: str, place: str) -> str:
    """One sentence in one of the forms."""
    names = {"place": place, "outlet": outlet, "day": choice.choice(DAYS), "number": choice.randrange(12, 9_000)}
    thing = choice.choice(THINGS)
    plain = choice.choice(DEEDS).format(**names)
    person = f"{choice.choice(FIRST)} {choice.choice(LAST)}"
    role = choice.choice(ROLES).format(**names)
    source = choice.choice((person, role, f"{person}, {role},"))
    form = choice.choice(FORMS)
    written = form.format(deed=capital(f"{thing} {plain}"), thing=thing, plain=plain, source=source, **names)
    return capital(written.replace(",,", ",").replace(",.", "."))


def capital(text: str) -> str:
    """The text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]


def write_articles(path: Path, count: int) -> None:
    """So many records, one a line."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(each, ensure_ascii=False) + "\n" for each in articles(count))
