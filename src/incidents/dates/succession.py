"""Stories told in order: a day without a year lies between the dates with one that stand around it."""

from __future__ import annotations

from dataclasses import replace

from incidents.dates.grammar import Meaning
from incidents.dates.interval import Interval
from incidents.dates.scene import Scene

#: Days. A day without a year that would lie so shortly before publication is news, whatever years stand around it.
RECENT = 90
#: Days from the date before to the date behind; over a longer time the day may have come twice.
ONE_YEAR = 365


def passed_between(
    meaning: Meaning, scene: Scene, found: Interval, before: Interval | None, ahead: Meaning
) -> Interval | None:
    """The occurrence of a yearly date between two others: "14 November 2016 ... 2 December ... 9 January 2017".

    ``found`` is its latest occurrence by publication, which is kept (null) where it is recent or lies between the two already.
    ``before`` is the date that a story has reached, null outside one, ``ahead`` the next that names its year.
    """
    today, following = scene.today, ahead.resolve(scene)
    if today is None or before is None or following is None or scene.reporting:
        return None
    if not before.start <= following.start < today:
        return None
    if (today - found.end).days < RECENT or (following.end - before.start).days > ONE_YEAR:
        return None
    if before.start <= found.start <= following.end:
        return None
    other = meaning.resolve(replace(scene, story=None, not_before=before.start))
    return other if other is not None and other.start <= following.end else None
