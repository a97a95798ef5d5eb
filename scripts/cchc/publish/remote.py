"""Publishing into any store that rclone knows: S3 and its like, SFTP, WebDAV and others.

Promise. Such a store has no switch: files change one by one. What pages need goes before them, new
pages before those that lead to them, feeds and the search after all pages, deletions last; so at
any moment, also after a stop in the middle, every page that visitors reach finds what it needs.
What cannot be promised: while files are being sent (and after a stop, until the next run) some
pages are new and some old, and an old page may meet a new style sheet or script of the same name.
A file itself is old or new, whole, where the store replaces in one step (S3; SFTP, by rclone's
rename); a WebDAV server may show a cut file if the network is cut within it, until the next run
sends it again. For no mixture at all, publish to a folder or a branch.

The site is first made a release below .cchc/ban/ of the portal: a rebuild cannot change it on its
way, and a rollback sends an older release again. On a machine that starts afresh each time (CI)
there are none to go back to.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from cchc.base.problems import Problem, Refused
from cchc.publish.folder import chosen
from cchc.publish.ledger import PLACE, begin, end, known
from cchc.publish.manifest import Difference, Manifest, manifest_of
from cchc.publish.order import stages
from cchc.publish.published import Published, published
from cchc.publish.releases import Releases
from cchc.publish.store import Store, empty_after, rclone
from cchc.publish.turn import my_turn

HERE = ".cchc/ban"
LOCK = "khoa"
RESERVED = f"trang có tệp trong {PLACE}/, là chỗ để sổ của nơi xuất bản; đổi tên"
CUT = "trang gửi lên thiếu hoặc sai cỡ ({0}); chạy lại để gửi tiếp"


def kept_here(root: Path, target: str) -> Path:
    """Give the folder of the portal that keeps what was sent to one target."""
    return root / HERE / hashlib.sha256(target.encode()).hexdigest()[:12]


def publish_remote(root: Path, site: Path, address: str, keep: int) -> Published:
    """Send what changed and read it back. Raise OSError, `Refused`."""
    place = kept_here(root, address)
    releases = Releases(place)
    with my_turn(place / LOCK) as lock:
        releases.sweep()
        release = releases.make(site, manifest_of(site))
        store = Store(address, rclone(lock, address, place))
        done = _send(store, releases, release)
        if releases.current != release:
            releases.switch(release)
        releases.keep(keep)
        return published(release, done)


def rollback_remote(root: Path, address: str, asked: str) -> Published:
    """Send a release kept on this machine again. Raise as above."""
    place = kept_here(root, address)
    releases = Releases(place)
    with my_turn(place / LOCK) as lock:
        releases.sweep()
        release = chosen(releases, asked)
        done = _send(Store(address, rclone(lock, address, place)), releases, release)
        releases.switch(release)
        return published(release, done)


def _send(store: Store, releases: Releases, release: str) -> Difference:
    site, manifest = releases.path(release), releases.recorded(release) or Manifest()
    if any(name.startswith(f"{PLACE}/") for name in manifest.files):
        raise Refused([Problem(PLACE, 0, RESERVED)])
    listed = store.listed()
    before = known(store, listed)
    late = [name for name, each in manifest.files.items() if before.sure.get(name) != each]
    done = Difference(
        added=tuple(name for name in late if name not in listed),
        changed=tuple(name for name in late if name in listed),
        removed=tuple(sorted((before.ours - manifest.files.keys()) & listed.keys())),
    )
    if done != Difference() or before.interrupted:
        ours = before.ours | manifest.files.keys()
        begin(store, releases.folder, (*late, *done.removed), ours)
        _carry_out(store, site, manifest, done)
        end(store, releases.folder, manifest)
    return done


def _carry_out(store: Store, site: Path, manifest: Manifest, done: Difference) -> None:
    for stage in stages(done.added, done.changed):
        store.send(site, stage)
    if done.sent:
        store.verify(site, done.sent)
    store.delete(done.removed)
    store.drop(empty_after(done.removed, manifest.files))
    listed = store.listed()
    wrong = [name for name, each in manifest.files.items() if listed.get(name) != each.size]
    wrong += [name for name in done.removed if name in listed]
    if wrong:
        raise Refused([Problem(wrong[0], 0, CUT.format(len(wrong)))])
