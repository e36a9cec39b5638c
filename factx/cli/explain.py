"""`factx explain`: where records come from, and why a place gave none."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from factx.cli.arguments import day_of, encoding_of
from factx.cli.output import output

if TYPE_CHECKING:
    from factx.explain import Place
    from factx.trace import Trace


def explain(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A text; - is standard input.")],
    at: Annotated[int | None, typer.Option(metavar="OFFSET", help="What the rules made of this character.")] = None,
    text: Annotated[
        str | None, typer.Option(metavar="STRING", help="The same for every place with these words.")
    ] = None,
    unused: Annotated[bool, typer.Option("--unused", help="Only what ended in no record, and why.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="All of it as JSON.")] = False,
    date: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="What 今年 (this year) means where the text does not say.")
    ] = None,
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="Encoding of the file, such as gb18030; default: found out.")
    ] = None,
    debug: Annotated[bool, typer.Option("--debug", help="Show where in the program an error arose.")] = False,
) -> None:
    """Show where each record comes from, or why a place gave what it gave, or nothing.

    \b
    factx explain report.txt
    factx explain report.txt --text 力争
    factx explain report.txt --unused
    """  # noqa: D301 (the sign keeps typer from filling the lines)
    del debug  # whoever runs the command looks for it
    from factx.pipeline import trace  # noqa: PLC0415 (heavy, as all below)
    from factx.readers import read  # noqa: PLC0415

    traced = trace(read(file, encoding=encoding_of(encoding)), date=day_of(date))
    places = _places(traced, at, text)
    with output(None, force=False, encoding="utf-8") as stream:
        from factx.audit import audit  # noqa: PLC0415
        from factx.explain import sources  # noqa: PLC0415

        if as_json:
            from factx.explain.plain import plain  # noqa: PLC0415

            json.dump(plain(audit(traced), sources(traced), places), stream, ensure_ascii=False, indent=2)
            stream.write("\n")
            return
        from factx.explain.show import Shown  # noqa: PLC0415

        shown = Shown(stream, traced.report.document, traced.report.facts)
        if places is not None:
            shown.places(places)
        elif unused:
            shown.unused(audit(traced))
        else:
            shown.document(sources(traced), traced.report.issues)


def _places(traced: "Trace", at: int | None, words: str | None) -> "list[Place] | None":
    """The places asked for; None where nobody asked for any."""
    from factx.explain import place  # noqa: PLC0415

    text = traced.report.document.text
    spans = []
    if at is not None:
        if not 0 <= at < len(text):
            raise typer.BadParameter(f"{at} is no character of the text, which has {len(text)}", param_hint="--at")
        spans.append((at, at + 1))
    if words is not None:
        start = text.find(words) if words else -1
        if start < 0:
            raise typer.BadParameter(f"the text does not hold {words!r}", param_hint="--text")
        while start >= 0:
            spans.append((start, start + len(words)))
            start = text.find(words, start + len(words))
    return [place(traced, *span) for span in spans] if at is not None or words is not None else None
