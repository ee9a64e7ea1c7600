"""What speaks for and against a date as that of an incident: where it stands, what it hangs on, how it lies to the others."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from incidents.arguments.when import steps, until
from incidents.discourse.date_setting import (
    YEAR,
    age,
    beside,
    governors,
    kind_of,
    made_of,
    main_dates,
    preposition,
    tense,
    verb_above,
    verb_class,
)
from incidents.exactness import inside
from incidents.owing import lasting_system

if TYPE_CHECKING:
    from spacy.tokens import Token

    from incidents.annotate import Sentence
    from incidents.discourse.lending import Discourse
    from incidents.merge import Draft
    from incidents.model import Basis, DateMention

FAR = 12  # steps in the tree
NOWHERE = 40  # steps: in another sentence
LEAD, LATE = 2, 15  # sentences
WIDE = 120  # characters
CLOSE = 25  # characters


class Evidence:
    """What all candidates of one draft are weighed against."""

    def __init__(self, story: Discourse, draft: Draft, usual: DateMention | None) -> None:
        self.story, self.draft, self.usual = story, draft, usual
        self.page = story.page
        first = draft.clues[0]
        self.kind = "moves" if first.moves else "owed" if first.standing is not None or first.owed else "stays"
        self.first = first.sentence_index
        self.lasting = lasting_system(draft)
        self.habitual = any(c.habitual for c in draft.clues)
        self.best = [d for c in draft.clues for d in c.dates[:1] if d.start is not None]
        self.told = {d.char_start for c in draft.clues for d in c.dates[:1]}
        self.listed = {d.char_start for c in draft.clues for d in c.dates}
        self.beside = {d.char_start for c in draft.clues for d in c.beside}
        others = [(d.event_type, c) for d in story.drafts if d is not draft for c in d.clues]
        self.taken = {d.char_start: kind for kind, c in others for d in c.dates[:1]}
        own = {c.mention.trigger_start for c in draft.clues}
        self.rivals = [c.mention for _, c in others if c.mention.trigger_start not in own]
        sentences = set(draft.sentences)
        self.near = [d for d in self.page.dates if d.start is not None and self._sentence(d).index in sentences]
        self.nearest = min(self.near, key=lambda d: (self._steps(d), d.char_start), default=None)
        self.tense = tense(self._trigger_verb())

    def none(self) -> dict[str, float]:
        """What speaks for no date at all."""
        first = self.draft.clues[0]
        return _kept(
            {
                "none": 1.0,
                f"none|{self.kind}": 1.0,
                f"none_{self.tense}_event": 1.0,
                "none_aggregate": float(self.draft.aggregate),
                "none_lasting": float(self.lasting),
                "none_habitual": float(self.habitual),
                "none_definite": float(first.definite),
                "none_another": float(first.another),
                "none_own": float(bool(self.near)),
                "none_told": float(bool(self.told)),
                "none_beside": float(bool(self.beside)),
                "none_lead": float(self.first <= LEAD),
                "none_late": float(self.first > LATE),
                "none_once": float(len(self.draft.sentences) == 1),
                "none_dateless": float(not self.page.dates),
                "none_unpublished": float(self.page.published is None),
            }
        )

    def as_usual(self, date: DateMention, basis: Basis) -> dict[str, float]:
        """How far the rules can be trusted with a date."""
        return _kept(
            {
                "usual": 1.0,
                f"usual_{basis}": 1.0,
                f"usual|{self.kind}": 1.0,
                f"usual_{basis}|{self.kind}": 1.0,
                f"usual_{basis}_{date.precision}": 1.0,
                f"usual_{date.precision}|{self.kind}": 1.0,
                f"usual_rule_{kind_of(date)}": 1.0,
                f"usual_made_{made_of(date)}": 1.0,
                "usual_aggregate": float(self.draft.aggregate),
                "usual_lasting": float(self.lasting),
                "usual_only": float(len(self.near) == 1),
                "usual_nearest": float(self.nearest is not None and self.nearest.char_start == date.char_start),
                "usual_first": float(bool(self.best) and self.best[0].char_start == date.char_start),
                "usual_agreed": float(len(self.told) == 1 and len(self.draft.clues) > 1),
                "usual_disputed": float(len(self.told) > 1),
            }
        )

    def own(self, date: DateMention) -> dict[str, float]:
        """For a date of one of the draft's own sentences."""
        at, sentence, near = date.char_start, self._sentence(date), self._steps(date)
        role = (
            "told" if at in self.told else "listed" if at in self.listed else "beside" if at in self.beside else "left"
        )
        rival = self._rival_steps(date, sentence)
        triggers = [c.mention.trigger_start for c in self.draft.clues if c.sentence_index == sentence.index]
        gaps = [self.page.text[min(at, t) : max(at, t)] for t in triggers]
        found = {
            "own": 1.0,
            f"own_{role}": 1.0,
            f"own_{role}|{self.kind}": 1.0,
            f"own_{role}_{date.precision}": 1.0,
            "own_steps": min(near, FAR) / 10,
            f"own_{role}_steps": min(near, FAR) / 10,
            "own_far": float(near > FAR),
            "own_nearest": float(self.nearest is not None and self.nearest.char_start == at),
            "own_only": float(len(self.near) == 1),
            "own_first_sentence": float(sentence.index == self.first),
            "own_order": math.log1p(self.draft.sentences.index(sentence.index)),
            "own_front": float(bool(triggers) and all(at < t for t in triggers)),
            "own_taken": float(at in self.taken),
            "own_taken_same": float(self.taken.get(at) == self.draft.event_type),
            "own_until": float(until(self.page, date)),
            f"own_{role}_rival_nearer": float(rival < near),
            f"own_{role}_no_rival": float(rival >= NOWHERE),
            "own_semicolon": float(bool(gaps) and all(";" in gap for gap in gaps)),
            "own_wide": float(bool(gaps) and all(len(gap) > WIDE for gap in gaps)),
            "own_close": float(any(len(gap) < CLOSE for gap in gaps)),
        }
        return _kept(found | self._anywhere("own", date))

    def other(self, date: DateMention) -> dict[str, float]:
        """For a date of another sentence."""
        first, sentence = self.draft.clues[0], self._sentence(date)
        after = sentence.index > self.first
        where = "after" if after else "before"
        owner = self.story.owner.get(sentence.index)
        theirs = owner is not None and owner is not self.draft
        gap = min(abs(sentence.index - i) for i in self.draft.sentences)
        paragraph = any(sentence.paragraph == c.paragraph for c in self.draft.clues)
        main = date.char_start in {d.char_start for d in main_dates(self.page, sentence)}
        between = self._dates_between(date, after)
        found = {
            "other": 1.0,
            where: 1.0,
            f"{where}|{self.kind}": 1.0,
            f"{where}_{'main' if main else 'loose'}": 1.0,
            f"{where}_{date.precision}": 1.0,
            f"{where}_gap": math.log1p(gap),
            f"{where}_next": float(gap == 1),
            f"{where}_paragraph": float(paragraph),
            f"{where}_next_paragraph": float(gap == 1 and paragraph),
            f"{where}_nearest": float(between == 0),
            f"{where}_between": math.log1p(between),
            "lead": float(sentence.index <= LEAD),
            "headline": float(sentence.section.kind == "headline"),
            f"{where}_free": float(owner is None),
            f"{where}_of_another": float(theirs),
            f"{where}_of_same_type": float(theirs and owner is not None and owner.event_type == self.draft.event_type),
            f"{where}_taken": float(date.char_start in self.taken),
            f"{where}_taken_same": float(self.taken.get(date.char_start) == self.draft.event_type),
            f"{where}_untold": float(not self.told),
            f"{where}_in_told": float(any(inside(date, d) for d in self.best)),
            f"{where}_holds_told": float(any(inside(d, date) for d in self.best)),
            "other_own": float(bool(self.near)),
            "other_told": float(bool(self.told)),
            "other_aggregate": float(self.draft.aggregate),
            "other_lasting": float(self.lasting),
            "other_definite": float(first.definite),
            "other_another": float(first.another),
        }
        return _kept(found | self._anywhere(where, date))

    def _anywhere(self, where: str, date: DateMention) -> dict[str, float]:
        word, clause, verb = self.page.once(
            ("date setting", date.char_start, date.char_end), lambda: self._setting(date)
        )
        rule = kind_of(date)
        return {
            f"{date.precision}|{self.kind}": 1.0,
            f"aggregate_{date.precision}": float(self.draft.aggregate),
            f"lasting_{date.precision}": float(self.lasting),
            f"{where}_{word}": 1.0,
            f"{word}|{self.kind}": 1.0,
            f"{where}_{clause}": 1.0,
            f"{where}_{self.tense}_event": 1.0,
            f"{where}_verb_{'event' if self._governs(date) else verb}": 1.0,
            f"rule_{rule}": 1.0,
            f"{where}_rule_{rule}": 1.0,
            f"{where}_made_{made_of(date)}": 1.0,
            f"{where}_year_named": float(YEAR.search(date.text) is not None),
            f"{where}_age_{age(self.page, date)}": 1.0,
            f"{where}_{beside(date, self.usual)}_usual": float(self.usual is not None),
        }

    def _setting(self, date: DateMention) -> tuple[str, str, str]:
        verb = verb_above(self.page, date)
        return f"prep_{preposition(self.page, date)}", tense(verb), verb_class(verb)

    def _governs(self, date: DateMention) -> bool:
        """Whether the event's own word is what the date hangs on."""
        spans = [(c.mention.trigger_start, c.mention.trigger_end) for c in self.draft.clues]
        above = governors(self.page, date)
        return any(t.i in above for start, end in spans for t in self.page.tokens_of(start, end))

    def _trigger_verb(self) -> Token | None:
        mention = self.draft.clues[0].mention
        tokens = self.page.tokens_of(mention.trigger_start, mention.trigger_end)[:1]
        return next((t for token in tokens for t in [token, *token.ancestors] if t.pos_ in {"VERB", "AUX"}), None)

    def _steps(self, date: DateMention) -> int:
        index = self._sentence(date).index
        spans = [c.mention for c in self.draft.clues if c.sentence_index == index]
        return min((steps(self.page, date, m.trigger_start, m.trigger_end) for m in spans), default=NOWHERE)

    def _rival_steps(self, date: DateMention, sentence: Sentence) -> int:
        """How near the next event of its sentence is to a date."""
        spans = [m for m in self.rivals if sentence.start <= m.trigger_start < sentence.end]
        return min((steps(self.page, date, m.trigger_start, m.trigger_end) for m in spans), default=NOWHERE)

    def _dates_between(self, date: DateMention, after: bool) -> int:
        """How many dates stand between one of another sentence and the draft."""
        first = self.page.sentences[self.first].start
        last = self.page.sentences[self.draft.sentences[-1]].end
        low, high = (last, date.char_start) if after else (date.char_end, first)
        return sum(d.start is not None and low <= d.char_start < high for d in self.page.dates)

    def _sentence(self, date: DateMention) -> Sentence:
        return self.page.sentence_at(date.char_start) or self.page.sentences[self.first]


def _kept(features: dict[str, float]) -> dict[str, float]:
    return {name: value for name, value in features.items() if value}
