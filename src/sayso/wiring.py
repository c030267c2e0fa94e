"""Which adapter stands behind each port: with `proving`, the only file that opens anything.

Adapters and readers are imported when they are asked for, so that a command pays only for what it uses.
"""
# ruff: noqa: PLC0415 # imports inside functions, for the reason above

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import cache, partial
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso import __version__
from sayso.annotate.naming.aliases import NOBODY, Aliases
from sayso.annotate.read import Stages
from sayso.annotate.read import read as read_document
from sayso.annotate.wording.packs import Packs
from sayso.errors import ConfigError
from sayso.lexicons import contested, read_yaml
from sayso.model.document import Document
from sayso.model.reading import Reading
from sayso.model.shard import Shard
from sayso.ports.encoder import Encoder
from sayso.ports.gazetteer import Gazetteer
from sayso.ports.meanings import Meanings
from sayso.ports.proof import ProvableLedger
from sayso.settings import Settings, load, resolve
from sayso.workflow import Each

YAML = (".yaml", ".yml")

if TYPE_CHECKING:
    from sayso.ingest.inputs import Inputs
    from sayso.ingest.limits import Limits
    from sayso.scale.local import LocalWorkers
    from sayso.scale.ray import RayWorkers
    from sayso.scale.shards import Run


def load_settings(**flags: Any) -> Settings:
    """The settings in force here and now; a flag that was not given is None and does not count."""
    return resolve(flags).settings


def rules(reader: str, gazetteer: Gazetteer, aliases: Aliases, packs: Packs) -> Stages:
    """The reader by rules: deterministic, no weights."""
    from sayso.annotate.rules import rule_stages

    return rule_stages(version=__version__, reader=reader, gazetteer=gazetteer, aliases=aliases, packs=packs)


def model(reader: str, gazetteer: Gazetteer, aliases: Aliases, packs: Packs) -> Stages:
    """The reader that learned: a trained encoder beside the rules."""
    from sayso.annotate.encoded import encoder_stages

    return encoder_stages(
        version=__version__, reader=reader, encoder=encoder(), gazetteer=gazetteer, aliases=aliases, packs=packs
    )


@cache
def encoder() -> Encoder:
    """The encoder of the shipped weights, loaded once."""
    from sayso.engines.encoder import OnnxEncoder
    from sayso.scale.local import processors

    told = os.environ.get("OMP_NUM_THREADS", "")  # what a worker of several on one machine is given
    return OnnxEncoder(threads=int(told) if told.isdigit() and int(told) else processors())


@cache
def meanings() -> Meanings:
    """The word vectors of the matcher, loaded once."""
    from sayso.engines.vectors import LearnedMeanings

    return LearnedMeanings()


@cache
def open_gazetteer(path: str = "") -> Gazetteer:
    """The gazetteer of a file that was imported, or the built-in one; ConfigError where the file is none."""
    from sayso.engines.gazetteer.reading import BUILT_IN, FileGazetteer

    return FileGazetteer(Path(path) if path else BUILT_IN)


def import_gazetteer(paths: Sequence[str], output: str) -> Mapping[str, int]:
    """Make a gazetteer file of GeoNames dumps, and count what is in it; InputError where a dump is none."""
    from sayso.engines.gazetteer.dumps import import_dumps

    return import_dumps([Path(path) for path in paths], Path(output))


READERS: Mapping[str, Callable[[str, Gazetteer, Aliases, Packs], Stages]] = {"model": model, "rules": rules}


def stages(settings: Settings) -> Stages:
    """The reader that is set, signed with what decides its readings; ConfigError where there is none of that name."""
    if settings.reader not in READERS:
        raise ConfigError(f"no reader {settings.reader!r}; expected one of {', '.join(sorted(READERS))}")
    aliases, digest = load_aliases(settings.aliases) if settings.aliases else (NOBODY, "")
    gazetteer = open_gazetteer(settings.gazetteer)
    packs, terms = load_packs(settings.packs)
    signed = fingerprint(settings.reader, gazetteer.digest, digest, terms)
    return READERS[settings.reader](signed, gazetteer, aliases, packs)


def load_aliases(path: str) -> tuple[Aliases, str]:
    """Names that are one, and the SHA-256 of the file that says so; ConfigError where it cannot be used."""
    table = load(Path(path))
    try:
        return Aliases.of(table), hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except (ValueError, OSError) as error:
        raise ConfigError(f"{path}: {error}") from error


def load_packs(paths: str) -> tuple[Packs, str]:
    """The built-in term packs with the user's, and the SHA-256 of the user's files; ConfigError where one cannot be used.

    `paths` are files and folders of YAML, parted as in PATH; a pack with the id of a built-in one replaces it.
    """
    read = tuple((str(path), text_of(path)) for path in pack_files(paths))
    return packs_of(read), hashlib.sha256("\x1f".join(text for _, text in read).encode()).hexdigest() if read else ""


@cache
def packs_of(texts: tuple[tuple[str, str], ...]) -> Packs:
    """The built-in packs and those in these texts, each with its file's name."""
    tables = [*contested()]
    for name, text in texts:
        try:
            tables.append((name, read_yaml(text)))
        except ValueError as error:
            raise ConfigError(f"{name}: {error}; expected a term pack, see docs/reference/packs.md") from error
    try:
        return Packs.of(tables)
    except ValueError as error:
        raise ConfigError(f"{error}; see docs/reference/packs.md") from error


def pack_files(paths: str) -> Iterator[Path]:
    """The files behind a setting of packs, those of a folder by their names; ConfigError where there is none."""
    for path in map(Path, filter(None, paths.split(os.pathsep))):
        found = sorted(each for each in path.iterdir() if each.suffix in YAML) if path.is_dir() else [path]
        if not found:
            raise ConfigError(f"{path}: no term pack is in this folder; expected files that end in {' or '.join(YAML)}")
        yield from found


def text_of(path: Path) -> str:
    """The text of a file; ConfigError where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}; expected a term pack in YAML") from error


def several(settings: Settings, paths: Sequence[str]) -> Each:
    """How many documents are read at a time: where an encoder can use it two for each processor, so that some keep it busy while
    others wait for the interpreter; one with standard input, where each answer comes out while the next input is awaited.
    """  # noqa: D205  # one sentence
    from sayso.scale.local import processors
    from sayso.scale.threads import Ahead

    return Ahead(2 * processors()) if settings.reader == "model" and "-" not in paths and processors() > 1 else map


@cache
def fingerprint(reader: str, places: str = "", aliases: str = "", packs: str = "") -> str:
    """SHA-256 over what decides a reading: the reader's name, the digests of its gazetteer, aliases and term packs, its code and words.

    No setting but `reader`, `gazetteer`, `aliases` and `packs` changes a reading: one that does has to come in here.
    """
    digest = hashlib.sha256(f"{__version__}\x1f{reader}\x1f{places}\x1f{aliases}\x1f{packs}".encode())
    for package in ("model", "lexicons", "annotate", "engines" if reader == "model" else "engines.gazetteer"):
        for name, entry in sorted(installed(files(f"sayso.{package}"), package)):
            digest.update(f"\x1f{name}\x1f".encode() + entry.read_bytes())
    return digest.hexdigest()


def installed(folder: Traversable, above: str) -> Iterator[tuple[str, Traversable]]:
    """Every file of a package by its path, compiled ones aside."""
    for entry in folder.iterdir():
        path = f"{above}/{entry.name}"
        if entry.is_file() and not entry.name.endswith(
            (".pyc", ".onnx", ".sqlite", ".npy")
        ):  # those have digests of their own
            yield path, entry
        elif entry.is_dir() and entry.name != "__pycache__":
            yield from installed(entry, path)


def read(
    text: str | Document, *, reader: str = "model", aliases: str = "", packs: str = "", **metadata: Any
) -> Reading:
    """The ledger of one text: no file but those of `aliases` and `packs`, no setting and no network is looked at.

    `text` is the article itself, or a Document; `metadata` are fields of the Document (`title`, `outlet`, `published_at` …)
    and replace those it has. Raises ConfigError where there is no such reader or field, or the aliases or packs cannot be used.
    """
    expected = [each.name for each in fields(Document) if each.name not in {"text", "id"}]
    unknown = sorted(set(metadata) - set(expected))
    if unknown:
        raise ConfigError(f"a document has no {unknown[0]!r}; expected one of {', '.join(expected)}")
    document = text if isinstance(text, Document) else Document(text=text)
    return read_document(
        replace(document, **metadata), by=stages(Settings(reader=reader, aliases=aliases, packs=packs))
    )


def open_ingest(settings: Settings) -> "Inputs":
    """Files, folders and standard input as documents; worker processes start when there is HTML, at most `settings.workers`."""
    from sayso.ingest.inputs import Inputs
    from sayso.scale.local import LocalWorkers

    return Inputs(LocalWorkers(settings.workers or None), limits_of(settings))


def limits_of(settings: Settings) -> "Limits":
    """How much of an input is read."""
    from sayso.ingest.limits import Limits

    return Limits(text=settings.max_text_bytes, html=settings.max_html_bytes)


def open_ledger(settings: Settings, *, create: bool = False) -> ProvableLedger:
    """The ledger that is set; LedgerMissing where there is none and none is to be made. Close it after use."""
    from sayso.store import open_ledger as open_file

    signer = None
    if settings.signing_key:
        from sayso.store.signing import FileSigner

        signer = FileSigner(Path(settings.signing_key))
    return open_file(settings.ledger, create=create, signer=signer)


def open_run(settings: Settings, paths: Sequence[str], folder: str) -> "Run":
    """The shards of some files, whose readings are kept in a folder of the folder that is this reader's and these files' own.

    The same files (by name, size and time) and the same reader find what an earlier run has read. ConfigError where the
    reader or pyarrow is not there, or for standard input, which cannot be read twice.
    """
    from sayso.ingest.cutting import cut, signature
    from sayso.scale.parquet import require
    from sayso.scale.shards import Folder, Run

    require()
    if "-" in paths:
        raise ConfigError("standard input cannot be read in shards: write it to a file, or leave out --on and --shards")
    read_by = [stages(settings).made_by.reader, settings.max_text_bytes, settings.max_html_bytes]
    told = json.dumps([read_by, signature(paths)], ensure_ascii=True).encode()
    return Run(cut(paths, limits_of(settings)), Folder(Path(folder).absolute() / hashlib.sha256(told).hexdigest()[:16]))


def shard_reader(settings: Settings, run: "Run") -> Callable[[Shard], None]:
    """What a worker, wherever it runs, does with a shard."""
    alone, reader = replace(settings, workers=1), stages(settings).made_by.reader
    return partial(read_shard, alone, reader, str(run.folder.path), str(Path.cwd()))


def read_shard(settings: Settings, reader: str, folder: str, here: str, shard: Shard) -> None:
    """Read a shard into its file, in a worker, on one processor; what is loaded for it stays for the next one.

    ConfigError where this machine's reader is not the one whose readings the folder holds.
    """
    from sayso.scale.shards import Folder
    from sayso.workflow import read_documents

    os.chdir(here)
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    by, kept = stages(settings), Folder(Path(folder))
    if by.made_by.reader != reader:
        raise ConfigError(f"sayso on {os.uname().nodename} is not the one that asked; install the same version there")
    if not kept.has(shard):
        kept.keep(shard, list(read_documents(shard_ingest(settings).within(shard.pieces), by)))


@cache
def shard_ingest(settings: Settings) -> "Inputs":
    """The ingest of a worker, whose own process for HTML lives as long as it does."""
    return open_ingest(settings)


def open_workers(settings: Settings, on: str) -> "LocalWorkers | RayWorkers":
    """Workers for shards: supervised processes of this machine, or Ray's; ConfigError where Ray is not there. Close them after use."""
    if on == "ray":
        from sayso.scale.ray import RayWorkers

        return RayWorkers(settings.workers or None)
    from sayso.scale.local import LocalWorkers, processors
    from sayso.scale.shards import ALLOWANCE

    return LocalWorkers(settings.workers or processors(), ALLOWANCE)
