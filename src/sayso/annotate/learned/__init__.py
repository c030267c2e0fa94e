"""Attributions by a trained encoder: tokens with features, windows, decoding."""
