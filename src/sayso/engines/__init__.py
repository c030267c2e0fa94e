"""Engines: what trained models and gazetteers answer, behind the core's ports."""
