"""Examples as a sparse matrix: one row an example, one column a feature, mostly scaled as at extraction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from incidents.events.scaling import gentle_scale_of, scale_of

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix


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


def numbers_of(rows: Iterable[Mapping[str, float]], column: Mapping[str, int]):  # type: ignore[no-untyped-def]
    """The values of every row in the columns given, as they are; those without a column are left out."""
    from scipy.sparse import csr_matrix

    found = [[(column[name], value) for name, value in row.items() if name in column] for row in rows]
    ends = np.cumsum([0, *(len(row) for row in found)])
    columns = np.fromiter((c for row in found for c, _ in row), dtype=np.int32, count=ends[-1])
    values = np.fromiter((v for row in found for _, v in row), dtype=np.float64, count=ends[-1])
    return csr_matrix((values, columns, ends), shape=(len(found), len(column)))


@dataclass(frozen=True, slots=True)
class Sheet:
    """All examples at once, from which the matrices of many parts are cut: ``marks`` has a one for each feature there."""

    names: list[str]
    marks: csr_matrix

    @classmethod
    def of(cls, examples: Sequence[Sequence[str]]) -> Sheet:
        """The sheet of examples whose features are sorted and stand once each."""
        from scipy.sparse import csr_matrix

        names = sorted({name for features in examples for name in features})
        column = {name: i for i, name in enumerate(names)}
        ends = np.cumsum([0, *(len(features) for features in examples)])
        columns = np.fromiter((column[n] for features in examples for n in features), dtype=np.int32, count=ends[-1])
        return cls(names, csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(examples), len(names))))

    def cut(self, rows: NDArray[np.bool_], rare: int) -> tuple[list[str], csr_matrix]:
        """Names and gently scaled matrix of some rows, without the features that fewer than ``rare`` of them have."""
        part = self.marks[rows]
        common = np.flatnonzero(np.asarray(part.sum(axis=0)).ravel() >= rare)
        part = part[:, common]
        known = np.diff(part.indptr)
        part.data = np.repeat([gentle_scale_of(int(k)) for k in known], known)
        return [self.names[i] for i in common], part
