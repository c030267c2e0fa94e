"""What each stage of reading costs an article: `python benchmarks/stages.py [TEXTS]`, a JSON lines file of texts.

Processor time in milliseconds per article, mean over the texts after one round that only warms up; the encoder runs on one
thread here. Without TEXTS the articles are invented (`articles.py`).
"""

import argparse
import json
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from articles import write_articles

from sayso.annotate.read import Stages, read
from sayso.model.document import Document
from sayso.settings import Settings
from sayso.wiring import stages

COUNT = 84


def main() -> None:
    """Print a line per stage."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="?", type=Path)
    parser.add_argument("--reader", default="model")
    chosen = parser.parse_args()
    documents = load(chosen.texts)
    spent: dict[str, float] = defaultdict(float)
    by = timed(stages(Settings(reader=chosen.reader)), spent)
    for document in documents:
        read(document, by)
    spent.clear()
    began = time.process_time()
    for document in documents:
        read(document, by)
    whole = time.process_time() - began
    words = sum(len(document.text.split()) for document in documents) / len(documents)
    print(f"{len(documents)} articles of {words:.0f} words")
    for name, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"{name:14} {1000 * seconds / len(documents):7.2f} ms  {seconds / whole:6.1%}")
    print(f"{'all':14} {1000 * whole / len(documents):7.2f} ms")


def load(path: Path | None) -> list[Document]:
    """The texts as documents."""
    with tempfile.TemporaryDirectory() as folder:
        if path is None:
            path = Path(folder) / "articles.jsonl"
            write_articles(path, COUNT)
        lines = path.read_text(encoding="utf-8").splitlines()
    return [Document(text=json.loads(line)["text"]) for line in lines]


def timed(by: Stages, spent: dict[str, float]) -> Stages:
    """The stages, each adding the time that it took."""

    def clocked(name: str, stage: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any) -> Any:
            began = time.process_time()
            found = stage(*given)
            spent[name] += time.process_time() - began
            return found

        return run

    named = {each.name: getattr(by, each.name) for each in fields(Stages)}
    changed: dict[str, Any] = {name: clocked(name, stage) for name, stage in named.items() if callable(stage)}
    return replace(by, **changed)


if __name__ == "__main__":
    main()
