"""Word vectors that were trained to tell which claim a sentence repeats (`training/matching`), and texts in context.

A word's vector is the sum of its pieces', 8 bits a number; how much a piece tells is the length of its vector. In context pieces are
read by MiniLM-L6 as it came, int8, one text at a time: dynamic scales would make what is said of one depend on another.
"""

import json
import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.engines.encoder import session
from sayso.engines.wordpiece import WordPiece
from sayso.errors import InstallError
from sayso.ports.meanings import Context, Forest, Weighing

Floats = NDArray[np.float32]

WEIGHTS = files("sayso.engines") / "weights"
MANIFEST = "matching.json"
TOKEN = re.compile(r"\w+|[^\w\s]")
MARK = -1  # the field of a mark
LONGEST = 112  # pieces of a text that are read
CHARACTERS = 2000  # that are looked at


class LearnedMeanings:
    """Fulfils `ports.Meanings` with the shipped weights. A word's vector depends on that word alone, a context on its texts alone."""

    def __init__(self, folder: Traversable = WEIGHTS) -> None:
        manifest, contents = load(folder)
        self.weighing = weighing_of(manifest)
        self._pieces = WordPiece(contents["vocabulary.txt"].decode().splitlines())
        self._numbers = np.load(BytesIO(contents["matching.npy"]), allow_pickle=False)
        self._scales = np.array(manifest["scales"], np.float32)
        weights: Floats = np.linalg.norm(self._numbers.astype(np.float32), axis=1) * self._scales
        self._reader = Reader(self._pieces, contents["contexts.onnx"], weights)

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

    def context(self, texts: Sequence[str]) -> Context:
        """The texts read as one `[P, 384]`, at most `LONGEST` pieces of each."""
        return self._reader.read(texts)


class Reader:
    """Reads texts piece by piece in context; how much a piece tells is the length of its own vector."""

    def __init__(self, pieces: WordPiece, model: bytes, weights: Floats) -> None:
        """`weights` `[V]` tell how much each piece tells."""
        self._pieces = pieces
        self._session = session(model)
        self._weights = weights

    def read(self, texts: Sequence[str]) -> Context:
        """The texts one after the other, a mark before and after each, at most `LONGEST` pieces of each."""
        read, fields = cut(self._pieces, texts)
        given = np.array(read, np.int64)
        (vectors,) = self._session.run(None, {"pieces": given})
        return Context(vectors=vectors, fields=np.array(fields, np.int64), weights=self._weights[given])


def cut(pieces: WordPiece, texts: Sequence[str]) -> tuple[list[int], list[int]]:
    """The pieces of texts as they are read, with a mark before and after each text, and the text that each is of (`MARK`: a mark)."""
    start, end = (pieces.ids[mark] for mark in ("[CLS]", "[SEP]"))
    read, fields = [start], [MARK]
    for field, text in enumerate(texts):
        own = [piece for each in pieces.cut(TOKEN.findall(text[:CHARACTERS])) for piece in each][:LONGEST]
        read += [*own, end]
        fields += [field] * len(own) + [MARK]
    return read, fields


def weighing_of(manifest: Mapping[str, Any]) -> Weighing:
    """How evidence is weighed, as the manifest says it."""
    return Weighing(
        evidence=tuple(manifest["evidence"]),
        in_context=tuple(manifest["in_context"]),
        order=forest_of(manifest["order"]),
        again=forest_of(manifest["again"]),
        alone=forest_of(manifest["alone"]),
        seen=forest_of(manifest["seen"]),
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
