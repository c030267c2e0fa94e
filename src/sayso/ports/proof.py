"""What makes a ledger provable: its log, who signs its heads, and what people decide and redact."""

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from sayso.model.decision import Decision
from sayso.model.redaction import Redaction
from sayso.ports.ledger import Ledger
from sayso.proof.head import Head


class Signer(Protocol):
    """Signs the heads of a ledger's log (Ed25519)."""

    key: str  # the public key, hexadecimal

    def sign(self, message: bytes) -> bytes:
        """The signature of a message."""
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
