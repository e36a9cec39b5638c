"""JSON Schemas (2020-12) of the records and of the whole report, generated from the models."""

import ast
import inspect
import json
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from factx import records
from factx.records import KINDS, Report

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _Schema(GenerateJsonSchema):
    """No key is ever absent, so every field is required, also one that has a default."""

    def field_is_required(
        self,
        field: core_schema.ModelField | core_schema.DataclassField | core_schema.TypedDictField,
        total: bool,  # noqa: FBT001 (the overridden method's own)
    ) -> bool:
        del field, total
        return True


def schemas() -> dict[str, str]:
    """Every schema as the text of its file, by the file's name."""
    models: dict[str, type[BaseModel]] = {**KINDS, "report": Report}
    return {f"{name}.json": _text(name, model) for name, model in models.items()}


def write(folder: Path) -> list[Path]:
    """Write every schema into `folder`; the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, text in schemas().items():
        paths.append(folder / name)
        paths[-1].write_text(text, encoding="utf-8", newline="\n")
    return paths


def faults(folder: Path) -> list[str]:
    """In what way the files of `folder` differ from the schemas, each as `FILE: what is wrong; what to do`."""
    current = schemas()
    found = []
    for name, text in current.items():
        path = folder / name
        if not path.is_file():
            found.append(f"{path}: is missing; run factx schema")
        elif path.read_text(encoding="utf-8") != text:
            found.append(f"{path}: is stale; run factx schema")
    stray = sorted(path for path in folder.glob("*.json") if path.name not in current)
    return found + [f"{path}: is the schema of nothing; delete it" for path in stray]


def _text(name: str, model: type[BaseModel]) -> str:
    """One schema, as it is written."""
    schema: dict[str, Any] = {"$schema": _DIALECT, "$id": f"urn:factx:schema:{name}"}
    schema |= model.model_json_schema(mode="serialization", schema_generator=_Schema)
    for title, described in {model.__name__: schema, **schema.get("$defs", {})}.items():
        for field, words in _docstrings()[title].items():
            keys = described["properties"][field] | {"description": words}
            described["properties"][field] = dict(sorted(keys.items()))
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


@cache
def _docstrings() -> dict[str, dict[str, str]]:
    """The docstring below each field of each model, its base's first.

    Pydantic could read them itself, but does so whenever the models are imported: 40 ms of each start.
    """
    found: dict[str, dict[str, str]] = {}
    for model in ast.parse(inspect.getsource(records)).body:
        if isinstance(model, ast.ClassDef):
            base = model.bases[0]
            found[model.name] = dict(found.get(base.id, {})) if isinstance(base, ast.Name) else {}
            for field, words in pairwise(model.body):
                match field, words:
                    case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                        found[model.name][name] = inspect.cleandoc(text)
    return found
