"""Calendar expressions of news text and the intervals of days that they denote.

>>> import datetime as dt
>>> from incidents.dates import find_dates
>>> [(m.text, m.start, m.end) for m in find_dates("Six fled in late August.", dt.date(2016, 10, 18))]
[('late August', datetime.date(2016, 8, 21), datetime.date(2016, 8, 31))]
"""

from incidents.dates.find import DateFinder, find_dates, shift
from incidents.dates.interval import Interval
from incidents.dates.story_words import COUNTED, RECORD

__all__ = ["COUNTED", "RECORD", "DateFinder", "Interval", "find_dates", "shift"]
