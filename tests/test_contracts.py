"""What holds the project together: schemas, lexicons, file sizes, the direction of imports, the README."""

import ast
import dataclasses
import json
import re
import tomllib
from importlib import import_module
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import factx
from factx.records import KINDS, Report
from factx.schema import faults, schemas, write

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "factx"
MODULES = sorted(PACKAGE.rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}

# From the ground up: a module imports from its own layer and those below it.
LAYERS = (
    ("cache", "errors"),
    ("patterns",),
    ("text",),
    ("pool",),
    ("lexicon", "records", "words"),
    ("gazetteer",),
    ("mentions",),
    ("scan", "segment"),
    ("context",),
    ("rules",),
    ("resolve", "trace", "validate", "consistency"),
    ("pipeline",),
    ("many", "preload"),
)
# Beside the line: all that they may know of it. `cli` and the package itself know everything.
BESIDE = {
    "readers": {"errors", "text", "records"},
    "writers": {"errors", "text", "records", "arrow"},
    "schema": {"records"},
    "arrow": {"errors", "text", "records", "readers", "many"},
    "spark": {"errors", "arrow"},
    "batch": {"audit", "errors", "records", "pipeline", "pool", "readers", "writers"},
    "score": {"errors", "explain", "pipeline", "readers", "records", "trace", "writers"},
    "explain": {"audit", "records", "rules", "scan", "text", "trace", "writers"},
    "audit": {"records", "rules", "scan", "text", "trace"},
    "view": {"audit", "batch", "errors", "pipeline", "pool", "readers", "records"},
}


def part_of(path: Path) -> str:
    """The layer's or part's name: `rules` for every module below rules/."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imports_of(path: Path) -> set[str]:
    """The parts of factx that the module at `path` imports, at its head or inside a function."""
    names = set()
    for node in ast.walk(TREES[path]):
        if isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        assert not (isinstance(node, ast.ImportFrom) and node.level), f"{path}: relative import"
    return {name.split(".")[1] for name in names if name.startswith("factx.")}


def test_schemas_are_current() -> None:
    assert faults(ROOT / "schemas") == []


def test_schema_check_names_what_differs(tmp_path: Path) -> None:
    write(tmp_path)
    assert faults(tmp_path) == []
    (tmp_path / "honour.json").write_text("{}", encoding="utf-8")
    (tmp_path / "awardee.json").unlink()
    (tmp_path / "medal.json").write_text("{}", encoding="utf-8")
    said = faults(tmp_path)
    assert [line.partition(": ")[0] for line in said] == [
        str(tmp_path / name) for name in ("honour.json", "awardee.json", "medal.json")
    ]
    assert ["stale" in said[0], "missing" in said[1], "delete" in said[2]] == [True] * 3


@pytest.mark.parametrize("name", [*KINDS, "report"])
def test_schemas_are_valid_and_complete(name: str) -> None:
    schema = json.loads(schemas()[f"{name}.json"])
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)
    for model in (schema, *schema.get("$defs", {}).values()):
        assert model["description"]
        assert model["additionalProperties"] is False
        assert set(model["required"]) == set(model["properties"]), "no key is ever absent"
        for field, said in model["properties"].items():
            assert said.get("description"), f"{model['title']}.{field} says nothing of itself"


def test_records_and_schemas_agree() -> None:
    report = factx.extract("青禾公司获评“省级绿色工厂”，建成充电桩120个。")
    dumped = json.loads(report.model_dump_json())
    jsonschema.Draft202012Validator(json.loads(schemas()["report.json"])).validate(dumped)
    for fact in dumped["facts"]:
        validator = jsonschema.Draft202012Validator(json.loads(schemas()[f"{fact['kind']}.json"]))
        validator.validate(fact)
        for field in fact:
            short = {key: value for key, value in fact.items() if key != field}
            assert not validator.is_valid(short), f"{fact['kind']} without {field} passes"
    assert set(Report.model_fields) == set(dumped)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_one_way(path: Path) -> None:
    part = part_of(path)
    known = [name for layer in LAYERS for name in layer]
    if part in BESIDE:
        allowed = BESIDE[part] | {part}
    elif part in known:
        height = next(i for i, layer in enumerate(LAYERS) if part in layer)
        allowed = {name for layer in LAYERS[: height + 1] for name in layer}
    else:
        assert part in {"cli", "__init__", "__main__"}, f"{part} stands in no layer: give it one"
        return
    assert imports_of(path) <= allowed


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_patterns_of_the_line_are_those_that_are_kept(path: Path) -> None:
    if part_of(path) not in {name for layer in LAYERS for name in layer}:
        return
    inside = {
        call
        for function in ast.walk(TREES[path])
        if isinstance(function, ast.FunctionDef)
        for call in ast.walk(function)
    }
    said = [
        node for node in ast.walk(TREES[path]) if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile"
    ]
    assert [node.lineno for node in said if node not in inside] == [], "take factx.patterns.compiled: it costs no start"


@pytest.mark.parametrize("folder", ["factx", "tests", "scripts", "bench"])
def test_files_stay_short(folder: str) -> None:
    texts = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in (ROOT / folder).rglob("*.py")}
    lengths = {path: text.count("\n") for path, text in texts.items()}
    assert {path: length for path, length in lengths.items() if length > 300} == {}


def loads() -> dict[str, set[type]]:
    """The lexicons that some module loads, each with the dataclasses that they are loaded into."""
    found: dict[str, set[type]] = {}
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "load"):
                continue
            name, shape = node.args
            assert isinstance(name, ast.Constant)
            module = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))
            found.setdefault(str(name.value), set()).add(eval(ast.unparse(shape), vars(module)))  # noqa: S307
    return found


def test_every_lexicon_is_loaded() -> None:
    assert loads().keys() == {path.stem for path in (PACKAGE / "lexicons").glob("*.toml")}


def words_of_code() -> set[str]:
    """What the code speaks of: attributes that it reads and strings that it compares with or looks up."""
    nodes = [node for tree in TREES.values() for node in ast.walk(tree)]
    attributes = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    return attributes | {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_every_data_file_is_named_in_the_code() -> None:
    files = {f"lexicons/{path.name}" for path in (PACKAGE / "lexicons").iterdir() if path.suffix != ".toml"}
    assert files - words_of_code() == set()


def test_every_list_is_used() -> None:
    used = words_of_code()
    lists = {(name, field.name) for name, shapes in loads().items() for s in shapes for field in dataclasses.fields(s)}
    assert {f"{name}.toml: {field}" for name, field in lists if field not in used} == set()


def test_the_version_is_said_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == factx.__version__


def test_the_lock_file_fits_the_project() -> None:
    """`uv lock` was run since the dependencies last changed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    packages = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]
    (locked,) = (package["metadata"]["requires-dist"] for package in packages if package["name"] == project["name"])
    groups = {"": project["dependencies"], **project["optional-dependencies"]}
    wanted = {(group, requirement) for group, listed in groups.items() for requirement in listed}
    extra = re.compile(r"extra == '(\w+)'")
    held = {
        (found[1] if (found := extra.search(entry.get("marker", ""))) else "", _required(entry)) for entry in locked
    }
    assert held == wanted
    assert all(
        package["source"].get("registry", "https://pypi.org/simple") == "https://pypi.org/simple"
        for package in packages
    ), "names no machine's own index"


def _required(entry: dict[str, Any]) -> str:
    """A requirement of the lock file as pyproject.toml writes it."""
    extras = f"[{','.join(entry['extras'])}]" if "extras" in entry else ""
    return str(entry["name"] + extras + entry["specifier"])


def commands_of_readme() -> list[str]:
    """The two commands that README promises: the lines of its first code block that set up an environment."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.findall(r"^python3 -m venv .+$", readme, re.MULTILINE)


def test_readme_promises_two_commands_and_ci_runs_them() -> None:
    run, check = commands_of_readme()
    sample = run.split()[-1]
    assert "factx extract" in run
    assert (ROOT / sample).is_file()
    assert check.endswith("pytest -q")
    # .ci/run reads them from the README, word for word.
    assert "grep '^python3 -m venv' README.md" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_python_of_readme_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (code,) = re.findall(
        r"^```python\n(.*?)^```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    names: dict[str, object] = {}
    exec(code, names)  # noqa: S102 (our own words)
    report = names["report"]
    assert isinstance(report, Report)
    assert report.facts


def test_readme_names_every_field_command_and_format() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    fields = {field for model in KINDS.values() for field in model.model_fields}
    assert [field for field in sorted(fields) if f"`{field}`" not in readme] == []
    for command in ("extract", "batch", "explain", "view", "score", "text", "validate", "schema"):
        assert f"`factx {command}" in readme
