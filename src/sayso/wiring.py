"""Which adapter stands behind each port: the only file that opens anything.

Adapters and readers are imported when they are asked for, so that a command pays only for what it uses.
"""
# ruff: noqa: PLC0415 # imports inside functions, for the reason above

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from functools import partial, update_wrapper
from typing import Any

from sayso import __version__
from sayso.annotate.read import Stages
from sayso.annotate.read import read as read_document
from sayso.errors import ConfigError
from sayso.model.document import Document
from sayso.model.reading import Reading
from sayso.ports import Ingest, Ledger
from sayso.settings import Settings, resolve


def load_settings(**flags: Any) -> Settings:
    """The settings in force here and now; a flag that was not given is None and does not count."""
    return resolve(flags).settings


def rules(reader: str) -> Stages:
    """The reader by rules: deterministic, no weights. `reader` is the digest that goes into the ids of its claims."""
    from sayso.annotate.claimants import find_claimants
    from sayso.annotate.claims import find_claims
    from sayso.annotate.framing import find_framing
    from sayso.annotate.rules import rule_stages

    return rule_stages(
        version=__version__,
        claimants=find_claimants,
        claims=update_wrapper(partial(find_claims, reader=reader), find_claims),
        framing=find_framing,
    )


READERS: Mapping[str, Callable[[str], Stages]] = {"rules": rules}


def stages(settings: Settings) -> Stages:
    """The reader that is set, signed with what decides its readings; ConfigError where there is none of that name."""
    if settings.reader not in READERS:
        raise ConfigError(f"no reader {settings.reader!r}; expected one of {', '.join(sorted(READERS))}")
    make = READERS[settings.reader]
    reader = fingerprint(settings.reader, make("").made_by.stages)
    made = make(reader)
    return replace(made, made_by=replace(made.made_by, reader=reader))


def fingerprint(reader: str, named: Mapping[str, str]) -> str:
    """SHA-256 over what decides a reading: version, reader, its stages, and every word of the lexicons.

    No other setting changes a reading: one that does has to come in here.
    """
    from sayso import lexicons

    decisive = (
        __version__,
        reader,
        *(f"{stage}={made}" for stage, made in sorted(named.items())),
        lexicons.fingerprint(),
    )
    return hashlib.sha256("\x1f".join(decisive).encode()).hexdigest()


def read(text: str | Document, *, reader: str = "rules", **metadata: Any) -> Reading:
    """The ledger of one text: no file, no setting and no network is looked at.

    `text` is the article itself, or a Document; `metadata` are fields of the Document (`title`, `outlet`, `published_at` …)
    and replace those it has. Raises ConfigError where there is no such reader or no such field.
    """
    expected = [each.name for each in fields(Document) if each.name not in {"text", "id"}]
    unknown = sorted(set(metadata) - set(expected))
    if unknown:
        raise ConfigError(f"a document has no {unknown[0]!r}; expected one of {', '.join(expected)}")
    document = text if isinstance(text, Document) else Document(text=text)
    return read_document(replace(document, **metadata), by=stages(Settings(reader=reader)))


def open_ingest(settings: Settings) -> Ingest:
    """Files, folders and standard input as documents; worker processes start when there is HTML, at most `settings.workers`."""
    from sayso.ingest.inputs import Inputs
    from sayso.ingest.limits import Limits
    from sayso.scale.local import LocalWorkers

    limits = Limits(text=settings.max_text_bytes, html=settings.max_html_bytes)
    return Inputs(LocalWorkers(settings.workers or None), limits)


def open_ledger(settings: Settings, *, create: bool = False) -> Ledger:
    """The ledger that is set; LedgerMissing where there is none and none is to be made. Close it after use."""
    from sayso.store import open_ledger as open_file

    return open_file(settings.ledger, create=create)
