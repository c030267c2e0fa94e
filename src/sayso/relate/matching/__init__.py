"""Seen before? Which known claims say what a sentence says."""
