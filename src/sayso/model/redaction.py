"""That a document's words were taken out of a ledger, by whom, when and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """What stays of a document: its id, and who took its words out, when (UTC) and for which reason."""

    document: str
    at: str
    by: str
    reason: str

    def __str__(self) -> str:
        """The redaction in words."""
        return f"{self.document} was redacted at {self.at} by {self.by}: {self.reason}"
