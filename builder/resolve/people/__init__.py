"""Persons of the story: which names are one person, and what they are called."""
