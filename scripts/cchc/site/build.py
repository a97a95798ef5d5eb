"""Building by command: MkDocs as a library, its warnings caught and told in Vietnamese."""

from __future__ import annotations

import datetime as dt
import logging
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.config_options import Plugins
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from cchc.base.files import MARK
from cchc.base.problems import Problem, Refused, parse_problem
from cchc.base.ward import load_ward
from cchc.site.engine.mkdocs_messages import in_vietnamese

PLUGIN = "cchc"
PREFIX = f"{PLUGIN}: "


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: the site's folder, pages written, seconds taken, what it had to warn of."""

    folder: Path
    pages: int
    seconds: float
    warnings: tuple[str, ...]


class _Warnings(logging.Handler):
    """Collect what MkDocs, its theme and its plugins warn of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(in_vietnamese(record.getMessage().removeprefix(PREFIX)))


def build(root: Path, day: dt.date | None = None, into: Path | None = None) -> Built:
    """Build the whole site into its folder, or into another one that is emptied first.

    Raise `Refused` where it cannot be built.
    """
    collected = _Warnings()
    log = logging.getLogger("mkdocs")
    log.addHandler(collected)
    try:
        started = monotonic()
        folder = _run(root, day, into)
        pages = sum(1 for _ in folder.rglob("index.html"))
        return Built(folder, pages, monotonic() - started, tuple(collected.found))
    except MkDocsException as error:
        raise Refused(_problems(error, collected.found)) from None
    finally:
        log.removeHandler(collected)


def _run(root: Path, day: dt.date | None, into: Path | None) -> Path:
    config = _config(root)
    if into:
        config.site_dir = str(into)
    if day:
        config.plugins[PLUGIN].config["as_of"] = day.isoformat()
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    finally:
        config.plugins.on_shutdown()
    return Path(config.site_dir)


def _config(root: Path) -> MkDocsConfig:
    load_ward(root)  # tells in Vietnamese what is wrong with mkdocs.yml, at its line
    _forget_plugins()
    config = load_config(config_file=str(root / MARK))
    if PLUGIN not in config.plugins:
        message = f"thiếu `- {PLUGIN}` trong mục plugins; thêm vào đầu danh sách"
        raise Refused([Problem(MARK, 1, message)])
    return config


def _forget_plugins() -> None:
    """Make MkDocs start its plugins anew: a used one has deleted its own folder at its shutdown."""
    option = MkDocsConfig.plugins
    if isinstance(option, Plugins):
        option.plugin_cache.clear()


def _problems(error: MkDocsException, said: list[str]) -> list[Problem]:
    """Tell why MkDocs gave up: what the log said, or the exception's own words."""
    texts = said if isinstance(error, Abort) and said else [str(error)]
    lines = (line for text in texts for line in text.splitlines() if line)
    return [parse_problem(line) or Problem(MARK, 1, line) for line in lines]
