"""The day that `--as-of` gives."""

from collections.abc import Callable
from typing import Any

import click

as_of_option: Callable[[Any], Any] = click.option(
    "--as-of", metavar="DATE", help="The day on which forecasts are due or not, as 2026-03-31. [today]"
)


def day_of(given: str | None) -> str:
    """The ISO day that is given, or today's (UTC); UsageError where it is no day."""
    from datetime import UTC, date, datetime

    if given is None:
        return datetime.now(UTC).date().isoformat()
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError:
        raise click.UsageError(f"--as-of {given}: expected a day as 2026-03-31") from None
