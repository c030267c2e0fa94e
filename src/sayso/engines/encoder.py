"""The encoder that finds attributions: MiniLM with heads, trained by `training/attributions`, int8, on onnxruntime.

One passage at a time: dynamic int8 scales activations over all that is computed together, so that neighbours in a batch would
change what is said of a passage. Several passages are under way at once, a thread each.
"""

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
import onnxruntime

from sayso.annotate.learned.distances import distances
from sayso.engines.wordpiece import WordPiece
from sayso.errors import InstallError
from sayso.ports.encoder import Grammar, Linked, Passage, Scored

WEIGHTS = files("sayso.engines") / "weights"
MANIFEST = "attributions.json"


class OnnxEncoder:
    """The Encoder of the shipped weights. Safe to call from several threads."""

    def __init__(self, folder: Traversable = WEIGHTS, *, threads: int = 1) -> None:
        manifest, contents = load(folder)
        self.name: str = manifest["name"]
        self.weights: Sequence[float] = manifest["confidence"]
        self.grammar = Grammar(
            transitions=np.array(manifest["transitions"], dtype=np.float32),
            starts=np.array(manifest["starts"], dtype=np.float32),
        )
        self._reader, self._linker = (session(contents[name]) for name in ("reader.onnx", "linker.onnx"))
        self._pieces = WordPiece(contents["vocabulary.txt"].decode().splitlines())
        self._marks = [self._pieces.ids[mark] for mark in ("[CLS]", "[SEP]")]
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="encoder") if threads > 1 else None

    def pieces(self, tokens: Sequence[str]) -> list[list[int]]:
        """The ids of each token's pieces, at least one each."""
        return self._pieces.cut(tokens)

    def score(self, passages: Sequence[Passage]) -> list[Scored]:
        """One answer per passage, each computed by itself."""
        if self._pool is None or len(passages) < 2:  # noqa: PLR2004  one passage needs no pool
            return [self._score(passage) for passage in passages]
        return list(self._pool.map(self._score, passages))

    def _score(self, passage: Passage) -> Scored:
        start, end = self._marks
        pieces = np.concatenate([[start], passage.pieces, [end]])
        features = np.pad(passage.features + 1, ((1, 1), (0, 0)))  # 0 is for the marks at the ends
        given = {"pieces": pieces, "features": features, "edges": passage.edges + 1}
        vectors, scores = self._reader.run(None, given)
        return Scored(vectors=vectors, roles=scores[:, :9].reshape(-1, 3, 3), inner=scores[:, 9:])

    def link(self, scored: Scored, cues: Sequence[tuple[int, int]]) -> Linked:
        """What the cues, half-open ranges of the passage's tokens, take as source and content."""
        spans = np.array(cues, dtype=np.int64).reshape(-1, 2)
        length = len(scored.vectors)
        at = np.arange(length)
        inside = (at >= spans[:, :1]) & (at < spans[:, 1:])
        weights = (inside / inside.sum(1, keepdims=True)).astype(np.float32)
        given = {
            "vectors": scored.vectors,
            "scores": scored.roles[:, [0, 2]].reshape(length, 6),
            "cues": weights,
            "distances": distances(spans[:, 0], spans[:, 1], length),
        }
        roles, kinds = self._linker.run(None, given)
        return Linked(roles=roles.reshape(-1, length, 2, 3), kinds=kinds)


def load(folder: Traversable) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The manifest, and each file that it names by its bytes; InstallError where one is missing or is not the one it names."""
    cure = "install sayso again: pip install --force-reinstall sayso"
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        contents = {name: (folder / name).read_bytes() for name in manifest["files"]}
    except (OSError, ValueError, KeyError) as problem:
        raise InstallError(f"the reader's weights in {folder} cannot be read ({problem}); {cure}") from problem
    for name, expected in manifest["files"].items():
        found = sha256(contents[name]).hexdigest()
        if found != expected:
            raise InstallError(
                f"the reader's weights {folder / name} have the SHA-256 {found[:12]}…, expected {expected[:12]}…; {cure}, "
                "or read by rules: --reader rules"
            )
    return manifest, contents


def session(model: bytes) -> onnxruntime.InferenceSession:
    """A session of one thread: a second one inside a passage costs more than it brings, and passages run beside each other."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
