"""Word vectors that were trained to tell which claim a sentence repeats (`training/matching`), 8 bits a number.

A word's vector is the sum of its pieces'; how much a piece tells is the length of its vector.
"""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.engines.wordpiece import WordPiece
from sayso.errors import InstallError
from sayso.ports.meanings import Forest, Weighing

Floats = NDArray[np.float32]

WEIGHTS = files("sayso.engines") / "weights"
MANIFEST = "matching.json"


class StaticVectors:
    """Fulfils `ports.Meanings` with the shipped weights. What it says of a word depends on that word alone."""

    def __init__(self, folder: Traversable = WEIGHTS) -> None:
        manifest, contents = load(folder)
        self.weighing = weighing_of(manifest)
        self._pieces = WordPiece(contents["vocabulary.txt"].decode().splitlines())
        self._numbers = np.load(BytesIO(contents["matching.npy"]), allow_pickle=False)
        self._scales = np.array(manifest["scales"], np.float32)

    def vectors(self, words: Sequence[str]) -> Floats:
        """A vector for each folded word `[W, D]`, long where the word tells much."""
        if not words:
            return np.zeros((0, self._numbers.shape[1]), np.float32)
        cut = self._pieces.cut(words)
        flat = np.fromiter((piece for pieces in cut for piece in pieces), np.int64)
        starts = np.cumsum([0, *(len(pieces) for pieces in cut[:-1])])
        rows = self._numbers[flat].astype(np.float32) * self._scales[flat, None]
        summed: Floats = np.add.reduceat(rows, starts, axis=0)
        return summed


def weighing_of(manifest: Mapping[str, Any]) -> Weighing:
    """How evidence is weighed, as the manifest says it."""
    return Weighing(
        evidence=tuple(manifest["evidence"]), order=forest_of(manifest["order"]), seen=forest_of(manifest["seen"])
    )


def forest_of(table: Mapping[str, Any]) -> Forest:
    """Trees as the manifest writes them."""
    return Forest(
        feature=np.array(table["feature"], np.int64),
        threshold=np.array(table["threshold"], np.float32),
        branches=np.array(table["branches"], np.int64),
        answers=np.array(table["answers"], np.float32),
    )


def load(folder: Traversable) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The manifest, and each file that it names by its bytes; InstallError where one is missing or is not the one it names."""
    cure = "install sayso again: pip install --force-reinstall sayso"
    try:
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        contents = {name: (folder / name).read_bytes() for name in manifest["files"]}
    except (OSError, ValueError, KeyError) as error:
        raise InstallError(f"{folder}: the weights of the matcher cannot be read: {error}; {cure}") from error
    for name, digest in manifest["files"].items():
        found = sha256(contents[name]).hexdigest()
        if found != digest:
            raise InstallError(f"{folder / name}: SHA-256 is {found}, expected {digest}; {cure}")
    return manifest, contents
