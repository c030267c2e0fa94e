"""What the search for known claims needs from outside: vectors of words and of texts, and the trees that weigh evidence."""

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
    """How what speaks for a match is weighed. `evidence` names its kinds, in order; `in_context` those that only some are read for.

    `order` says which claims are worth reading word by word, by `evidence` alone; `again` says which of those is the likeliest, by
    both; `alone` says of each of those whether it is the one, whatever the others are, as log odds; `seen` says of the likeliest whether it is the one at all.
    """

    evidence: Sequence[str]
    in_context: Sequence[str]
    order: Forest
    again: Forest
    alone: Forest
    seen: Forest


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """Texts that were read one after the other, as P pieces.

    `vectors` `[P, H]` are what each piece means there, `fields` `[P]` the text that it is of (-1: a mark between texts), `weights` `[P]`
    how much it tells by itself.
    """

    vectors: "Floats"
    fields: "Integers"
    weights: "Floats"


class Meanings(Protocol):
    """Trained word vectors, those of a text's words add up to what it is about; and texts in context. `weighing` goes with both."""

    weighing: Weighing

    def vectors(self, words: Sequence[str]) -> "Floats":
        """A vector for each folded word `[W, D]`, long where the word tells much; zeros where nothing is known of it."""
        ...

    def context(self, texts: Sequence[str]) -> Context:
        """The texts read as one, in their order; of a long one the beginning."""
        ...
