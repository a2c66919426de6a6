"""`python -m builder` is the `dossier` command."""

import gc
import sys

_STOPPED = 130  # what a shell expects of a program that Ctrl-C ended
_LIVING = 50_000  # objects: what a command makes lives until it ends; 700 took a fifth of a build


def main() -> None:
    """Run the command; Ctrl-C has its sentence while what it needs is being imported, too."""
    gc.set_threshold(_LIVING)
    try:
        from builder.cli import main as command  # noqa: PLC0415 - it takes a second

        command()
    except KeyboardInterrupt:
        sys.stderr.write("Stopped. Nothing was done.\n")
        sys.exit(_STOPPED)


if __name__ == "__main__":
    main()
