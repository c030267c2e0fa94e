"""The trained model behind the stage that finds attributions."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # numpy takes a tenth of a second, which a command that reads nothing must not pay
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A stretch of text for an encoder: pieces `[L]`, their features `[L, 4]` (shape, tag, quotation, opening).

    `edges` `[T, 2]` are the first and last piece of each token that is asked about; what stands before is context.
    """

    pieces: "Integers"
    features: "Integers"
    edges: "Integers"

    @property
    def key(self) -> bytes:
        """All that is in it: passages of one key are alike."""
        parts = (self.pieces, self.features, self.edges)
        return b"".join(part.tobytes() for part in parts) + bytes(str([len(part) for part in parts]), "ascii")


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """What an encoder says of a passage's tokens: vectors `[T, D]`; scores of outside, begin, inside for each role.

    `roles` `[T, 3, 3]` are source, cue and content of the outermost attributions, `inner` `[T, 3]` cues at any depth.
    """

    vectors: "Floats"
    roles: "Floats"
    inner: "Floats"


@dataclass(frozen=True, slots=True, eq=False)
class Linked:
    """What an encoder says of each cue: scores of outside, begin, inside for its source and content `[K, T, 2, 3]`, and of its kind `[K, 7]`."""

    roles: "Floats"
    kinds: "Floats"


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """Scores of one label after another `[6, 3, 3]` and of a first label `[6, 3]`.

    For source, cue, content, linked source, linked content, and cues at any depth.
    """

    transitions: "Floats"
    starts: "Floats"


class Encoder(Protocol):
    """A trained model behind the stage that finds attributions. What it says of a passage depends on that passage alone."""

    name: str
    grammar: Grammar
    weights: Sequence[float]  # of what speaks for a finding, one and its margins, in a logistic of its confidence

    def pieces(self, tokens: Sequence[str]) -> list[list[int]]:
        """The ids of each token's pieces, at least one each."""
        ...

    def score(self, passages: Sequence[Passage]) -> list[Scored]:
        """One answer per passage."""
        ...

    def link(self, scored: Scored, cues: Sequence[tuple[int, int]]) -> Linked:
        """What the cues, half-open ranges of the passage's tokens, take as source and content."""
        ...
