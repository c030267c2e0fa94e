"""Posts with the claims they repeat (CLEF-2020 CheckThat!, task 2, English), and the folds in which they are used."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from sayso.relate.matching.collection import Known


@dataclass(frozen=True, slots=True)
class Post:
    """A post, and the places of the claims that it repeats in the list of claims."""

    text: str
    relevant: tuple[int, ...]


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
    posts = [Post(row["text"], gold[row["id"]]) for row in rows(folder / f"{part}-queries.jsonl") if row["id"] in gold]
    return Corpus(claims, posts)


def rows(path: Path) -> list[dict[str, str]]:
    """The lines of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
