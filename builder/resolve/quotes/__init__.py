"""Quotes of the story: whose they are, and which are one utterance."""
