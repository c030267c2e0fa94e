"""Readings in others' formats."""
