"""How rightly documents are put into stories among days of invented news (`wires.py`): `stories.py [--days 12]`.

B-cubed over documents (Bagga and Baldwin 1998): of the story that a document is put into the share that tells its own story, and
of those that tell its story the share that is put there. What is read in the documents does not matter for it, so nothing is.
"""

import argparse
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from wires import make_day

from sayso.model.provenance import Provenance
from sayso.model.reading import Reading
from sayso.settings import Settings
from sayso.wiring import open_ledger
from sayso.workflow import COMMIT_EVERY, relate

UNREAD = Provenance(sayso="0", reader="0" * 64, stages={})


def b_cubed(found: Sequence[str], gold: Sequence[str]) -> tuple[float, float, float]:
    """Precision, recall and F of one grouping against another, item by item."""
    both, mine, theirs = Counter(zip(found, gold, strict=True)), Counter(found), Counter(gold)
    precision = sum(count * count / mine[one] for (one, _), count in both.items()) / len(found)
    recall = sum(count * count / theirs[other] for (_, other), count in both.items()) / len(found)
    return precision, recall, 2 * precision * recall / (precision + recall)


def placed(readings: Sequence[Reading], ledger: Path) -> list[str]:
    """The story of each document, put there all together."""
    opened = open_ledger(Settings(ledger=str(ledger)), create=True)
    try:
        for start in range(0, len(readings), COMMIT_EVERY):
            opened.append(readings[start : start + COMMIT_EVERY])
        for _ in relate(opened):
            pass
        stories = opened.stories()
        return [stories.story_of(number) or "" for number in range(1, len(readings) + 1)]
    finally:
        opened.close()


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--days", type=int, default=12)
    made = [each for day in range(parser.parse_args().days) for each in make_day(day)]
    readings = [Reading(document=each.document, made_by=UNREAD) for each in made]
    gold = [each.story for each in made]
    with tempfile.TemporaryDirectory() as folder:
        found = placed(readings, Path(folder) / "stories.ledger")
    precision, recall, whole = b_cubed(found, gold)
    print(f"{len(made)} documents, {len(set(gold))} stories: {len(set(found))} found,", end=" ")
    print(f"B-cubed precision {precision:.3f}, recall {recall:.3f}, F {whole:.3f}")


if __name__ == "__main__":
    main()
