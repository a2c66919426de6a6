"""The timeline for other programs: the dossier in, `timeline.ics` and `timeline.json` out.

Both hold every event with a date; the JSON, which TimelineJS reads as it is, has those without one
apart.
"""

from builder.timeline.ics import timeline_ics
from builder.timeline.timelinejs import timeline_json

__all__ = ["timeline_ics", "timeline_json"]
