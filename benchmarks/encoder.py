"""How much of a bare pass of its encoder reading keeps, and what one article costs from the start: `make bench-encoder TEXTS=file.jsonl`.

Each measurement runs in a process of its own, one after the other, on all processors: `read` is the whole of reading, `pass` the
int8 encoder alone over the same passages, `torch` the same network in float32 (only where torch and a checkpoint are there).
Without TEXTS the 84 articles are invented (`articles.py`).
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from articles import write_articles
from measure import peak_megabytes

from sayso.annotate.learned.passages import passages_of
from sayso.annotate.learned.tokens import split_tokens
from sayso.annotate.quotations import find_quotations
from sayso.annotate.sentences import find_sentences
from sayso.model.document import Document
from sayso.ports.encoder import Encoder, Passage
from sayso.settings import Settings
from sayso.wiring import encoder, open_ingest, several, stages
from sayso.workflow import read_inputs

HERE = Path(__file__).parent
COUNT, ROUNDS = 84, 3
LEAST = {"read / pass": 0.70, "read / torch": 2.5}
Timed = tuple[float, float]  # the time it took by the clock, in seconds, and the peak of memory, in megabytes


def texts(path: str) -> list[str]:
    """The texts of a JSON lines file."""
    return [json.loads(line)["text"] for line in Path(path).read_text(encoding="utf-8").splitlines()]


def passages(path: str, by: Encoder) -> list[Passage]:
    """Every passage that reading the texts asks the encoder about."""
    found: list[Passage] = []
    for text in texts(path):
        document = Document(text=text)
        tokens = split_tokens(document, find_sentences(document), find_quotations(document))
        found += [passage for _, passage in passages_of(tokens, by)]
    return found


def read(path: str, _: str) -> Callable[[], object]:
    """Reading, as `sayso read` does it."""
    settings = Settings()
    ingest, by = open_ingest(settings), stages(settings)
    return lambda: sum(1 for _ in read_inputs([path], ingest, by, each=several(settings, [path])))


def bare(path: str, _: str) -> Callable[[], object]:
    """The int8 encoder alone."""
    by = encoder()
    asked = passages(path, by)
    return lambda: by.score(asked)


def torch(path: str, checkpoint: str) -> Callable[[], object]:
    """The network in float32, a passage at a time."""
    sys.path.insert(0, str(HERE.parent))
    from training.attributions.torch_encoder import saved  # noqa: PLC0415 # only where torch is

    by = saved(Path(checkpoint))
    asked = passages(path, encoder())
    return lambda: by.score(asked)


KINDS: dict[str, Callable[[str, str], Callable[[], object]]] = {"read": read, "pass": bare, "torch": torch}


def measure(kind: str, path: str, checkpoint: str) -> Timed:
    """The best of some rounds, the first of which only warms up."""
    run = KINDS[kind](path, checkpoint)
    seconds = []
    for _ in range(ROUNDS + 1):
        began = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - began)
    return min(seconds[1:]), peak_megabytes()


def child(kind: str, path: str, checkpoint: str, python: str = sys.executable) -> Timed:
    """What a process of its own measures."""
    command = [python, str(Path(__file__)), "--child", kind, "--texts", path, "--checkpoint", checkpoint]
    found: list[float] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return found[0], found[1]


def first_reading(path: str, folder: str) -> float:
    """Seconds from the start of the command to the end of one article's reading, the median of five."""
    article = Path(folder) / "one.txt"
    article.write_text(texts(path)[0], encoding="utf-8")
    seconds = []
    for _ in range(5):
        began = time.perf_counter()
        subprocess.run(
            [str(Path(sys.executable).with_name("sayso")), "read", str(article)], check=True, stdout=subprocess.DEVNULL
        )
        seconds.append(time.perf_counter() - began)
    return sorted(seconds)[2]


def report(path: str, folder: str, checkpoint: str, python: str) -> Iterator[str]:
    """Every figure, a line each."""
    words = sum(len(text.split()) for text in texts(path))
    kinds = ["read", "pass", *(["torch"] if checkpoint else [])]
    found = {kind: child(kind, path, checkpoint, python if kind == "torch" else sys.executable) for kind in kinds}
    for kind, (seconds, megabytes) in found.items():
        yield f"{kind:6} {words / seconds:8.0f} words/s   {seconds:6.2f} s   peak {megabytes:.0f} MB"
    for name, least in LEAST.items():
        one, other = name.split(" / ")
        if other in found:
            yield f"{name}: x {found[other][0] / found[one][0]:.2f} (wanted: {least:.2f})"
    yield f"start to first reading: {first_reading(path, folder):.2f} s"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", default="", help="JSON lines with `text`")
    parser.add_argument("--checkpoint", default="", help="a checkpoint of training, to compare with torch")
    parser.add_argument("--python", default=sys.executable, help="a Python that has torch and sayso")
    parser.add_argument("--child", choices=sorted(KINDS), help=argparse.SUPPRESS)
    chosen: Any = parser.parse_args()
    if chosen.child:
        print(json.dumps(measure(chosen.child, chosen.texts, chosen.checkpoint)))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = chosen.texts or str(Path(folder) / "articles.jsonl")
        if not chosen.texts:
            write_articles(Path(path), COUNT)
        for line in report(path, folder, chosen.checkpoint, chosen.python):
            print(line, flush=True)


if __name__ == "__main__":
    main()
