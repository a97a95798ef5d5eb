"""The MkDocs plugin: it loads the data, hands over the pages, says in Vietnamese what is wrong.

All it does itself is to carry: every text comes from the pure functions of this room.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import jinja2
from mkdocs.config.base import Config
from mkdocs.config.config_options import Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from cchc.base.clock import NotADateError, parse_date, today
from cchc.base.files import write_atomically
from cchc.base.moves import load_moves
from cchc.base.problems import Problem, Refused
from cchc.procedures.store import FOLDER as PROCEDURES
from cchc.site import addresses
from cchc.site.blocks import Asked, fill
from cchc.site.engine import theme_files
from cchc.site.engine.bare_pictures import bare_pictures
from cchc.site.engine.meanwhile import build_again, marks
from cchc.site.engine.mkdocs_messages import translate_log
from cchc.site.engine.only_here import only_here
from cchc.site.engine.page_facts import shown
from cchc.site.engine.placing import keep_back, place_pages, place_parts
from cchc.site.engine.tables import labelled
from cchc.site.engine.theme_data import theme_data
from cchc.site.engine.tidying import tidied
from cchc.site.engine.versions import versioned, versions
from cchc.site.engine.web_parts import MISSING, web_parts
from cchc.site.loading import load_for_build
from cchc.site.machines.page_things import things
from cchc.site.machines.structured import as_json
from cchc.site.news.news_files import add_pictures, place_posts, shared_pictures
from cchc.site.news.post_page import SCRIPTS, framed
from cchc.site.news.share_picture import faces
from cchc.site.offline.worker import worker_file
from cchc.site.open_data.files import open_data
from cchc.site.outputs import outputs
from cchc.site.pages import all_pages, missing_forms
from cchc.site.portal import Portal
from cchc.site.rendering import TEMPLATES, THEME
from cchc.site.search import search_rows
from cchc.site.search.made_rows import made_rows
from cchc.site.serving import moved_pages
from cchc.site.serving.policy import inline
from cchc.site.serving.server_files import server_files

log = get_plugin_logger("cchc")

# Pages search has no row for: it stands on them, or they only list other pages.
UNSEARCHED = frozenset({addresses.HOME, addresses.SEARCH})


class CchcConfig(Config):
    """The plugin's options in mkdocs.yml; `as_of` comes from `cchc build --as-of`."""

    as_of = Optional(Type(str))


class CchcPlugin(BasePlugin[CchcConfig]):
    """Procedures, lists, changes and search rows as pages of the site."""

    preview = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Show drafts and coming posts where a person looks at the work: `mkdocs serve`."""
        del dirty
        self.preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the portal; put this room's theme before Material's."""
        translate_log()
        self.root = Path(config.config_file_path).parent
        self.began = marks(self.root) if self.preview else frozenset()
        self.portal = self._load(config.site_url or "")
        self.data = open_data(self.portal)
        self.parts = web_parts(self.root)
        self.pages = {page.source: page for page in all_pages(self.portal)}
        self.rows: list[search_rows.Row] = []
        self.items = {each.post.path: each for each in self.portal.news}
        # Sharing needs whole addresses: without a public one there is none.
        letters = faces(self.parts) if config.site_url else ()
        self.shared = shared_pictures(self.root, self.portal, letters, config.site_name)
        self.sheet = theme_files.theme_sheet(config.theme.dirs)
        parts = {name: path.read_bytes() for name, path in self.parts.items()}
        made = {theme_files.SHEET: self.sheet.encode()}
        self.versions = versions({**parts, **theme_files.own(THEME), **made})
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
        config.theme.dirs.append(str(TEMPLATES))
        # A preview changes all the time: nothing of it is kept.
        self.keeps = self.portal.ward.keeps_pages and not self.preview
        if self.keeps:
            config.theme.static_templates.add(addresses.OFFLINE)
        return config

    def _load(self, site_url: str) -> Portal:
        try:
            day = parse_date(self.config.as_of) if self.config.as_of else today()
            portal, told = load_for_build(self.root, day, site_url, preview=self.preview)
            self.moves = load_moves(self.root)
        except NotADateError as error:
            raise PluginError(str(error)) from None
        except Refused as refused:
            raise PluginError(_listed(refused.problems)) from None
        _warn(told)
        return portal

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Build again when the data change, or this room's own templates."""
        del builder, config
        only_here(server)
        if marks(self.root) != self.began:
            build_again(server)
        for folder in (self.root / PROCEDURES, THEME, TEMPLATES):
            if folder.is_dir():
                server.watch(str(folder))
        return server

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Add the generated pages and the browser parts."""
        if not self.parts:
            log.error(MISSING)
        keep_back(files, guides=self.preview)
        place_posts(files, self.portal, config)
        add_pictures(files, self.portal, config)
        _warn(bare_pictures(files, self.root))
        for shared in self.shared.values():
            files.append(File.generated(config, shared.address, content=shared.content))
        _warn(place_pages(files, self.pages, config))
        place_parts(files, self.sheet, self.parts, config)
        _warn(missing_forms(self.portal, frozenset(files.src_uris)))
        return files

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Put procedures and posts below their list, so that the list shows as the open one."""
        del config
        for above in (addresses.PROCEDURES, addresses.NEWS):
            top = files.get_file_from_path(addresses.source(above))
            for source in (*self.pages, *self.items):
                file = files.get_file_from_path(source)
                if top and file and file is not top and source.startswith(above):
                    _page(file).parent = top.page  # type: ignore[assignment]  # as Material's blog
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
        del config, files
        if page.file.src_uri in self.pages or "<!--" not in markdown:
            return markdown
        asked = Asked(self.portal, page.url, data=self.data)
        filled, problems = fill(f"docs/{page.file.src_uri}", markdown, asked)
        _warn(problems)
        return filled

    def on_page_content(
        self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Label the tables of pages written by hand; keep what search should know of them."""
        del config, files
        source = page.file.src_uri
        if source in self.pages or page.file.generated_by:
            return html
        item = self.items.get(source)
        if page.url not in UNSEARCHED:
            kind = search_rows.NEWS if item else search_rows.PAGE
            words = item.post.categories if item else ()
            said = str(page.meta.get("description") or "") or html
            self.rows.append(search_rows.text_row(page.url, kind, str(page.title), said, words))
        ready = tidied(labelled(html))
        return framed(item, ready, self.portal) if item else ready

    def on_env(
        self, env: jinja2.Environment, /, *, config: MkDocsConfig, files: Files
    ) -> jinja2.Environment:
        """Tell the theme who runs the site."""
        del config
        sources = frozenset(files.src_uris)
        env.globals["cchc"] = theme_data(self.portal, self.parts, sources, keeps=self.keeps)
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
        if page.file.src_uri in self.items:
            self._dress(page)
        facts = shown(page, self.portal, self.items.get(page.file.src_uri))
        page.meta["json_ld"] = as_json(things(facts, self.portal))
        return context

    def _dress(self, page: Page) -> None:
        """Tell the theme what a post's page needs."""
        shared = self.shared.get(page.file.src_uri)
        share = shared.address if shared else ""
        page.meta.update(scripts=SCRIPTS, kind="article", share=share)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what is no page: search rows, feeds, open data, old addresses, server files."""
        rows = (*self.rows, *made_rows(self.portal, self.pages.values()))
        site, url = Path(config.site_dir), config.site_url or ""
        moved, problems = moved_pages.write(site, self.moves, url)
        _warn(problems)
        made = outputs(self.portal, config.site_name, url, rows, self.data)
        for address, content in made:
            write_atomically(site / address, content)
        # It knows what the pages have become.
        worker = worker_file(self.parts, site, keeps=self.keeps)
        # Last: a site that has them was built to its end.
        served = {name: text.encode() for name, text in server_files(url, moved).items()}
        for address, content in {**worker, **served}.items():
            write_atomically(site / address, content)


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
