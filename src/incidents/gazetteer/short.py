"""The short forms of company names: what is left of "Korea Cholsan General Trading" without its formal words."""

from __future__ import annotations

from collections.abc import Iterable

from incidents.gazetteer.entries import Entry

LONG_ENOUGH = 4  # letters: a single shorter word names too many other things


class ShortForms:
    """Short forms of any company's name, and those of the gazetteer's own companies.

    ``formal`` holds the words, in lower case, that say only what a company does or is.
    """

    def __init__(self, formal: Iterable[str], entries: Iterable[Entry]) -> None:
        self._formal = frozenset(formal)
        self.companies: dict[str, Entry] = {}  # the first of them where several share a form ("Mansudae")
        for entry in entries:
            if entry.label == "COMPANY":
                for full in (entry.name, *entry.aliases):
                    for form in self.of(full) if full.isascii() else ():
                        self.companies.setdefault(form, entry)

    def of(self, name: str) -> list[str]:
        """The forms of a name, longest first: Cholsan General, Cholsan. Each keeps a word that is no formal one."""
        words = name.split("(")[0].replace(",", " ").split()
        while words and self.formal(words[0]):
            words = words[1:]
        forms = []
        while words:
            forms.append(" ".join(words))
            if not self.formal(words[-1]):
                break
            words = words[:-1]
        return [form for form in forms if any(self._telling(word) for word in form.split())]

    def formal(self, word: str) -> bool:
        """Whether a word says only what a company does or is: "General", "Trading", "Corp."."""
        return word.strip(".").lower() in self._formal

    def bare(self, name: str) -> bool:
        """Whether words name no company: "Trading Company"; three such words do ("Construction Development Company")."""
        words = name.split()
        return len(words) < 3 and all(map(self.formal, words))

    def _telling(self, word: str) -> bool:
        return len(word) >= LONG_ENOUGH and word[0].isupper() and not self.formal(word)
