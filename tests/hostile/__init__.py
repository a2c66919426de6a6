"""Texts that try to run, to lead away or to break out, through every field."""
