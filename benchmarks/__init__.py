"""Measurements: how fast, and how right. `make bench` runs them; see README.md."""
