"""`python -m builder` is the `dossier` command."""

from builder.cli import main

if __name__ == "__main__":
    main()
