"""How often a word is a cue, and in which frames: counts on PolNeAR train, written to src/sayso/lexicons/cues.en.toml.

    .venv/bin/python training/cue_counts.py ../shared/corpora/polnear/train.jsonl

For each word that heads at least TIMES cues: how often it is a cue and how often it occurs (outside quotation marks).
For the frames to its left and right (annotate/reporting/frames.py): points, in log odds, fitted together by logistic regression on top
of the word's own log odds. Deterministic; only counts and points are kept, no text. Needs nothing but sayso itself.
"""

import argparse
import json
import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.annotate.quotations import find_quotations
from sayso.annotate.reporting.frames import group_start, left_frame, right_frame
from sayso.annotate.reporting.words import Words, split_words
from sayso.annotate.sentences import sentence_bounds
from sayso.model.document import Document

TARGET = Path(__file__).parents[1] / "src/sayso/lexicons/cues.en.toml"
TIMES = 3  # two cues in 840 articles say little about a word
LEAST = (
    0.08  # words that are cues less often than this are not worth the reader's time: no frame lifts them over a half
)
PARTICLE = 0.5  # a particle belongs to the cue where it does in at least half of the cases
ROUNDS, RATE = 60, 1.0
PRIOR, WORTH = 6, 0.4  # a frame of one word counts from six cases on, and where it moves the odds by half
ADVERBS = frozenset(("back", "away", "forward", "together"))
OPEN = frozenset("nVEGA")


def heads_of(record: dict[str, Any], words: Words) -> dict[int, tuple[int, int]]:
    """The head word of each gold cue, with the cue's range of words."""
    heads = {}
    for attribution in record["attributions"]:
        if attribution["cue"]:
            start, end = attribution["cue"][0]
            first, last = words.at(start), bisect_left(words.starts, end)
            head = first
            while head < last - 1 and words.tags[head] in "XAT":
                head += 1
            heads[head] = (first, last)
    return heads


def occurrences(words: Words, text: str) -> Iterator[tuple[int, int, int]]:
    """Each word outside quotation marks that is of an open class, with its sentence's range of words."""
    for start, end in sentence_bounds(text):
        low, high = words.at(start), words.at(end)
        for index in range(low, high):
            if words.quoted[index] < 0 and words.tags[index] in OPEN and words.lowers[index].isalpha():
                yield index, low, high


def count(path: str) -> tuple[Counter[str], Counter[str], list[Any], dict[tuple[str, str], list[int]]]:
    """Occurrences and cues of each word, its frames, and particles inside and outside cues."""
    seen: Counter[str] = Counter()
    cues: Counter[str] = Counter()
    frames: list[tuple[str, str, str, bool]] = []
    particles: dict[tuple[str, str], list[int]] = {}
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        text = record["text"]
        words = split_words(text, find_quotations(Document(text=text)))
        heads = heads_of(record, words)
        for index, low, high in occurrences(words, text):
            word, is_cue = words.lowers[index], index in heads
            seen[word] += 1
            cues[word] += is_cue
            first = group_start(words, index, low)
            frames.append((word, left_frame(words, first, index, low), right_frame(words, index + 1, high), is_cue))
            if is_cue and index + 1 < high and (words.tags[index + 1] in "PT" or words.lowers[index + 1] in ADVERBS):
                pair = particles.setdefault((word, words.lowers[index + 1]), [0, 0])
                pair[heads[index][1] <= index + 1] += 1
    return seen, cues, frames, particles


def fit(frames: list[tuple[str, str, str, bool]], own: dict[str, float]) -> tuple[dict[str, float], dict[str, float]]:
    """Points of the left and right frames: gradient ascent on the likelihood with the words' log odds held fixed."""
    kept = Counter((word, left, right, is_cue) for word, left, right, is_cue in frames if word in own)
    rows = sorted(kept.items())
    lefts = dict.fromkeys(sorted({row[0][1] for row in rows}), 0.0)
    rights = dict.fromkeys(sorted({row[0][2] for row in rows}), 0.0)
    mass_left = Counter[str]()
    mass_right = Counter[str]()
    for (_, left, right, _), times in rows:
        mass_left[left] += times
        mass_right[right] += times
    for _ in range(ROUNDS):
        slope_left, slope_right = dict.fromkeys(lefts, 0.0), dict.fromkeys(rights, 0.0)
        for (word, left, right, is_cue), times in rows:
            error = times * (is_cue - 1 / (1 + math.exp(-own[word] - lefts[left] - rights[right])))
            slope_left[left] += error
            slope_right[right] += error
        for name, slope in slope_left.items():
            lefts[name] += RATE * slope / (mass_left[name] * 0.25 + 5)
        for name, slope in slope_right.items():
            rights[name] += RATE * slope / (mass_right[name] * 0.25 + 5)
    return lefts, rights


def habits(
    frames: list[tuple[str, str, str, bool]],
    own: dict[str, float],
    lefts: dict[str, float],
    rights: dict[str, float],
) -> dict[str, dict[str, float]]:
    """Points of a word's own frames, beyond what word and frame lead to expect; shrunk by PRIOR cases as expected."""
    hits: dict[tuple[str, str], float] = {}
    hoped: dict[tuple[str, str], float] = {}
    times: Counter[tuple[str, str]] = Counter()
    for word, left, right, is_cue in frames:
        if word in own:
            chance = 1 / (1 + math.exp(-own[word] - lefts[left] - rights[right]))
            for frame in (f"{left}_", f"_{right}"):
                pair = (word, frame)
                hits[pair] = hits.get(pair, 0.0) + is_cue
                hoped[pair] = hoped.get(pair, 0.0) + chance
                times[pair] += 1
    found: dict[str, dict[str, float]] = {}
    for (word, frame), number in sorted(times.items()):
        share = hoped[word, frame] / number
        seen = (hits[word, frame] + PRIOR * share) / (number + PRIOR)
        points = math.log(seen / (1 - seen)) - math.log(share / (1 - share))
        if number >= PRIOR and abs(points) >= WORTH:
            found.setdefault(word, {})[frame] = points
    return found


def main(path: str) -> None:
    """Count, fit and write."""
    seen, cues, frames, particles = count(path)
    kept = sorted(word for word in seen if cues[word] >= TIMES and cues[word] >= LEAST * seen[word])
    own = {word: math.log((cues[word] + 0.5) / (seen[word] - cues[word] + 0.5)) for word in kept}
    lefts, rights = fit(frames, own)
    lines = [
        "# Words that head cues: [times a cue, times it occurs outside quotation marks]; particles that belong to the cue;",
        "# points (log odds) of the frames to the left and right. Source: counts on PolNeAR v1.0.0 train (840 articles) by",
        "# training/cue_counts.py; what each verb says was done is in reporting.en.toml.",
        "[words]",
        *(f"{word} = [{cues[word]}, {seen[word]}]" for word in kept),
        "[particles]",
    ]
    with_particles: dict[str, list[str]] = {}
    for (word, particle), (inside, outside) in sorted(particles.items()):
        if word in own and inside > 1 and inside >= PARTICLE * (inside + outside):
            with_particles.setdefault(word, []).append(particle)
    lines += [f'{word} = "{" ".join(found)}"' for word, found in with_particles.items()]
    for name, points in (("left", lefts), ("right", rights)):
        lines += [f"[{name}]", *(f"{json.dumps(frame)} = {value:.2f}" for frame, value in sorted(points.items()))]
    lines.append("[habits]")
    for word, points in habits(frames, own, lefts, rights).items():
        lines.append(
            f"{word} = {{{', '.join(f'{json.dumps(frame)} = {value:.1f}' for frame, value in points.items())}}}"
        )
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", help="PolNeAR train as JSON lines, each with its text and attributions")
    main(parser.parse_args().corpus)
