"""Posts with the claims they repeat (CLEF-2020 CheckThat!, task 2, English), and the folds in which they are used.

The collection has 184 claims twice under two ids, in the same words, of which only one is given as what a post repeats: a quarter of
the posts. Whoever learns that the other is wrong learns nothing, so both are right here.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from sayso.relate.matching.collection import Known
from sayso.relate.matching.search import wording


@dataclass(frozen=True, slots=True)
class Post:
    """A post, and the places of the claims that it repeats in the list of claims: those given, and all in the same words."""

    text: str
    relevant: tuple[int, ...]
    same: tuple[int, ...]

    @property
    def twice(self) -> bool:
        """Does the claim stand a second time, so that it is still known when the given one is taken out?"""
        return len(self.same) > len(self.relevant)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Known claims, and posts to learn from."""

    claims: Sequence[Known]
    posts: Sequence[Post]

    def fold(self, post: Post, folds: int, salt: str = "") -> int:
        """The fold of a post: posts that repeat one claim are in one fold."""
        return crc32(f"{salt}{self.claims[post.relevant[0]].text}".encode()) % folds


def read(folder: Path, part: str = "train") -> Corpus:
    """The corpus of a folder as `shared/corpora/claim-matching` is laid out."""
    claims = [
        Known(id=row["id"], text=row["text"], title=row.get("title") or "") for row in rows(folder / "claims.jsonl")
    ]
    places = {claim.id: place for place, claim in enumerate(claims)}
    gold = {row["query"]: tuple(places[id] for id in row["relevant"]) for row in rows(folder / f"{part}-gold.jsonl")}
    alike: dict[str, list[int]] = {}
    for place, claim in enumerate(claims):
        alike.setdefault(wording((claim.text, claim.title)), []).append(place)
    posts = []
    for row in rows(folder / f"{part}-queries.jsonl"):
        if relevant := gold.get(row["id"]):
            same = {other for place in relevant for other in alike[wording((claims[place].text, claims[place].title))]}
            posts.append(Post(row["text"], relevant, tuple(sorted(same))))
    return Corpus(claims, posts)


def rows(path: Path) -> list[dict[str, str]]:
    """The lines of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
