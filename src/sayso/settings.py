"""What can be set, from where, and which value wins: flag > SAYSO_* > project file > user file > default."""

import os
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from sayso.errors import ConfigError

MIB = 1 << 20
MOST = 2**40  # bytes: beyond any memory that holds a text
PATHS = (
    "aliases",
    "gazetteer",
    "ledger",
    "packs",
    "signing_key",
)  # settings that name a file, or several parted by os.pathsep
SIZE = "a whole number of bytes, at least 1"


@dataclass(frozen=True, slots=True)
class Rule:
    """What a setting's value must be, in words, how it is read, and what it is for."""

    expected: str
    parse: Callable[[Any], Any]
    help: str


def text(value: Any) -> str:
    """Words, at least one character."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError
    return value


def perhaps_text(value: Any) -> str:
    """Words, or none."""
    if not isinstance(value, str):
        raise ValueError  # noqa: TRY004 - what `checked` waits for
    return value


def whole(low: int, high: int) -> Callable[[Any], int]:
    """A reader of whole numbers from `low` to `high`; in the environment they come as digits."""

    def parse(value: Any) -> int:
        number = int(value) if isinstance(value, str) else value
        if not isinstance(number, int) or isinstance(number, bool) or not low <= number <= high:
            raise ValueError
        return number

    return parse


def setting(default: Any, expected: str, parse: Callable[[Any], Any], help: str) -> Any:  # noqa: A002 # the field's word
    """A field of Settings with its rule."""
    return field(default=default, metadata={"rule": Rule(expected, parse, help)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that can be set."""

    reader: str = setting("model", "the name of a reader", text, "which reader answers the questions asked of a text")
    aliases: str = setting(
        "", "a path", text, "a TOML file of names that are one; a relative path in a file counts from that file"
    )
    packs: str = setting(
        "",
        "files or folders parted as in PATH",
        perhaps_text,
        "term packs in YAML that add to the built-in ones or replace them; a relative path in a file counts from that file",
    )
    ledger: str = setting(
        "sayso.ledger", "a path", text, "the ledger file; a relative path in a file counts from that file"
    )
    gazetteer: str = setting(
        "", "a path", perhaps_text, "a file of places made by `sayso gazetteer import`; the built-in one where empty"
    )
    signing_key: str = setting(
        "", "a path", perhaps_text, "a private key made by `sayso key` that signs what is added; unsigned where empty"
    )
    host: str = setting("127.0.0.1", "a host name or address", text, "where `sayso serve` listens")
    port: int = setting(
        7297, "a port from 0 to 65535", whole(0, 65_535), "the port of `sayso serve`; 0 picks a free one"
    )
    workers: int = setting(
        0,
        "a number of processes from 0 to 256",
        whole(0, 256),
        "processes that extract HTML; 0: as many as there are cores",
    )
    max_text_bytes: int = setting(16 * MIB, SIZE, whole(1, MOST), "how much of one plain text is read")
    max_html_bytes: int = setting(9 * MIB, SIZE, whole(1, MOST), "how much of one HTML page is read")


@dataclass(frozen=True, slots=True)
class Resolved:
    """The settings in force, and for each the place that decided."""

    settings: Settings
    origins: Mapping[str, str]


def rules() -> Mapping[str, Rule]:
    """The rule of every setting, by name."""
    return {each.name: each.metadata["rule"] for each in fields(Settings)}


def resolve(flags: Mapping[str, Any], environ: Mapping[str, str] | None = None, cwd: Path | None = None) -> Resolved:
    """The settings for these flags (None: not given), this environment and this working directory.

    Raises ConfigError where a file cannot be read, names an unknown key, or a value is not what is expected.
    """
    environ = os.environ if environ is None else environ
    values: dict[str, Any] = {}
    origins = dict.fromkeys(rules(), "default")
    for origin, layer in layers(flags, environ, cwd or Path.cwd()):
        values |= layer
        origins |= dict.fromkeys(layer, origin)
    return Resolved(Settings(**values), origins)


def layers(flags: Mapping[str, Any], environ: Mapping[str, str], cwd: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each place that sets something, weakest first, with its checked values."""
    for path, table in ((user_file(environ), ()), *project_files(cwd)):
        if path.is_file():
            yield str(path), from_file(path, table)
    for name in rules():
        key = f"SAYSO_{name.upper()}"
        if key in environ:
            yield key, {name: checked(name, environ[key], key)}
    for name, value in flags.items():
        if value is not None:
            flag = "--" + name.replace("_", "-")
            yield flag, {name: checked(name, value, flag)}


def strays(environ: Mapping[str, str]) -> list[str]:
    """SAYSO_* variables that name no setting: most likely a slip of the pen. SAYSO_CAMPAIGN is the test suite's, SAYSO_BY a name."""
    known = {f"SAYSO_{name.upper()}" for name in rules()} | {"SAYSO_CAMPAIGN", "SAYSO_BY"}
    return sorted(name for name in environ if name.startswith("SAYSO_") and name not in known)


def user_file(environ: Mapping[str, str]) -> Path:
    """The user's own file (XDG base directory specification)."""
    home = environ.get("XDG_CONFIG_HOME") or Path(environ.get("HOME") or Path.home(), ".config")
    return Path(home, "sayso", "config.toml")


def project_files(cwd: Path) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """The nearest project file upwards from the working directory, and where in it the settings stand."""
    for folder in (cwd, *cwd.parents):
        own, shared = folder / "sayso.toml", folder / "pyproject.toml"
        if own.is_file():
            yield own, ()
            return
        if shared.is_file() and "sayso" in load(shared).get("tool", {}):
            yield shared, ("tool", "sayso")
            return


def from_file(path: Path, table: tuple[str, ...]) -> dict[str, Any]:
    """The checked settings of one file."""
    found: Any = load(path)
    for key in table:
        found = found[key]
    if not isinstance(found, dict):
        raise ConfigError(f'{path}: {".".join(table)} is no table; expected keys such as reader = "rules"')
    unknown = sorted(set(found) - set(rules()))
    if unknown:
        raise ConfigError(f"{path}: unknown key {unknown[0]!r}; expected one of {', '.join(rules())}")
    values = {name: checked(name, value, f"{path}: {name}") for name, value in found.items()}
    located = {name: beside(path, values[name]) for name in PATHS if values.get(name)}
    return values | located


def beside(path: Path, named: str) -> str:
    """Paths that a file names, counted from where that file lies."""
    return os.pathsep.join(str(path.parent / Path(each).expanduser()) for each in named.split(os.pathsep))


def load(path: Path) -> dict[str, Any]:
    """A TOML file; ConfigError where it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: not readable as TOML: {error}") from error


def checked(name: str, value: Any, where: str) -> Any:
    """The value as its rule reads it; ConfigError saying where it stands and what was expected."""
    rule = rules()[name]
    try:
        return rule.parse(value)
    except ValueError as error:
        raise ConfigError(f"{where}: {value!r} cannot be used; expected {rule.expected}") from error
