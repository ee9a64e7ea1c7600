"""Words for the people of a country, a tongue or a faith: "Chinese", "Uzbeks", "Muslim"."""

from __future__ import annotations

import re

DEMONYM = re.compile(
    r"(?:[a-z](?:ean|ian|ese|ish|can|rman|ssian)|French|Dutch|Thai|Czech|Greek|Saudi|Swiss|Arab|Asian|Afghan|Uzbek|Tajik|Kazakh"
    r"|Kyrgyz|Turkmen|Filipino|Muslim|Communist|Socialist|Catholic|Christian|Buddhist|(?:Pakistan|Bangladesh|Israel|Nepal|Iraq|Emirat"
    r"|Kuwait|Qatar|Yemen|Bahrain|Somal|Azerbaijan|Oman)i|Nepalese|Lao|Khmer|Kurd|Turk|Dane|Swede|Pole)s?$"
)
