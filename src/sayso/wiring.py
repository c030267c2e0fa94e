"""Which adapter stands behind each port: the only file that opens anything.

Adapters and readers are imported when they are asked for, so that a command pays only for what it uses.
"""
# ruff: noqa: PLC0415 # imports inside functions, for the reason above

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from sayso import __version__
from sayso.annotate.naming.aliases import NOBODY, Aliases
from sayso.annotate.read import Stages
from sayso.annotate.read import read as read_document
from sayso.errors import ConfigError
from sayso.model.document import Document
from sayso.model.reading import Reading
from sayso.ports import Encoder, Gazetteer, Ingest, ProvableLedger
from sayso.proof.flaw import Flaw
from sayso.proof.head import Head
from sayso.settings import Settings, load, resolve
from sayso.workflow import Each


def load_settings(**flags: Any) -> Settings:
    """The settings in force here and now; a flag that was not given is None and does not count."""
    return resolve(flags).settings


def rules(reader: str, gazetteer: Gazetteer, aliases: Aliases) -> Stages:
    """The reader by rules: deterministic, no weights."""
    from sayso.annotate.rules import rule_stages

    return rule_stages(version=__version__, reader=reader, gazetteer=gazetteer, aliases=aliases)


def model(reader: str, gazetteer: Gazetteer, aliases: Aliases) -> Stages:
    """The reader that learned: a trained encoder beside the rules."""
    from sayso.annotate.encoded import encoder_stages

    return encoder_stages(version=__version__, reader=reader, encoder=encoder(), gazetteer=gazetteer, aliases=aliases)


@cache
def encoder() -> Encoder:
    """The encoder of the shipped weights, loaded once."""
    from sayso.engines.encoder import OnnxEncoder
    from sayso.scale.local import processors

    return OnnxEncoder(threads=processors())


@cache
def open_gazetteer(path: str = "") -> Gazetteer:
    """The gazetteer of a file that was imported, or the built-in one; ConfigError where the file is none."""
    from sayso.engines.gazetteer.reading import BUILT_IN, FileGazetteer

    return FileGazetteer(Path(path) if path else BUILT_IN)


def import_gazetteer(paths: Sequence[str], output: str) -> Mapping[str, int]:
    """Make a gazetteer file of GeoNames dumps, and count what is in it; InputError where a dump is none."""
    from sayso.engines.gazetteer.dumps import import_dumps

    return import_dumps([Path(path) for path in paths], Path(output))


READERS: Mapping[str, Callable[[str, Gazetteer, Aliases], Stages]] = {"model": model, "rules": rules}


def stages(settings: Settings) -> Stages:
    """The reader that is set, signed with what decides its readings; ConfigError where there is none of that name."""
    if settings.reader not in READERS:
        raise ConfigError(f"no reader {settings.reader!r}; expected one of {', '.join(sorted(READERS))}")
    aliases, digest = load_aliases(settings.aliases) if settings.aliases else (NOBODY, "")
    gazetteer = open_gazetteer(settings.gazetteer)
    return READERS[settings.reader](fingerprint(settings.reader, gazetteer.digest, digest), gazetteer, aliases)


def load_aliases(path: str) -> tuple[Aliases, str]:
    """Names that are one, and the SHA-256 of the file that says so; ConfigError where it cannot be used."""
    table = load(Path(path))
    try:
        return Aliases.of(table), hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except (ValueError, OSError) as error:
        raise ConfigError(f"{path}: {error}") from error


def several(settings: Settings, paths: Sequence[str]) -> Each:
    """How many documents are read: one after the other, or ahead of each other where an encoder can use it.

    Not with standard input, where each answer has to come out while the next input is still awaited.
    """
    from sayso.scale.local import processors
    from sayso.scale.threads import Ahead

    return Ahead(processors()) if settings.reader == "model" and "-" not in paths and processors() > 1 else map


@cache
def fingerprint(reader: str, places: str = "", aliases: str = "") -> str:
    """SHA-256 over what decides a reading: the reader's name, the digests of its gazetteer and of its file of aliases, its code and words.

    No setting but `reader`, `gazetteer` and `aliases` changes a reading: one that does has to come in here.
    """
    digest = hashlib.sha256(f"{__version__}\x1f{reader}\x1f{places}\x1f{aliases}".encode())
    for package in ("model", "lexicons", "annotate", "engines" if reader == "model" else "engines.gazetteer"):
        for name, entry in sorted(installed(files(f"sayso.{package}"), package)):
            digest.update(f"\x1f{name}\x1f".encode() + entry.read_bytes())
    return digest.hexdigest()


def installed(folder: Traversable, above: str) -> Iterator[tuple[str, Traversable]]:
    """Every file of a package by its path, compiled ones aside."""
    for entry in folder.iterdir():
        path = f"{above}/{entry.name}"
        if entry.is_file() and not entry.name.endswith((".pyc", ".onnx", ".sqlite")):  # those have digests of their own
            yield path, entry
        elif entry.is_dir() and entry.name != "__pycache__":
            yield from installed(entry, path)


def read(text: str | Document, *, reader: str = "model", aliases: str = "", **metadata: Any) -> Reading:
    """The ledger of one text: no file but that of `aliases`, no setting and no network is looked at.

    `text` is the article itself, or a Document; `metadata` are fields of the Document (`title`, `outlet`, `published_at` …)
    and replace those it has. Raises ConfigError where there is no such reader or field, or the aliases cannot be used.
    """
    expected = [each.name for each in fields(Document) if each.name not in {"text", "id"}]
    unknown = sorted(set(metadata) - set(expected))
    if unknown:
        raise ConfigError(f"a document has no {unknown[0]!r}; expected one of {', '.join(expected)}")
    document = text if isinstance(text, Document) else Document(text=text)
    return read_document(replace(document, **metadata), by=stages(Settings(reader=reader, aliases=aliases)))


def open_ingest(settings: Settings) -> Ingest:
    """Files, folders and standard input as documents; worker processes start when there is HTML, at most `settings.workers`."""
    from sayso.ingest.inputs import Inputs
    from sayso.ingest.limits import Limits
    from sayso.scale.local import LocalWorkers

    limits = Limits(text=settings.max_text_bytes, html=settings.max_html_bytes)
    return Inputs(LocalWorkers(settings.workers or None), limits)


def open_ledger(settings: Settings, *, create: bool = False) -> ProvableLedger:
    """The ledger that is set; LedgerMissing where there is none and none is to be made. Close it after use."""
    from sayso.store import open_ledger as open_file

    signer = None
    if settings.signing_key:
        from sayso.store.signing import FileSigner

        signer = FileSigner(Path(settings.signing_key))
    return open_file(settings.ledger, create=create, signer=signer)


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
