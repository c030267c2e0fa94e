"""Where documents come from."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from sayso.model.document import Document, Rejection


class Ingest(Protocol):
    """Turns what a user names into documents, lazily; what cannot be read becomes a Rejection in its place."""

    def documents(self, paths: Iterable[str]) -> Iterator[Document | Rejection]:
        """Documents of files, folders and `-` (standard input), in order."""
        ...
