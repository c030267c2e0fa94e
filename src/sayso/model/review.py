"""What a person decided about a claim after checking it; no part of this software makes one."""

import re
from dataclasses import dataclass
from datetime import date

from sayso.errors import InputError

ADDRESS = re.compile(r"https?://[^\s/?#<>\"{}|\\^`\x00-\x20]+[^\s<>\"{}|\\^`\x00-\x20]*")  # what an IRI can hold


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A person's published finding about one claim: who, when, where, and the verdict in that person's words.

    `claim` is the id of the claim, `date` an ISO day, `url` where the review is published, `organisation` whom the author writes
    for. `reviewed` says in the author's words what was checked, where the document's own words do not. InputError where a part
    is missing or cannot be what it is named for.
    """

    claim: str
    author: str
    date: str
    url: str
    verdict: str
    organisation: str | None = None
    reviewed: str | None = None

    def __post_init__(self) -> None:
        """Refuse a review that nobody signed, dated, published or decided."""
        for name in ("claim", "author", "verdict"):
            if not getattr(self, name).strip():
                raise InputError("review", f"a review has no {name}; expected the {name} that its author gave")
        try:
            date.fromisoformat(self.date)
        except ValueError:
            raise InputError("review", f"a review is dated {self.date!r}; expected a day as 2026-03-31") from None
        if not ADDRESS.fullmatch(self.url):
            raise InputError(
                "review", f"a review is at {self.url!r}; expected the address where it is published, https://…"
            )
