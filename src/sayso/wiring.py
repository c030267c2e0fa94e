"""Which adapter stands behind each port: the only file that opens anything.

Adapters and readers are imported when they are asked for, so that a command pays only for what it uses.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from importlib import import_module
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from sayso import __version__
from sayso.annotate.read import Stages
from sayso.errors import ConfigError
from sayso.ports import Ingest, Ledger
from sayso.settings import Settings, resolve


def load_settings(**flags: Any) -> Settings:
    """The settings in force here and now; a flag that was not given is None and does not count."""
    return resolve(flags).settings


def rules() -> Stages:
    """The reader by rules: deterministic, no weights."""
    made: Stages = import_module("sayso.annotate.rules").rule_stages()
    return made


READERS: Mapping[str, Callable[[], Stages]] = {"rules": rules}


def stages(settings: Settings) -> Stages:
    """The reader that is set, signed with what decides its readings; ConfigError where there is none of that name."""
    if settings.reader not in READERS:
        raise ConfigError(f"no reader {settings.reader!r}; expected one of {', '.join(sorted(READERS))}")
    made = READERS[settings.reader]()
    return replace(
        made, made_by=replace(made.made_by, sayso=__version__, reader=fingerprint(settings.reader, made.made_by.stages))
    )


def fingerprint(reader: str, named: Mapping[str, str]) -> str:
    """SHA-256 over what decides a reading: version, reader, its stages, and every word of the lexicons."""
    parts = [__version__, reader, *(f"{stage}={function}" for stage, function in sorted(named.items())), lexicons()]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


@cache
def lexicons() -> str:
    """SHA-256 over the lexicon files that are installed, names and bytes."""
    digest = hashlib.sha256()
    for name, entry in sorted(walk(files("sayso.lexicons"))):
        digest.update(f"{name}\x1f".encode() + hashlib.sha256(entry.read_bytes()).digest())
    return digest.hexdigest()


def walk(folder: Traversable, above: str = "") -> list[tuple[str, Traversable]]:
    """Every data file under a folder of the package, by its path."""
    found: list[tuple[str, Traversable]] = []
    for entry in folder.iterdir():
        path = above + entry.name
        if entry.is_dir():
            found += [] if entry.name == "__pycache__" else walk(entry, path + "/")
        elif not entry.name.endswith((".py", ".pyc")):
            found.append((path, entry))
    return found


def open_ingest(settings: Settings) -> Ingest:
    """What turns paths into documents, with the limits that are set."""
    opened: Ingest = import_module("sayso.ingest").open_ingest(settings)
    return opened


def open_ledger(settings: Settings, *, create: bool = False) -> Ledger:
    """The ledger that is set; LedgerMissing where there is none and none is to be made. Close it after use."""
    opened: Ledger = import_module("sayso.store").open_ledger(settings.ledger, create=create)
    return opened
