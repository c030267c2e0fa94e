"""Fulfils the Mapper port."""
