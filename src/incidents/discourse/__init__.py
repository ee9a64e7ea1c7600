"""What the rest of a report lends an incident whose own sentences leave something out."""

from incidents.discourse.lending import Discourse
from incidents.discourse.own_place import best_place

__all__ = ["Discourse", "best_place"]
