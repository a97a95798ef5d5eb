"""What `cchc post broadcast` and `cchc broadcast changes` do: piece, script, files.

No other command loads it.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path

from cchc.base.clock import show_date, today
from cchc.base.files import write_atomically
from cchc.base.problems import Problem, Refused, errors
from cchc.base.ward import Ward, load_ward
from cchc.changes.decisions.decision_acts import sound_decisions
from cchc.news.broadcast.audio import check_audio, speak
from cchc.news.broadcast.bulletin import Span, bulletin
from cchc.news.broadcast.from_post import find_post, post_piece
from cchc.news.broadcast.piece import Piece
from cchc.news.broadcast.script import Script, make_script
from cchc.news.broadcast.script_docx import script_docx
from cchc.news.broadcast.script_text import not_read, script_text
from cchc.news.broadcast.shortening import Shortened, shorten
from cchc.procedures.store import load

DOCX, TEXT = ".docx", ".txt"


def broadcast(root: Path, options: argparse.Namespace) -> int:
    """Print or write the script; 1 where it does not fit the minutes, 2 where it cannot be made."""
    _check(options)
    ward, day = load_ward(root), today()
    if options.audio:
        check_audio(options.audio, ward.loudspeaker.voice)
    whole = make_script(_piece(root, options, day), ward, day)
    made = shorten(whole, options.minutes) if options.minutes else Shortened(whole, fits=True)
    if options.output is None and options.audio is None:
        print(script_text(made.script), end="")
        return 0 if made.fits else 1
    for each in not_read(made.script):
        print(each)
    if options.output:
        write_atomically(options.output, _bytes(made.script, options.output, ward))
        print(f"Đã ghi bản đọc: {options.output}")
    if options.audio:
        name = speak(made.script, options.audio, ward.loudspeaker.voice)
        print(f"Đã ghi tiếng đọc bằng {name}: {options.audio}")
    return 0 if made.fits else 1


def _check(options: argparse.Namespace) -> None:
    output = options.output
    if output and output.suffix.lower() not in {DOCX, TEXT}:
        message = f"“{output}” không dùng được; -o nhận tên tệp .docx hoặc .txt"
        raise Refused([Problem("-o", 0, message)])


def _piece(root: Path, options: argparse.Namespace, day: dt.date) -> Piece:
    if options.since is None:
        return post_piece(root, find_post(root, options.bai), day)
    if options.since > day:
        message = f"ngày {show_date(options.since)} còn chưa tới; ghi một ngày đã qua"
        raise Refused([Problem("--since", 0, message)])
    catalogue = load(root)
    for problem in errors(catalogue.problems):
        sys.stderr.write(f"{problem}\n")
    decisions = sound_decisions(root).by_path.values()
    return bulletin(catalogue, tuple(decisions), Span(options.since, day))


def _bytes(script: Script, output: Path, ward: Ward) -> bytes:
    if output.suffix.lower() == TEXT:
        return script_text(script).encode()
    return script_docx(script, ward.agency.name)
