"""Fulfils the Ledger port."""
