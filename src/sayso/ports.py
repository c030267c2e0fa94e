"""What the core needs from outside, in a few small Protocols; adapters fulfil them and only `wiring` knows which one is in use."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from sayso.model.decision import Decision
from sayso.model.document import Document, Rejection
from sayso.model.reading import Reading
from sayso.model.redaction import Redaction
from sayso.model.world import Place
from sayso.proof.head import Head

if TYPE_CHECKING:  # numpy takes a tenth of a second, which a command that reads nothing must not pay
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Integers = NDArray[np.int64]

Item = TypeVar("Item", contravariant=True)
Answer = TypeVar("Answer", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why a supervised call gave no answer: "crashed", "too-slow", "too-large" or "raised", and what is known of it."""

    kind: str
    message: str


class Mapper(Protocol):
    """Applies a function to many items, each guarded from the others: an item that kills its worker is a Failure."""

    def map(self, function: Callable[[Item], Answer], items: Iterable[Item]) -> Iterator[Answer | Failure]:
        """One answer per item, in the order of the items. `function` must be importable (it runs in another process)."""
        ...


class Ingest(Protocol):
    """Turns what a user names into documents, lazily; what cannot be read becomes a Rejection in its place."""

    def documents(self, paths: Iterable[str]) -> Iterator[Document | Rejection]:
        """Documents of files, folders and `-` (standard input), in order."""
        ...


class Outcome(StrEnum):
    """What became of an input that was added to a ledger."""

    STORED = "stored"
    PARTIAL = "partial"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """One line of the ledger's log: an input, what became of it, and when (UTC).

    `number` counts the ledger's arrivals from 1. The same text coming again is a second arrival of one document: `known`
    says that the text was there before.
    """

    number: int
    at: str
    outcome: Outcome
    reason: str | None
    document: str | None
    external_id: str | None
    path: str | None
    title: str | None
    outlet: str | None
    published_at: str | None
    known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A stretch that answers a search: which document, which claim if any, and the words with what stands around them."""

    document: str
    claim: str | None
    before: str
    text: str
    after: str


class Signer(Protocol):
    """Signs the heads of a ledger's log (Ed25519)."""

    key: str  # the public key, hexadecimal

    def sign(self, message: bytes) -> bytes:
        """The signature of a message."""
        ...


class Ledger(Protocol):
    """An append-only store of readings. What `append` has returned for is on disk and stays."""

    def append(self, batch: Sequence[Reading | Rejection]) -> Sequence[Arrival]:
        """Store a batch in one commit; acknowledged when it returns. A reading that is there already is not stored twice."""
        ...

    def arrivals(
        self, *, after: int = 0, before: int | None = None, limit: int | None = None, newest_first: bool = False
    ) -> Iterator[Arrival]:
        """The log: arrivals with `after` < number < `before`, oldest first unless asked otherwise."""
        ...

    def size(self) -> int:
        """How many documents (texts, not arrivals) are in the ledger."""
        ...

    def readings(self) -> Iterator[Reading]:
        """One reading per arrival that has one, each with the arrival's own metadata, oldest first."""
        ...

    def reading(self, id: str) -> Reading:
        """The reading of a document, or that holds an attribution, claim or entity; unique prefixes do. NotInLedger otherwise."""
        ...

    def search(self, words: str, *, limit: int = 50) -> Iterator[Found]:
        """Claims, then texts, that hold all the words, best first."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...


class ProvableLedger(Ledger, Protocol):
    """A ledger whose log is a Merkle tree (RFC 6962): it can show that something is in it, and that it only grew."""

    def head(self) -> Head:
        """The newest head of the log."""
        ...

    def decide(self, decision: Decision) -> Decision:
        """Append a decision; it comes back with its time, the full ids of its subjects, and anchors. NotInLedger."""
        ...

    def decisions(self) -> Iterator[Decision]:
        """Every decision, the oldest first; `model.standing` says what they come to."""
        ...

    def redact(self, id: str, *, by: str, reason: str) -> Redaction:
        """Take the words of a document out, for good; its place in the log stays. NotInLedger, LedgerBusy."""
        ...

    def redactions(self) -> Iterator[Redaction]:
        """What was taken out, the oldest first."""
        ...

    def prove(self, id: str, *, since: Head | None = None) -> Mapping[str, Any]:
        """A proof, as JSON, of all that the log has of a document or entry, and since an older head. NotInLedger, LedgerError."""
        ...


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


class Naming(StrEnum):
    """What a name is to a place that bears it: its own, another, one that is the same but for the romanisation, a former one."""

    MAIN = "main"
    ALTERNATE = "alternate"
    LOOSE = "loose"
    HISTORIC = "historic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A place that bears a name in a gazetteer, and how it does; `since` and `until` are of a former name, where known.

    `population` is of people, 0 where unknown. `codes` are those of the areas that it lies in, the widest first, an area's
    own the last: ("UA", "UA.05", "UA.05.1408"), the country as ISO 3166-1, the rest as in GeoNames.
    """

    place: Place
    population: int = 0
    codes: tuple[str, ...] = ()
    naming: Naming = Naming.MAIN
    since: str = ""
    until: str = ""


class Gazetteer(Protocol):
    """Names and the places that bear them; keys are those of `annotate.placing.folding`."""

    name: str
    digest: str  # of everything in it

    def named(self, keys: Iterable[str]) -> Mapping[str, Sequence[Known]]:
        """The places that bear each key, the most populous first; a key that nothing bears is left out."""
        ...

    def alike(self, start: str, shortest: int, longest: int) -> Sequence[str]:
        """The keys that begin so and have so many code points, in order."""
        ...

    def __contains__(self, id: str) -> bool:
        """Whether a place of this id is in it."""
        ...
