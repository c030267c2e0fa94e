"""Words, as data: each file says where its words come from."""

import tomllib
from functools import cache
from importlib.resources import files
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
    """The words of some lists of a lexicon, joined; each list is one string of words between white space."""
    return frozenset(word.replace("_", " ") for each in lists for word in lexicon(name)[each].split())
