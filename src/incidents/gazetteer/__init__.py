"""Names of places, camps, facilities and companies: spelling variants, matching, resolving to ids.

>>> from pathlib import Path
>>> gazetteer = Gazetteer.load(Path("patterns"))                      # doctest: +SKIP
>>> [(m.text, m.entity_id) for m in gazetteer.find("a riot in Hoiryeong")]    # doctest: +SKIP
[('Hoiryeong', 'kp-09-hoeryong')]
"""

from incidents.errors import PatternError
from incidents.gazetteer.entries import Entry
from incidents.gazetteer.gazetteer import Candidate, Gazetteer, Place, find_places

__all__ = ["Candidate", "Entry", "Gazetteer", "PatternError", "Place", "find_places"]
