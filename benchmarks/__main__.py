"""`python -m benchmarks [--gold FOLDER] [--polnear FILE]`: one line per figure."""

import argparse
from pathlib import Path

from benchmarks import quality, speed


def main() -> None:
    """Measure speed, and quality where annotations are given."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--gold", type=Path, help="folder of annotations with their scorers")
    parser.add_argument("--polnear", type=Path, help="PolNeAR's development half as JSON lines")
    chosen = parser.parse_args()
    for line in speed.figures(Path("seeds")):
        print(line, flush=True)
    if chosen.gold:
        for line in quality.figures(chosen.gold, chosen.polnear, Path("build")):
            print(line, flush=True)


if __name__ == "__main__":
    main()
