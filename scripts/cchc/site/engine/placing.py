"""The files that a build adds to those of docs/, and those it keeps back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from cchc.base.problems import Problem, warning
from cchc.site.engine import theme_files
from cchc.site.engine.ready_page import ReadyPage
from cchc.site.engine.web_parts import RETIRE, WORKER
from cchc.site.not_public import is_kept_back
from cchc.site.rendering import PageText

OURS = "trang này máy tự làm từ procedures/; xóa tệp"


def keep_back(files: Files, *, guides: bool) -> None:
    """Take away what no reader should get: data of the site's own, files of Material's theme.

    `guides`: leave those for the ward's own people, as a preview does.
    """
    for file in list(files):
        if is_kept_back(file.src_uri, guides=guides) or theme_files.unused(file.src_uri):
            files.remove(file)


def place_pages(
    files: Files, pages: Mapping[str, PageText], config: MkDocsConfig
) -> Iterator[Problem]:
    """Add the generated pages by their sources; tell of a file of docs/ in the place of one."""
    for source, page in pages.items():
        if files.get_file_from_path(source) is not None:
            yield warning(f"docs/{source}", 1, OURS)
            continue
        made = File.generated(config, source, content=page.text)
        # In the navigation, 400 procedures would make every page ten times as heavy.
        made.inclusion = InclusionLevel.NOT_IN_NAV
        files.append(made)
        if not page.listed:
            ReadyPage(page, made, config)


def place_parts(files: Files, sheet: str, parts: Mapping[str, Path], config: MkDocsConfig) -> None:
    """Add the style sheet made of Material's, and the browser parts."""
    files.append(File.generated(config, theme_files.SHEET, content=sheet))
    for name, path in parts.items():
        if name not in {WORKER, RETIRE}:
            files.append(File.generated(config, name, abs_src_path=str(path)))
