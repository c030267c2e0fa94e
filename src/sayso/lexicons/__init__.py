"""Words, as data: each file says where its words come from."""

import tomllib
from collections.abc import Iterator
from functools import cache, reduce
from importlib.resources import files
from operator import getitem
from typing import Any

from sayso.errors import InstallError


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The lexicon `name` (file `name.en.toml`), read once; InstallError where the package lacks it. Not to be changed."""
    path = files(__name__) / f"{name}.en.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise InstallError(f"lexicon {name!r} is not in the installed package; reinstall sayso") from error


@cache
def words_of(name: str, *lists: str) -> frozenset[str]:
    """The words of some lists of a lexicon, joined; each list, `key` or `table.key`, is one string of words between white space."""
    whole: Any = lexicon(name)
    found = (reduce(getitem, each.split("."), whole) for each in lists)
    return frozenset(word.replace("_", " ") for each in found for word in each.split())


def contested() -> Iterator[tuple[str, Any]]:
    """The built-in term packs as pairs of a file's name and its table, in the order of the names."""
    folder = files(__name__) / "contested"
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".yaml"):
            yield entry.name, read_yaml(entry.read_text(encoding="utf-8"))


def read_yaml(text: str) -> Any:
    """What YAML says, as dictionaries, lists and scalars and nothing else; ValueError, which tells the line, where it is none."""
    import yaml  # noqa: PLC0415 # 20 ms, which only a reader has to spend

    loader = getattr(
        yaml, "CSafeLoader", yaml.SafeLoader
    )  # the same values; 5 ms where the other takes 37 for the largest pack
    try:
        return yaml.load(text, Loader=loader)  # noqa: S506 # both are safe loaders
    except yaml.YAMLError as error:
        raise ValueError(f"no YAML: {' '.join(str(error).split())}") from error
