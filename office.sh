#!/bin/sh
# Mở bàn làm việc. Lần đầu máy tự cài những gì cần. Chọn Python: PYTHON=python3.12 ./office.sh
set -eu
cd "$(dirname "$0")"

for python in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
    if "$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        exec "$python" -X utf8 scripts/setup/office.py "$@"
    fi
done
printf '%s\n' '' 'Không làm tiếp được: máy chưa có Python từ 3.11 trở lên, kèm mô-đun venv.' \
    '  Trên Debian, Ubuntu: sudo apt-get install python3 python3-venv' >&2
exit 1
