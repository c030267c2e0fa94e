"""What the search for known claims needs from outside: vectors of words, and the trees that weigh evidence."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # numpy, as in ports
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Forest:
    """Boosted regression trees: T trees of at most I questions and I + 1 answers.

    A question asks whether evidence `feature` `[T, I]` is above `threshold` `[T, I]`; `branches` `[T, I, 2]` are where to go if
    not and if so: another question, or ~answer. The `answers` `[T, I + 1]` that are reached add up.
    """

    feature: "Integers"
    threshold: "Floats"
    branches: "Integers"
    answers: "Floats"


@dataclass(frozen=True, slots=True, eq=False)
class Weighing:
    """How what speaks for a match is weighed. `evidence` names its kinds, in order.

    `order` says which claim is the likeliest; `seen` says of the likeliest whether it is the one at all.
    """

    evidence: Sequence[str]
    order: Forest
    seen: Forest


class Meanings(Protocol):
    """Trained word vectors: those of a text's words add up to what it is about. `weighing` was trained with them."""

    weighing: Weighing

    def vectors(self, words: Sequence[str]) -> "Floats":
        """A vector for each folded word `[W, D]`, long where the word tells much; zeros where nothing is known of it."""
        ...
