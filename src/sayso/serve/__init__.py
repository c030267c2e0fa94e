"""Pages over a ledger; every page also as JSON."""
