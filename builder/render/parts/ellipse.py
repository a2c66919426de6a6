"""The ellipse that a network is drawn on: places on it, and the lines between them."""

import math
from dataclasses import dataclass

_WIDTH, _MARGIN = 800, 70
_ACROSS = 230
_CLEAR = 24  # between a dot's middle and the point of an arrow
Place = tuple[float, float]
"""The cosine and the sine of an angle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ellipse:
    """The line that the names stand on: the fewer they are, the flatter."""

    down: int

    @property
    def height(self) -> int:
        """Of the drawing, names included."""
        return 2 * (self.down + _MARGIN)

    def at(self, place: Place) -> Place:
        """The point at a place."""
        cos, sin = place
        return (
            _WIDTH / 2 + _ACROSS * cos,
            self.height / 2 + self.down * sin,
        )


def place_of(at: int, of: int) -> Place:
    """The place of a name among so many, the first on top."""
    angle = 2 * math.pi * at / of - math.pi / 2
    return math.cos(angle), math.sin(angle)


def path_between(start: Place, end: Place, ellipse: Ellipse) -> str:
    """A line bent towards the middle, which ends a little before the names' dots."""
    middle = (_WIDTH / 2, ellipse.height / 2)
    (from_x, from_y), (to_x, to_y) = ellipse.at(start), ellipse.at(end)
    share = math.hypot(to_x - from_x, to_y - from_y) / (4 * _ACROSS)  # neighbours: hardly bent
    bend = (
        (from_x + to_x) / 2 * (1 - share) + middle[0] * share,
        (from_y + to_y) / 2 * (1 - share) + middle[1] * share,
    )
    (from_x, from_y), (to_x, to_y) = (
        _short_of((from_x, from_y), bend),
        _short_of((to_x, to_y), bend),
    )
    return f"M{from_x} {from_y} Q{round(bend[0])} {round(bend[1])} {to_x} {to_y}"


def _short_of(point: Place, towards: Place) -> tuple[int, int]:
    across, down = towards[0] - point[0], towards[1] - point[1]
    share = _CLEAR / max(math.hypot(across, down), _CLEAR)
    return round(point[0] + across * share), round(point[1] + down * share)
