"""Bring into the site what the guide links to outside its own folder: a hook of MkDocs.

In:   pages of `docs`, whose links lead through the repository, as its readers follow them.
Out:  the same links within the site, and the files they lead to.
Not:  any other change of a page.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

_ROOT = Path(__file__).parent.parent
_BROUGHT = ("CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "schemas/*.json", "tests/floors.json")


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the files that stand outside of `docs`."""
    for pattern in _BROUGHT:
        for path in sorted(_ROOT.glob(pattern)):
            place = path.relative_to(_ROOT).as_posix()
            files.append(File.generated(config, place, abs_src_path=str(path)))
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Lead links that leave `docs` to where `on_files` put what they lead to."""
    here = posixpath.dirname(page.file.src_uri)
    brought = (_ROOT / page.file.src_uri).exists()

    def within(link: re.Match[str]) -> str:
        base = "" if brought else "docs"
        target = posixpath.normpath(posixpath.join(base, here, link["path"]))
        return f"]({posixpath.relpath(target.removeprefix('docs/'), here or '.')}{link['rest'] or ''})"

    return re.sub(r"\]\((?![a-z]{1,9}:|#)(?P<path>[^)#\s]{1,300})(?P<rest>#[^)\s]{0,200})?\)", within, markdown)
