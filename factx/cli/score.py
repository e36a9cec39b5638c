"""`factx score`: how good the records are, by gold files or by the marks of a reader."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from factx.cli.exit_codes import FAILED, UNUSABLE
from factx.cli.output import output
from factx.cli.tell import tell

if TYPE_CHECKING:
    from factx.score import Figures
    from factx.score.judge import Judged


def score(
    context: typer.Context,
    gold: Annotated[
        Path | None,
        typer.Argument(
            metavar="GOLD_DIR", help="NAME.txt and NAME.gold.jsonl; or the marks that a page saved (.json)."
        ),
    ] = None,
    errors: Annotated[
        bool, typer.Option("--errors", help="Every miss (-), false alarm (+) and wrong field (~).")
    ] = False,
    by_rule: Annotated[bool, typer.Option("--by-rule", help="How well each rule does, and what it came near.")] = False,
    min_found: Annotated[
        float | None, typer.Option(metavar="F1", help="Exit with 1 where the mean F1 of what is found is less.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The figures as JSON.")] = False,
    init: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a first draft of a gold file beside FILE, to correct.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="With --init: replace the gold file if it exists.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show where in the program an error arose.")] = False,
) -> None:
    """Count how many facts of gold files factx finds, and how many of its records are right.

    \b
    factx score gold/ --errors
    factx score gold/ --min-found 0.8
    factx score --init report.txt
    """  # noqa: D301 (the sign keeps typer from filling the lines)
    del debug  # whoever runs the command looks for it
    if init is not None:
        _init(init, force=force)
    elif gold is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(UNUSABLE)
    elif gold.suffix == ".json":
        _marks(gold, as_json=as_json)
    else:
        _score(gold, errors=errors, by_rule=by_rule, min_found=min_found, as_json=as_json)


def _init(file: Path, *, force: bool) -> None:
    """Write what factx finds in `file` as the gold file beside it."""
    from factx.pipeline import extract  # noqa: PLC0415 (heavy, as all below)
    from factx.readers import read  # noqa: PLC0415
    from factx.score.gold import SUFFIX, draft  # noqa: PLC0415

    target = file.with_name(f"{file.stem}{SUFFIX}")
    report = extract(read(file))
    with output(str(target), force=force, encoding="utf-8") as stream:
        stream.writelines(f"{line}\n" for line in draft(report))
    tell(f"{target}: {len(report.facts)} records to correct; docs/annotating.md says how")


def _marks(file: Path, *, as_json: bool) -> None:
    from factx.score.marks import read_marks  # noqa: PLC0415
    from factx.score.show import console, marks_table  # noqa: PLC0415

    marked = read_marks(file)
    with output(None, force=False, encoding="utf-8") as stream:
        if as_json:
            json.dump(asdict(marked), stream, ensure_ascii=False, indent=1)
            stream.write("\n")
        else:
            console(stream).print(marks_table(marked))


def _score(gold: Path, *, errors: bool, by_rule: bool, min_found: float | None, as_json: bool) -> None:
    from factx.score import summarise  # noqa: PLC0415
    from factx.score.gold import gold_files  # noqa: PLC0415
    from factx.score.judge import judge  # noqa: PLC0415

    judged = [judge(entry) for entry in gold_files(gold)]
    figures = summarise(comparison for one in judged for comparison in one.compared)
    with output(None, force=False, encoding="utf-8") as stream:
        if as_json:
            json.dump(_as_json(figures, judged, by_rule=by_rule), stream, ensure_ascii=False, indent=1)
            stream.write("\n")
        else:
            _print(figures, judged, stream, listed=errors, by_rule=by_rule)
    if min_found is not None and figures.mean["found"] < min_found:
        tell(f"found F1 {figures.mean['found']:.3f} is less than {min_found}")
        raise typer.Exit(FAILED)


def _print(figures: "Figures", judged: "list[Judged]", stream: TextIO, *, listed: bool, by_rule: bool) -> None:
    from factx.score import judge, show  # noqa: PLC0415

    console = show.console(stream)
    if listed:
        for error in show.errors(judged):
            console.print(error)
        console.print()
    for part in show.figures_table(figures, len(judged)):
        console.print(part)
    if by_rule:
        console.print()
        console.print(show.rules_table(*judge.by_rule(judged)))


def _as_json(figures: "Figures", judged: "list[Judged]", *, by_rule: bool) -> dict[str, Any]:
    """The figures by kind, their means, and with `by_rule` those of every rule."""
    from factx.score import judge  # noqa: PLC0415

    said: dict[str, Any] = {}
    for kind, of_kind in figures.kinds.items():
        levels = {level: asdict(rate) for level, rate in of_kind.levels.items()}
        said[kind] = {"gold": of_kind.gold, "pred": of_kind.pred, **levels, "attributes": of_kind.attributes}
    said["mean"] = figures.mean
    if by_rule:
        rules, far = judge.by_rule(judged)
        said["rules"] = {
            name: {"right": rule.right, "wrong": rule.wrong, "precision": rule.precision, "near": dict(rule.near)}
            for name, rule in rules.items()
        }
        said["missed_by_all"] = dict(far)
    return said
