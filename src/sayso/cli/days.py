"""The day that `--as-of` gives."""

import click


def day_of(given: str | None) -> str:
    """The ISO day that is given, or today's (UTC); UsageError where it is no day."""
    from datetime import UTC, date, datetime

    if given is None:
        return datetime.now(UTC).date().isoformat()
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError:
        raise click.UsageError(f"--as-of {given}: expected a day as 2026-03-31") from None
