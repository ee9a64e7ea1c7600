"""Examples as a sparse matrix: one row an example, one column a feature, each row scaled as at extraction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from incidents.events.scaling import scale_of


def matrix_of(examples: Iterable[Iterable[str]], column: Mapping[str, int]):  # type: ignore[no-untyped-def]
    """The features of every example in the columns given; features without a column are left out."""
    from scipy.sparse import csr_matrix

    rows, columns, values, count = [], [], [], 0
    for row, features in enumerate(examples):
        known = [column[name] for name in features if name in column]
        rows += [row] * len(known)
        columns += known
        values += [scale_of(len(known))] * len(known)
        count = row + 1
    return csr_matrix((values, (rows, columns)), shape=(count, len(column)))
