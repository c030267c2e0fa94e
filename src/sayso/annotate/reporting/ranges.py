"""Ranges of words: the half-open stretches that rules speak of before spans are made."""

Range = tuple[int, int]
