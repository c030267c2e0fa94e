"""Which words are verbs, by the company they keep: counts on PolNeAR train, written to src/sayso/lexicons/verbs.en.toml.

    python training/word_classes.py ../shared/corpora/polnear/train.jsonl

A word in lower case is taken as a finite verb where it follows a subject pronoun in at least SHARE of its occurrences, at
least TIMES times, and more often than it follows a determiner. Deterministic; only counts decide, no text is kept.
"""

import argparse
import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src/sayso/lexicons/verbs.en.toml"
SHARE, TIMES = 0.04, 2
WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*|[^\w\s]")
SUBJECTS = {"he", "she", "they", "we", "i", "who", "it", "you"}
DETERMINERS = {"the", "a", "an", "his", "her", "their", "its", "of", "this", "our", "my"}


def main(path: str) -> None:
    """Count and write."""
    total: Counter[str] = Counter()
    subject: Counter[str] = Counter()
    determined: Counter[str] = Counter()
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        words = WORD.findall(json.loads(line)["text"])
        for before, word in pairwise(words):
            if word.islower():
                total[word] += 1
                subject[word] += before.lower() in SUBJECTS
                determined[word] += before.lower() in DETERMINERS
    verbs = sorted(
        word
        for word in subject
        if subject[word] >= TIMES
        and subject[word] > SHARE * total[word]
        and subject[word] > determined[word]
        and not word.endswith("ly")
        and word.isalpha()
    )
    rows = [" ".join(verbs[at : at + 16]) for at in range(0, len(verbs), 16)]
    TARGET.write_text(
        "# Finite verbs, found by the company they keep. Source: counts on PolNeAR v1.0.0 train by training/word_classes.py.\n"
        'finite = """\n' + "\n".join(rows) + '\n"""\n',
        encoding="utf-8",
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", help="PolNeAR train as JSON lines, each with its text and attributions")
    main(parser.parse_args().corpus)
