"""Whose words a text carries: counts by side and by article or outlet, each with its instances; never a score, never a ranking."""
