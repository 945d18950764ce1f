"""The commands of `vnplan`; what each does is imported when it runs."""

from __future__ import annotations

from typing import Annotated

import typer

from vnplan import __version__
from vnplan.cli.agencies import agencies
from vnplan.cli.cited import cited
from vnplan.cli.cites import cites
from vnplan.cli.compare import compare
from vnplan.cli.convert import convert
from vnplan.cli.doctor import doctor
from vnplan.cli.due import due
from vnplan.cli.evaluate import evaluate
from vnplan.cli.export import export
from vnplan.cli.graph import graph
from vnplan.cli.grounds import grounds
from vnplan.cli.index import index
from vnplan.cli.partners import partners
from vnplan.cli.report import report
from vnplan.cli.serve import serve
from vnplan.cli.show import show
from vnplan.cli.tasks import tasks, who

app = typer.Typer(
    name="vnplan",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Vietnamese administrative plans (Kế hoạch) as typed, grounded records.",
    epilog="Examples:\n\n"
    "vnplan convert ke-hoach/ -o out/ --jobs 2\n\n"
    "vnplan show 232-KH-UBND.md\n\n"
    'vnplan who out/ "ươm tạo"\n\n'
    "vnplan evaluate gold/ documents/ --verbose",
)
app.command()(convert)
app.command()(show)
app.command()(who)
app.command()(tasks)
app.command()(due)
app.command()(cites)
app.command()(compare)
app.command()(grounds)
app.command()(cited)
app.command()(agencies)
app.command()(partners)
app.command()(report)
app.command()(index)
app.command()(graph)
app.command()(export)
app.command()(evaluate)
app.command()(serve)
app.command()(doctor)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"vnplan {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Show the version and stop.", callback=_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Vietnamese administrative plans (Kế hoạch) as typed, grounded records."""
