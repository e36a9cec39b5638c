"""Given: what is known of a report from outside its text. The text's own words come before all of it."""

import datetime
from typing import NamedTuple


class Given(NamedTuple):
    """What the user says, and what the file says apart from its text."""

    date: datetime.date | None = None
    """What `今年` means, as the user says."""
    title: str | None = None
    """The title in the file's properties or the page's head."""
    day: str | None = None
    """The day on which the file was published or last saved, `YYYY-MM-DD`: a guess at the report's own year."""


NOTHING = Given()
