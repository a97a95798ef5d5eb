"""The files that a build adds to those of docs/, and those it keeps back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from cchc.base.moves import FILE as MOVES
from cchc.base.notices import FILE as NOTICES
from cchc.base.problems import Problem, warning
from cchc.reform.kind import FOLDER
from cchc.reform.kinds import SCHEMA
from cchc.site.engine import theme_files
from cchc.site.engine.ready_page import ReadyPage
from cchc.site.engine.web_parts import RETIRE, WORKER
from cchc.site.rendering import PageText

# Coming notices are nobody's business yet; where pages moved, their old addresses tell.
KEPT_BACK = (NOTICES, MOVES)
# For those who write the portal: the desk shows them in its preview.
GUIDES = "huong-dan/"
REFORM = FOLDER.removeprefix("docs/") + "/"
OURS = "trang này máy tự làm từ procedures/; xóa tệp"


def keep_back(files: Files, *, guides: bool) -> None:
    """Take away what no reader should get: data of the site's own, files of Material's theme.

    `guides`: leave those for the ward's own people, as a preview does.
    """
    for name in KEPT_BACK:
        if data := files.get_file_from_path(name):
            files.remove(data)
    for file in [each for each in files if _is_for_nobody(each.src_uri, guides=guides)]:
        files.remove(file)


def _is_for_nobody(source: str, *, guides: bool) -> bool:
    if source.startswith(GUIDES):
        return not guides
    return _is_data(source) or theme_files.unused(source)


def _is_data(source: str) -> bool:
    """Tell a figure file of docs/cai-cach/: pages and open data tell what it holds."""
    return source.startswith(REFORM) and source.endswith((".yml", SCHEMA))


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
