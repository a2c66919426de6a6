"""Organisations of the story: which names are one body, and its abbreviations."""
