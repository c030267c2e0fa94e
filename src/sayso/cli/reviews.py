"""Reviews that people wrote, from the JSON file of `--reviews`."""

from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

from sayso.errors import ConfigError, InputError
from sayso.model.review import Review

NAMES = tuple(each.name for each in fields(Review))
NEEDED = tuple(each.name for each in fields(Review) if each.default is MISSING)


def reviews_in(path: Path) -> tuple[Review, ...]:
    """The reviews of a JSON file that holds a list of them; ConfigError that names the file and the review that cannot be used."""
    from sayso.codec import loads

    try:
        found = loads(path.read_bytes())
    except OSError as error:
        raise ConfigError(f"--reviews {path}: cannot be read: {error.strerror}") from error
    except (InputError, UnicodeDecodeError) as error:
        raise ConfigError(f"--reviews {path}: {error}; expected a JSON list of reviews") from error
    if not isinstance(found, list):
        raise ConfigError(f"--reviews {path}: holds no list; expected [{{{', '.join(NEEDED)}}}, …]")
    return tuple(review(each, f"--reviews {path}: review {number}") for number, each in enumerate(found, 1))


def review(found: Any, which: str) -> Review:
    """One review; what it may hold is what a Review holds, so that a number that nobody would read is not lost in silence."""
    from sayso.codec import from_plain

    if not isinstance(found, dict):
        raise ConfigError(f"{which}: is no object; expected one with {', '.join(NEEDED)}")
    if unknown := sorted(found.keys() - set(NAMES)):
        raise ConfigError(f"{which}: has {unknown[0]!r}, which a review cannot have; expected {', '.join(NAMES)}")
    try:
        return from_plain(Review, found)
    except InputError as error:
        raise ConfigError(f"{which}: {error}") from error
