"""Contested words: the packs that list them, where they stand in a text, and in whose voice."""
