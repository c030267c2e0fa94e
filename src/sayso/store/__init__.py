"""Ledgers: append-only stores of readings. In a file (`sqlite`), or in memory (`memory`), by one contract."""

from sayso.store.opening import open_ledger

__all__ = ["open_ledger"]
