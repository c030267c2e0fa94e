"""The adapters that make keys and check what was proved, wired: of no use to whoever only reads and adds."""
# ruff: noqa: PLC0415 # imports inside functions: an adapter is loaded by whoever uses it

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.proof.flaw import Flaw
from sayso.proof.head import Head
from sayso.settings import Settings


def verify_ledger(settings: Settings, *, key: str | None = None, head: Head | None = None) -> Iterator[Flaw]:
    """What does not hold in the ledger that is set, also where it cannot be opened; `key` is to have signed its newest head."""
    from sayso.store.verifying.file import verify_file

    return verify_file(Path(settings.ledger), key=key, head=(head.size, head.root) if head else None)


def make_key(path: str) -> str:
    """A new private key in a file, and its public half; ConfigError where the file cannot be made."""
    from sayso.store.signing import new_key

    return new_key(Path(path))


def verify_proof(plain: Any, *, key: str | None = None, older: Head | None = None) -> Iterator[Flaw]:
    """What does not hold in a proof; ValueError where it is none."""
    from sayso.proof.exported import check_proof
    from sayso.store.signing import is_signed

    return check_proof(plain, is_signed, key=key, older=older)
