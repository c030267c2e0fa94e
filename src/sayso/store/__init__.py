"""Ledgers: append-only stores of readings. In a file (`sqlite`), or in memory (`memory`), by one contract."""
