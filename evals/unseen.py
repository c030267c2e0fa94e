"""How well a known claim is told from an unknown one, where its copies are counted as what they are: `python evals/unseen.py CORPORA`.

A fact-checker's collection may hold a claim twice, under two ids. `score/match.py --unseen` takes the given one out and asks again: the
other is still there, in the same words, and no score can say that the claim is unknown. Here the same posts are asked of four
collections: all claims; all but the given ones; and both without the copies. Printed are the scorer's own AUROC, the highest that is
left for it, and the AUROC where the claim is really gone.
"""

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.ports.meanings import Meanings
from sayso.relate.matching.collection import Collection, Known
from sayso.relate.matching.search import find_matches, wording
from sayso.wiring import meanings

Tops = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """AUROC as `match.py` has it, and with copies out; the share of the posts whose claim stands twice, and how many posts."""

    scored: float
    gone: float
    twice: float
    posts: int


def rows(path: Path) -> list[dict[str, str]]:
    """The lines of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def tops(posts: Mapping[str, str], claims: Iterable[Known], known: Meanings) -> Tops:
    """The score of each post's likeliest claim; 0 where there is none."""
    collection = Collection(claims, known)
    found = {id: find_matches(text, collection, 1) for id, text in posts.items()}
    return {id: matches[0].score if matches else 0.0 for id, matches in found.items()}


def area(seen: Sequence[float], unseen: Sequence[float]) -> float:
    """How often a seen post scores above an unseen one; half where they are equal."""
    return sum((one > other) + (one == other) / 2 for one in seen for other in unseen) / (len(seen) * len(unseen))


def measure(folder: Path, part: str, known: Meanings) -> Figures:
    """Ask four times."""
    claims = [
        Known(id=row["id"], text=row["text"], title=row.get("title") or "") for row in rows(folder / "claims.jsonl")
    ]
    gold = {row["query"]: set(row["relevant"]) for row in rows(folder / f"{part}-gold.jsonl") if row["relevant"]}
    posts = {row["id"]: row["text"] for row in rows(folder / f"{part}-queries.jsonl") if row["id"] in gold}
    taken = set().union(*gold.values())
    words = {claim.id: wording((claim.text, claim.title)) for claim in claims}
    said = {words[id] for id in taken}
    copies = {id for id in words if id not in taken and words[id] in said}
    copied = {words[id] for id in copies}

    def auroc(without: set[str]) -> float:
        kept = [claim for claim in claims if claim.id not in without]
        left = [claim for claim in kept if claim.id not in taken]
        return area(*(list(tops(posts, some, known).values()) for some in (kept, left)))

    return Figures(
        scored=auroc(set()),
        gone=auroc(copies),
        twice=sum(any(words[id] in copied for id in relevant) for relevant in gold.values()) / len(gold),
        posts=len(posts),
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, help="the folder in which claim-matching lies")
    parser.add_argument("--part", default="dev")
    given = parser.parse_args()
    found = measure(given.corpora / "claim-matching", given.part, meanings())
    most = 1 - found.twice / 2
    print(f"AUROC as it is scored {found.scored:.3f}, of {most:.3f} at most; with the copies out {found.gone:.3f}")
    print(f"{found.twice:.3f} of {found.posts} posts repeat a claim that stands twice")


if __name__ == "__main__":
    main()
