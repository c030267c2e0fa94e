"""What every command over a ledger shares: the option that names it, and a ledger that is closed again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from sayso.ports.proof import ProvableLedger

ledger_option: Callable[[Any], Any] = click.option(
    "--ledger", metavar="FILE", help="The ledger file. [SAYSO_LEDGER, or as set]"
)
by_option: Callable[[Any], Any] = click.option(
    "--by", metavar="NAME", envvar="SAYSO_BY", required=True, help="Who does it. [SAYSO_BY]"
)


@contextmanager
def opened_ledger(path: str | None) -> Iterator[ProvableLedger]:
    """The ledger that is named or set, for reading; LedgerMissing where there is none."""
    from sayso.wiring import load_settings, open_ledger

    ledger = open_ledger(load_settings(ledger=path))
    try:
        yield ledger
    finally:
        ledger.close()
