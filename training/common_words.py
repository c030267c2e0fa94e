"""Words that are more than names, counted: written to src/sayso/lexicons/common.en.toml.

    .venv/bin/python training/common_words.py ../shared/corpora

A word counts as common where it stands in lower case at least LEAST times in the news texts that are there to train on, and in at
least SHARE of the times that it stands inside a sentence. Only the list is kept, no text. Needs nothing but sayso itself.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

from sayso.annotate.learned.tokens import TOKEN
from sayso.annotate.sentences import sentence_bounds

TARGET = Path(__file__).parents[1] / "src/sayso/lexicons/common.en.toml"
TEXTS = (
    "polnear/train.jsonl",
    "timex/timebank.jsonl",
    "timex/aquaint.jsonl",
    "timex/meantime.jsonl",
    "toponyms/lgl-dev.jsonl",
)
LEAST, SHARE = 3, 0.03
WIDTH = 118
HEADER = """\
# Words that are more than names: in lower case {least} times or more, and in {share:.0%} of the times that they stand inside a sentence.
# Source: counts over {texts} by training/common_words.py.
"""


def count(texts: list[str]) -> tuple[Counter[str], Counter[str]]:
    """How often each word stands in lower case, and how often capitalised inside a sentence."""
    lower, capital = Counter[str](), Counter[str]()
    for text in texts:
        for start, end in sentence_bounds(text):
            for number, match in enumerate(TOKEN.finditer(text, start, end)):
                word = match[0]
                if word.islower():
                    lower[word] += 1
                elif number and word[0].isalpha():
                    capital[word.lower()] += 1
    return lower, capital


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    corpora = parser.parse_args().corpora
    texts = [
        json.loads(line)["text"] for name in TEXTS for line in (corpora / name).read_text(encoding="utf-8").splitlines()
    ]
    lower, capital = count(texts)
    words = sorted(
        word
        for word, times in lower.items()
        if times >= LEAST and times >= SHARE * (times + capital[word]) and word.isalpha()
    )
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) >= WIDTH:
            lines.append("")
        lines[-1] += f"{word} "
    head = HEADER.format(least=LEAST, share=SHARE, texts=", ".join(TEXTS))
    body = "\n".join(line.rstrip() for line in lines)
    TARGET.write_text(f'{head}words = """\n{body}\n"""\n', encoding="utf-8")
    print(f"{len(words)} words of {len(texts)} texts")


if __name__ == "__main__":
    main()
