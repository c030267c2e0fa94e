"""Marks and paragraphs: what stands on the page."""
