"""The MkDocs plugin: it loads the data, hands over the pages, says in Vietnamese what is wrong.

All it does itself is to carry: every text comes from the pure functions of this room.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from pathlib import Path

import jinja2
from mkdocs.config.base import Config
from mkdocs.config.config_options import Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from cchc.base.clock import NotADateError, parse_date, today
from cchc.base.docs import check_docs
from cchc.base.files import write_atomically
from cchc.base.lock import recover
from cchc.base.moves import FILE as MOVES
from cchc.base.moves import load_moves
from cchc.base.notices import FILE as NOTICES
from cchc.base.problems import Problem, Refused
from cchc.procedures.store import FOLDER as PROCEDURES
from cchc.site import addresses, moved_pages, search_rows, theme_files
from cchc.site.blocks import Asked, NewsItem, fill
from cchc.site.events import marks
from cchc.site.feeds import feeds
from cchc.site.mkdocs_messages import translate_log
from cchc.site.page_things import Shown, things
from cchc.site.pages import all_pages, every_entry, load_portal, missing_forms
from cchc.site.policy import inline
from cchc.site.portal import Entry, Portal
from cchc.site.ready_page import ReadyPage
from cchc.site.rendering import TEMPLATES, THEME, PageText
from cchc.site.search_rows import plain_text
from cchc.site.server_files import server_files
from cchc.site.structured import as_json
from cchc.site.tables import labelled
from cchc.site.theme_data import theme_data
from cchc.site.versions import versioned, versions
from cchc.site.web_parts import MISSING, web_parts

log = get_plugin_logger("cchc")

# Pages search has no row for: it stands on them, or they only list other pages.
UNSEARCHED = frozenset({addresses.HOME, addresses.SEARCH})


class CchcConfig(Config):
    """The plugin's options in mkdocs.yml; `as_of` comes from `cchc build --as-of`."""

    as_of = Optional(Type(str))


class CchcPlugin(BasePlugin[CchcConfig]):
    """Procedures, lists, changes and search rows as pages of the site."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the portal; put this room's theme before Material's."""
        translate_log()
        self.root = Path(config.config_file_path).parent
        self.portal = self._load(config.site_url or "")
        self.parts = web_parts(self.root)
        self.pages = {page.source: page for page in all_pages(self.portal)}
        self.rows: list[search_rows.Row] = []
        self.sheet = theme_files.theme_sheet(config.theme.dirs)
        parts = {name: path.read_bytes() for name, path in self.parts.items()}
        made = {theme_files.SHEET: self.sheet.encode()}
        self.versions = versions({**parts, **theme_files.own(THEME), **made})
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
        config.theme.dirs.append(str(TEMPLATES))
        return config

    def _load(self, site_url: str) -> Portal:
        recover(self.root)  # a crash may have left a decision half written
        try:
            day = parse_date(self.config.as_of) if self.config.as_of else today()
            portal = load_portal(self.root, day, site_url)
            self.moves = load_moves(self.root)
        except NotADateError as error:
            raise PluginError(str(error)) from None
        except Refused as refused:
            raise PluginError(_listed(refused.problems)) from None
        unreadable = tuple(sorted({*portal.posts.problems, *check_docs(self.root)}))
        if unreadable:
            raise PluginError(_listed(unreadable))
        _warn(portal.catalogue.problems)
        return portal

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Build again when the data change, or this room's own templates."""
        del builder, config
        for folder in (self.root / PROCEDURES, THEME, TEMPLATES):
            if folder.is_dir():
                server.watch(str(folder))
        return server

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Add the generated pages and the browser parts."""
        if not self.parts:
            log.error(MISSING)
        # Coming notices are nobody's business yet; where pages moved, their old addresses tell.
        for name in (NOTICES, MOVES):
            if data := files.get_file_from_path(name):
                files.remove(data)
        for source, page in self.pages.items():
            if files.get_file_from_path(source) is not None:
                log.warning("docs/%s: trang này máy tự làm từ procedures/; xóa tệp", source)
                continue
            made = File.generated(config, source, content=page.text)
            # In the navigation, 400 procedures would make every page ten times as heavy.
            made.inclusion = InclusionLevel.NOT_IN_NAV
            files.append(made)
            if not page.listed:
                ReadyPage(page, made, config)
        for file in [each for each in files if theme_files.unused(each.src_uri)]:
            files.remove(file)
        files.append(File.generated(config, theme_files.SHEET, content=self.sheet))
        for name, path in self.parts.items():
            files.append(File.generated(config, name, abs_src_path=str(path)))
        _warn(missing_forms(self.portal, frozenset(files.src_uris)))
        return files

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Put the procedures below their list, so that the list shows as the open one."""
        del config
        top = files.get_file_from_path(addresses.source(addresses.PROCEDURES))
        for source in self.pages:
            file = files.get_file_from_path(source)
            if top and file and file is not top and source.startswith(addresses.PROCEDURES):
                _page(file).parent = top.page  # type: ignore[assignment]  # as Material's blog does
        return nav

    def on_pre_page(self, page: Page, /, *, config: MkDocsConfig, files: Files) -> Page:
        """Date the page by the day of the build, not by the clock: same input, same bytes."""
        del config, files
        page.update_date = self.portal.day.isoformat()
        return page

    def on_page_markdown(
        self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Fill the blocks a page of docs/ asks for."""
        del config
        if page.file.src_uri in self.pages or "<!--" not in markdown:
            return markdown
        asked = Asked(self.portal, self._news(files), page.url)
        filled, problems = fill(f"docs/{page.file.src_uri}", markdown, asked)
        _warn(problems)
        return filled

    def _news(self, files: Files) -> tuple[NewsItem, ...]:
        posts = self.portal.posts.published()
        found = ((post, files.get_file_from_path(post.path)) for post in posts)
        return tuple(NewsItem(post, file.url) for post, file in found if file is not None)

    def on_page_content(
        self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Label the tables of pages written by hand; keep what search should know of them."""
        del config, files
        source = page.file.src_uri
        if source in self.pages or page.file.generated_by:
            return html
        if page.url not in UNSEARCHED:
            post = next((each for each in self.portal.posts.all if each.path == source), None)
            kind = search_rows.NEWS if post else search_rows.PAGE
            words = post.categories if post else ()
            said = str(page.meta.get("description") or "") or html
            self.rows.append(search_rows.text_row(page.url, kind, str(page.title), said, words))
        return labelled(html)

    def on_env(
        self, env: jinja2.Environment, /, *, config: MkDocsConfig, files: Files
    ) -> jinja2.Environment:
        """Tell the theme who runs the site."""
        del config
        sources = frozenset(files.src_uris)
        env.globals["cchc"] = theme_data(self.portal, self.parts, sources)
        return env

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Finish a page: links that a browser may keep, nothing that the policy refuses."""
        del config
        return self._finished(output, page.file.src_uri)

    def on_post_template(
        self, output_content: str, /, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Finish the page of what is not there, as every other page."""
        del config
        return self._finished(output_content, template_name)

    def _finished(self, html: str, source: str) -> str:
        for found in inline(html):
            log.warning("%s: trình duyệt sẽ chặn %s (viết ngay trong trang); bỏ đi", source, found)
        return versioned(html, self.versions)

    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Tell machines what the page is."""
        del config, nav
        page.meta["json_ld"] = as_json(things(self._shown(page), self.portal))
        return context

    def _shown(self, page: Page) -> Shown:
        address = "" if page.is_homepage else page.url
        posts = {each.path: each for each in self.portal.posts.all}
        return Shown(
            address=address,
            title=plain_text(str(page.title)),
            content=page.content or "",
            meta=page.meta,
            entry=self.portal.entry(posixpath.basename(address.rstrip("/"))),
            post=posts.get(page.file.src_uri),
        )

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the rows that search loads, the feeds of changes and their calendar."""
        rows = [self._row(entry) for entry in every_entry(self.portal)]
        rows += [*self.rows, *map(search_rows.ended_row, self.portal.ended.values())]
        rows += [_list_row(page) for page in self.pages.values() if page.listed and page.searched]
        site = Path(config.site_dir)
        write_atomically(site / search_rows.FILE, search_rows.rows_json(rows).encode())
        for address, content in feeds(self.portal, config.site_name, config.site_url or ""):
            write_atomically(site / address, content)
        moved, problems = moved_pages.write(site, self.moves, config.site_url or "")
        _warn(problems)
        for address, text in server_files(config.site_url or "", moved).items():
            write_atomically(site / address, text.encode())

    def _row(self, entry: Entry) -> search_rows.Row:
        return search_rows.procedure_row(entry, (words for _, words in marks(entry, self.portal)))


def _list_row(page: PageText) -> search_rows.Row:
    return search_rows.Row(
        address=page.address,
        kind=search_rows.LIFE if _is_life(page) else search_rows.PAGE,
        title=page.title,
        words="; ".join(page.keywords),
        summary=page.description,
    )


def _is_life(page: PageText) -> bool:
    return page.address.startswith(addresses.LIVES) and page.address != addresses.LIVES


def _page(file: File) -> Page:
    if file.page is None:
        message = f"{file.src_uri}: no page was made of it"
        raise PluginError(message)
    return file.page


def _listed(problems: tuple[Problem, ...]) -> str:
    return "\n".join(map(str, problems))


def _warn(problems: Iterable[Problem]) -> None:
    for problem in problems:
        log.warning("%s", problem)
