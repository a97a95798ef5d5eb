"""Ensure a real Chromium for the browser tests and write its path to `.cache/chromium-path`.

Order: the one named by the environment variable CHROMIUM, the one found last time, those on PATH
and in the usual places; else Debian's package (as root), else Playwright's own download. A browser
counts only when it really shows a page: some systems put a stub under the same name.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

RECORD = Path(".cache/chromium-path")
LOGS = Path(".cache/setup")
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
USUAL_PLACES = (
    Path("/usr/lib/chromium/chromium"),
    Path("/opt/google/chrome/chrome"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
)
START_SECONDS = 60
INSTALL_SECONDS = 900
QUIET_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def shows_a_page(browser: Path) -> bool:
    """Tell whether `browser` starts without a screen and prints an empty page within the limit."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        own_profile = f"--user-data-dir={profile}"
        command = [str(browser), *QUIET_FLAGS, own_profile, "--dump-dom", "about:blank"]
        try:
            done = subprocess.run(
                command, capture_output=True, timeout=START_SECONDS, check=False, text=True
            )
        except (OSError, subprocess.TimeoutExpired):
            return False
    return done.returncode == 0 and "<html" in done.stdout


def candidates() -> Iterator[Path]:
    """Yield the browsers that may be here: last time's, those on PATH, those in usual places."""
    if RECORD.is_file():
        yield Path(RECORD.read_text(encoding="utf-8").strip())
    for name in NAMES:
        if found := shutil.which(name):
            yield Path(found)
    yield from USUAL_PLACES
    yield from playwrights_own()


def playwrights_own() -> Iterator[Path]:
    """Yield the browser that Playwright would start, whether it is downloaded or not."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  (slow, often not needed)

    if playwright_runs():
        with sync_playwright() as playwright:
            yield Path(playwright.chromium.executable_path)


def playwright_runs() -> bool:
    """Tell whether Playwright's driver starts: a small system may lack a library it needs."""
    return run_logged("playwright.log", sys.executable, "-m", "playwright", "--version")


def found_browser() -> Path | None:
    """Return the first candidate that shows a page, or None."""
    return next((path for path in candidates() if path.is_file() and shows_a_page(path)), None)


def run_logged(log_name: str, *command: str) -> bool:
    """Run an installing command with its output in a log; tell whether it succeeded."""
    LOGS.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with (LOGS / log_name).open("a", encoding="utf-8") as log:
        try:
            done = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                timeout=INSTALL_SECONDS,
                check=False,
                env=environment,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            print(error, file=log)
            return False
    return done.returncode == 0


def may_use_apt() -> bool:
    """Tell whether this user can install Debian's packages without asking."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(*packages: str) -> bool:
    """Install Debian packages where this user may; tell whether apt-get said it worked."""
    if not may_use_apt():
        return False
    print(f"Đang cài {' '.join(packages)} bằng apt-get (có thể vài phút) …", flush=True)
    run_logged("apt-update.log", "apt-get", "update")
    return run_logged(
        "apt-chromium.log", "apt-get", "install", "-y", "--no-install-recommends", *packages
    )


def install_with_apt() -> bool:
    """Install Debian's Chromium with a font that has every Vietnamese letter."""
    return apt_install("chromium", "fonts-dejavu-core")


def install_with_playwright() -> bool:
    """Let Playwright download its own Chromium; tell whether it said it worked."""
    print("Đang tải Chromium của Playwright (vài phút) …", flush=True)
    system_libraries = ["--with-deps"] if may_use_apt() else []
    command = [sys.executable, "-m", "playwright", "install", *system_libraries, "chromium"]
    return run_logged("playwright.log", *command)


def named_browser(name: str) -> Path:
    """Return the browser that CHROMIUM names, or stop: a named one is not silently replaced."""
    path = shutil.which(name)
    if path is None or not shows_a_page(Path(path)):
        sys.exit(
            f"\nKhông làm tiếp được: CHROMIUM={name} không chạy được.\n"
            "  Sửa lại đường dẫn, hoặc bỏ biến CHROMIUM để máy tự tìm."
        )
    return Path(path)


def ensured_browser() -> Path:
    """Return a browser that shows a page, installing one if need be; stop with the way out."""
    if name := os.environ.get("CHROMIUM"):
        return named_browser(name)
    if browser := found_browser():
        return browser
    for install in (install_with_apt, install_with_playwright):
        if install() and (browser := found_browser()):
            return browser
    sys.exit(
        "\nKhông làm tiếp được: phép thử cần Chromium thật mà máy không có và không tự cài được.\n"
        "  Trên Debian: sudo apt-get install chromium\n"
        "  Trên Ubuntu: cài Google Chrome, hoặc .venv/bin/playwright install --with-deps chromium\n"
        "  Đã có ở chỗ khác: make test CHROMIUM=/đường/dẫn/tới/chromium\n"
        f"  Nhật ký cài đặt: {LOGS}/"
    )


def ensure_playwright_runs() -> None:
    """Stop with the way out if the tests could not drive a browser at all."""
    if playwright_runs() or (apt_install("libatomic1") and playwright_runs()):
        return
    sys.exit(
        "\nKhông làm tiếp được: Playwright (điều khiển trình duyệt khi thử) không khởi động được.\n"
        "  Trên Debian, Ubuntu: sudo apt-get install libatomic1\n"
        f"  Nhật ký: {LOGS / 'playwright.log'}"
    )


def main() -> None:
    """Find or install the browser, and write its path for the tests."""
    ensure_playwright_runs()
    browser = ensured_browser()
    RECORD.parent.mkdir(parents=True, exist_ok=True)
    RECORD.write_text(f"{browser}\n", encoding="utf-8")
    print(f"Chromium cho phép thử: {browser}")


if __name__ == "__main__":
    main()
