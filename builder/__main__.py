"""`python -m builder` is the `dossier` command."""

import sys

_STOPPED = 130  # what a shell expects of a program that Ctrl-C ended


def main() -> None:
    """Run the command; Ctrl-C has its sentence while what it needs is being imported, too."""
    try:
        from builder.cli import main as command  # noqa: PLC0415 - it takes a second

        command()
    except KeyboardInterrupt:
        sys.stderr.write("Stopped. Nothing was done.\n")
        sys.exit(_STOPPED)


if __name__ == "__main__":
    main()
