"""How well copies are found among invented reports: recall by how a version was made, false pairs, time and memory.

    python evals/copies.py                  # 200 stories, about 1,200 documents
    python evals/copies.py --stories 1600   # about 10,000

`earliest` is the share of (version, origin) edges found by a row from the version to that very origin; `linked` takes in
rows that join it with another version of the origin.
"""

import argparse
import resource
import time
from collections import Counter, defaultdict

from churned import World, make_world

from sayso.relate.copies import find_copies, update_copies
from sayso.relate.copying.index import HeldFingerprints


def measure(world: World) -> dict[str, dict[str, float]]:
    """By kind of version: edges, and the shares of them that are linked and led to the earliest; under "false pairs", counts."""
    lines: dict[str, set[str]] = {
        document.external_id or "": {document.external_id or ""} for document in world.documents
    }
    lines |= {planted.copy: set(planted.origins) for planted in world.planted}
    rows = {(copy.later.external_id or "", copy.earliest.external_id or "") for copy in find_copies(world.documents)}
    beside: dict[str, set[str]] = defaultdict(set)
    for later, earliest in rows:
        beside[later].add(earliest)
        beside[earliest].add(later)
    figures: dict[str, Counter[str]] = defaultdict(Counter)
    for planted in world.planted:
        for origin in planted.origins:
            linked = any(origin in lines[other] for other in beside[planted.copy])
            figures[planted.made_by].update(edges=1, linked=linked, earliest=(planted.copy, origin) in rows)
    false = Counter(
        later.partition(" ")[2] or "report" for later, earliest in rows if not lines[later] & lines[earliest]
    )
    shares = {
        kind: {"edges": count["edges"], **{what: count[what] / count["edges"] for what in ("linked", "earliest")}}
        for kind, count in figures.items()
    }
    return {**shares, "false pairs": dict(false), "rows": {"rows": len(rows)}}


def adding(world: World, count: int) -> float:
    """Milliseconds of CPU for each of the last `count` documents, added when all the others have been compared."""
    index, before = HeldFingerprints(), len(world.documents) - count
    for start in range(0, before, 500):
        list(update_copies(range(start, min(start + 500, before)), index, world.documents.__getitem__))
    started = time.process_time()
    list(update_copies(range(before, before + count), index, world.documents.__getitem__))
    return 1000 * (time.process_time() - started) / count


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--adding", type=int, metavar="N", help="only measure what the last N documents cost")
    args = parser.parse_args()
    world = make_world(args.stories, args.seed)
    if args.adding:
        spent = adding(world, args.adding)
        print(f"{args.adding} documents added to {len(world.documents) - args.adding}: {spent:.2f} ms of CPU each")
        return
    words = sum(len(document.text.split()) for document in world.documents)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    figures = measure(world)
    spent = time.process_time() - started
    for kind, row in figures.items():
        print(
            f"{kind:<32}",
            "  ".join(f"{name} {value:.3f}" if value % 1 else f"{name} {value:.0f}" for name, value in row.items()),
        )
    peak = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    count = len(world.documents)
    print(
        f"{count} documents of {words / count:.0f} words: {1000 * spent / count:.2f} ms of CPU each, {peak:.0f} MiB more memory at the peak"
    )


if __name__ == "__main__":
    main()
