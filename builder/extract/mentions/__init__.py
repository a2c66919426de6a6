"""Mention detection in one article: names, and noun phrases for people and bodies."""
