"""The tables, once: every column with its type and meaning. Nothing else in the project knows column names by heart.

``docs/schema.md`` is generated from here. Columns may be added at the end of a table; renaming or retyping one needs
a new ``SCHEMA_VERSION``.
"""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

SCHEMA_VERSION = "1"

TEXT = pa.string()
WORD = pa.dictionary(pa.int32(), pa.string())
COUNT = pa.int64()
NUMBER = pa.float64()
DAY = pa.date32()
QUOTES = pa.list_(pa.struct([("text", TEXT), ("start", COUNT), ("end", COUNT)]))


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``type`` is its Arrow type, ``default`` what it holds when a report gives nothing (null if None)."""

    name: str
    type: pa.DataType
    meaning: str
    default: object = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class TableSpec:
    """One table: what a row is, and its columns in order."""

    name: str
    row: str
    columns: tuple[Column, ...]

    @property
    def schema(self) -> pa.Schema:
        """The Arrow schema as written, each field carrying its meaning as metadata."""
        return pa.schema(
            [pa.field(c.name, c.type, not c.required, {"description": c.meaning}) for c in self.columns],
        )

    @property
    def names(self) -> tuple[str, ...]:
        """The column names in order."""
        return tuple(c.name for c in self.columns)


def _key(name: str, meaning: str) -> Column:
    return Column(name, TEXT, meaning, required=True)


def _offset(name: str, meaning: str) -> Column:
    return Column(name, COUNT, meaning, required=True)


def _word(name: str, meaning: str, default: str | None = None) -> Column:
    return Column(name, WORD, meaning, default)


INCIDENTS = TableSpec(
    "incidents",
    "one incident of one report",
    (
        _key("incident_id", "stable: same report text and same evidence, same id"),
        _key("doc_id", "the report, in `documents`"),
        _key("cluster_id", "the same event in several reports has the same cluster: the smallest incident id in it"),
        _word("event_type", "what happened, e.g. `escape`; `incidents types` lists the types"),
        _word("event_subtype", "finer kind, e.g. `camp`"),
        _word("granularity", "`specific`, `aggregate` or `practice`"),
        _word("factuality", "`reported`, `alleged` or `denied`"),
        _word("completion", "`completed` or `attempted`"),
        Column("date_start", DAY, "first day of the inclusive interval in which it lies"),
        Column("date_end", DAY, "last day of that interval"),
        _word("date_precision", "`day`, `week`, `month`, `season`, `year`, `range`; `unknown` when null", "unknown"),
        _word(
            "date_basis",
            "`stated` in a sentence of this incident, `inherited` from another sentence of its story, `unknown`; "
            "never filled from the publication date",
            "unknown",
        ),
        Column("date_text", TEXT, "the words that the date was read from"),
        Column("country", TEXT, "where it happened, ISO 3166-1 alpha-2"),
        Column("admin1", TEXT, "first-level division, English name"),
        Column("admin1_code", TEXT, "first-level division, ISO 3166-2"),
        Column("place", TEXT, "most specific settlement, county or district, canonical name"),
        Column("place_id", TEXT, "its gazetteer id"),
        Column("latitude", NUMBER, "of the most specific located level, WGS84 degrees"),
        Column("longitude", NUMBER, "of the most specific located level, WGS84 degrees"),
        _word("geo_precision", "what is located: `facility`, `place`, `admin1`, `country`, `unknown`", "unknown"),
        _word(
            "place_basis",
            "`stated`, `inherited`, `derived` (implied by the facility, company or institution), `unknown`",
            "unknown",
        ),
        Column("facility", TEXT, "the site, canonical name"),
        Column("facility_id", TEXT, "its gazetteer id"),
        _word("facility_type", "what the site is, named or not, e.g. `reeducation_camp`"),
        Column("company", TEXT, "employer or operator, canonical name"),
        Column("company_id", TEXT, "its gazetteer id; null when not in the gazetteer"),
        Column("actor", TEXT, "the words for the main group, e.g. “18 prisoners”"),
        Column("participants_min", COUNT, "fewest people who did it or, for wage theft, suffered it"),
        Column("participants_max", COUNT, "most people; null when open (“more than 40”)"),
        Column("participants_approx", pa.bool_(), "whether the report says about, some, nearly", False),
        Column("killed_min", COUNT, "fewest killed, all sides"),
        Column("killed_max", COUNT, "most killed"),
        Column("injured_min", COUNT, "fewest injured, all sides"),
        Column("injured_max", COUNT, "most injured"),
        Column("amount_min", NUMBER, "least that was owed or taken, in `amount_currency`"),
        Column("amount_max", NUMBER, "most that was owed or taken"),
        Column("amount_currency", TEXT, "ISO 4217"),
        _word("amount_per", "`day`, `month`, `year` or `total`"),
        Column("amount_percent", NUMBER, "share of pay, 0–100"),
        Column("attribution", pa.list_(TEXT), "whom the report cites, outermost first"),
        _key("quote", "best sentence; always `documents.text[quote_start:quote_end]`"),
        _offset("quote_start", "character offset of the quote in `documents.text`"),
        _offset("quote_end", "offset of the character after it"),
        Column("quotes", QUOTES, "all evidence sentences in text order"),
        Column("confidence", pa.float32(), "calibrated: of the rows near 0.8, about 80% are right"),
        Column("evidence", pa.list_(TEXT), "which rules, patterns or classifier decided"),
    ),
)

DOCUMENTS = TableSpec(
    "documents",
    "one report",
    (
        _key("doc_id", "stable: same text and metadata, same id"),
        _key("source_path", "the file it came from, as given to the program"),
        _word("source_format", "`txt`, `html`, `pdf`, …"),
        Column("sha256", TEXT, "of the file's bytes"),
        Column("title", TEXT, "headline"),
        Column("publisher", TEXT, "outlet"),
        Column("author", TEXT, "by-line"),
        Column("url", TEXT, "address it was published at"),
        Column("published", DAY, "publication date; the first day when only the month or year is known"),
        _word("published_precision", "`day`, `month`, `year`; `unknown` when null", "unknown"),
        _word("language", "ISO 639-1"),
        Column("text", TEXT, "what all offsets point into", ""),
        Column("n_sentences", COUNT, "sentences read", 0),
        Column("n_incidents", COUNT, "rows in `incidents`", 0),
        _word("status", "`ok`, `skipped` or `failed`"),
        Column("message", TEXT, "for people: why it was skipped or failed, or what was noticed"),
    ),
)

MENTIONS = TableSpec(
    "mentions",
    "one event mention, kept or dropped",
    (
        _key("mention_id", "stable: same report text and trigger, same id"),
        Column("incident_id", TEXT, "the incident that it states; null if dropped"),
        _key("doc_id", "the report, in `documents`"),
        _word("event_type", "the type that the trigger stands for"),
        _key("trigger", "the words that fired"),
        _offset("trigger_start", "their offset in `documents.text`"),
        _offset("trigger_end", "offset of the character after them"),
        _offset("sentence_start", "offset of the sentence"),
        _offset("sentence_end", "offset of the character after it"),
        _word("section", "`headline`, `dateline`, `body`, `quote`, `comment`, `caption` or `boilerplate`"),
        _word("factuality", "`reported`, `alleged` or `denied`"),
        _word("completion", "`completed` or `attempted`"),
        _word("dropped_because", "null when kept; else `negated`, `predicted`, `hypothetical`, `figurative`, …"),
        Column("score", pa.float32(), "the classifier's probability that it is a real event of this type"),
        Column("pattern", TEXT, "id of the pattern that fired"),
        Column("cues", pa.list_(TEXT), "words that qualified or dropped it"),
    ),
)

ENTITIES = TableSpec(
    "entities",
    "one named-entity mention",
    (
        _key("doc_id", "the report, in `documents`"),
        _offset("start", "offset in `documents.text`"),
        _offset("end", "offset of the character after it"),
        _key("text", "the words"),
        _word("label", "CAMP, PROVINCE, PLACE, COMPANY, FACILITY, PERSON, ORG, GPE, DATE, MONEY, CARDINAL, …"),
        Column("entity_id", TEXT, "gazetteer id; null if not in the gazetteer"),
        Column("canonical", TEXT, "canonical name"),
        Column("country", TEXT, "ISO 3166-1 alpha-2"),
        Column("admin1_code", TEXT, "ISO 3166-2"),
        _word("source", "`gazetteer` or `model`"),
    ),
)

VALUES = TableSpec(
    "values",
    "one field of one incident that has a value",
    (
        _key("incident_id", "the incident"),
        _word("field", "column of `incidents`"),
        Column("value", TEXT, "the value as text"),
        Column("text", TEXT, "the words that it was read from; null only when derived"),
        Column("start", COUNT, "their offset in `documents.text`; null only when derived"),
        Column("end", COUNT, "offset of the character after them; null only when derived"),
        _word("basis", "`stated`, `inherited` or `derived`", "unknown"),
        Column("rule", TEXT, "pattern, gazetteer id or classifier that decided"),
    ),
)

TABLES: tuple[TableSpec, ...] = (INCIDENTS, DOCUMENTS, MENTIONS, ENTITIES, VALUES)
