"""`python -m builder` is the `dossier` command."""

from builder.cli import main

main()
