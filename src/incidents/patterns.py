"""Finding and reading the pattern files: data that an analyst edits without touching code."""

from __future__ import annotations

import hashlib
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from incidents.errors import PatternError

T = TypeVar("T")
_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the fast one where it was built
SHIPPED = (Path(__file__).parent / "patterns", Path(__file__).parents[2] / "patterns")


class Patterns:
    """The pattern folder in force: the shipped one, overlaid file by file with a user's own folder.

    A file of the same relative name in ``extra`` replaces the shipped one; a new file is added. Without ``models`` nothing that
    is learnt counts as being there: so models can be learnt anew when the present ones no longer fit the program.
    """

    def __init__(self, extra: Path | None = None, *, models: bool = True) -> None:
        shipped = next((p for p in SHIPPED if p.is_dir()), None)
        if shipped is None:
            raise PatternError("the program's own patterns folder is missing; reinstall it")
        if extra is not None and not extra.is_dir():
            raise PatternError(f"{extra}: no such patterns folder")
        self.models = models
        self.folders = [shipped] if extra is None else [shipped, extra]

    @cached_property
    def files(self) -> dict[str, Path]:
        """Relative POSIX name to path of every file in force, sorted by name."""
        found: dict[str, Path] = {}
        for folder in self.folders:
            for path in sorted(folder.rglob("*")):
                if path.is_file() and not path.name.startswith("."):
                    found[path.relative_to(folder).as_posix()] = path
        return {name: found[name] for name in sorted(found) if self.models or not name.startswith("model/")}

    @cached_property
    def digests(self) -> dict[str, str]:
        """SHA-256 of every file that takes part in extraction (training data left out), by relative name."""
        return {
            name: hashlib.sha256(path.read_bytes()).hexdigest()
            for name, path in self.files.items()
            if not name.startswith("training/")
        }

    @property
    def digest(self) -> str:
        """One digest of all of them."""
        joined = "\n".join(f"{name} {digest}" for name, digest in self.digests.items())
        return hashlib.sha256(joined.encode()).hexdigest()

    def under(self, folder: str, suffix: str = ".yaml") -> list[Path]:
        """The files of one subfolder, in order of name."""
        return [p for n, p in self.files.items() if n.startswith(f"{folder}/") and n.endswith(suffix)]

    def model(self, name: str, kind: type[T]) -> T | None:
        """What is learnt, from a JSON file of this relative name; None if the folders hold none.

        Raises:
            PatternError: the file is no such model.
        """
        return self._decoded(name, kind, "make model") if name in self.files else None

    def learnt(self, name: str, kind: type[T], command: str) -> T:
        """What ``command`` has learnt, from a JSON file of this relative name.

        Raises:
            PatternError: there is none, or it is no such file.
        """
        return self._decoded(name, kind, command)

    def weights(self, named: str, words: str, command: str) -> dict[str, dict[str, float]]:
        """By part, the weights of a YAML file of named evidence with those of words that ``command`` has learnt beside it.

        Raises:
            PatternError: one of the files is missing, or no such file.
        """
        told = self.learnt(words, dict[str, dict[str, float]], command)
        parts = self.read(named, dict[str, dict[str, float]])
        return {part: told.get(part, {}) | found for part, found in parts.items()}

    def _decoded(self, name: str, kind: type[T], command: str) -> T:
        try:
            return msgspec.json.decode(self.path(name).read_bytes(), type=kind)
        except msgspec.MsgspecError as error:
            raise PatternError(f"{name}: {error}; rebuild it with `{command}`") from None

    def path(self, name: str) -> Path:
        """The file of this relative name.

        Raises:
            PatternError: there is none.
        """
        if name not in self.files:
            raise PatternError(f"{name}: pattern file missing")
        return self.files[name]

    def read(self, name: str, kind: type[T]) -> T:
        """Read and validate one YAML file."""
        return read_yaml(self.path(name), kind)


class _Loader(_SafeLoader):  # type: ignore[misc]
    """Safe YAML that refuses a key given twice, where plain YAML silently keeps the last one."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        first: dict[str, int] = {}
        for key, _ in node.value:
            if key.value in first:
                reason = f"'{key.value}' stands twice; the other is in line {first[key.value]}: join the two"
                raise yaml.constructor.ConstructorError(problem=reason, problem_mark=key.start_mark)
            first[key.value] = key.start_mark.line + 1
        mapping: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return mapping


def read_yaml(path: Path, kind: type[T]) -> T:
    """Read a YAML file into ``kind``, refusing unknown keys, keys given twice and wrong types.

    Raises:
        PatternError: with file, line and what is wrong.
    """
    text = path.read_text(encoding="utf-8")
    try:
        raw: Any = yaml.load(text, Loader=_Loader)  # a subclass of the safe loader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        kept = isinstance(error, yaml.constructor.ConstructorError)
        what = "" if kept else "not valid YAML: "
        raise PatternError(f"{path.name}{line}: {what}{getattr(error, 'problem', error)}") from None
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        message = str(error)
        where = message.rsplit(" - at ", 1)[-1].strip("`") if " - at " in message else ""
        raise PatternError(f"{path.name}{_line_of(text, where)}: {message}") from None


def _line_of(text: str, where: str) -> str:
    """The line that a msgspec path such as ``$.patterns[3].verb`` points at, as ":12", or "" if it can't be told."""
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    for part in where.removeprefix("$").replace("[", ".[").split("."):
        if not part or node is None:
            continue
        if isinstance(node, yaml.SequenceNode) and part.startswith("[") and part[1:-1].isdigit():
            index = int(part[1:-1])
            node = node.value[index] if index < len(node.value) else node
        elif isinstance(node, yaml.MappingNode):
            node = next((v for k, v in node.value if k.value == part), node)
    return f":{node.start_mark.line + 1}" if node is not None else ""
