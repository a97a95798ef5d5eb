#!/bin/sh
# pip.sh WHAT ARGUMENT...: pip install ARGUMENT... into .venv, quietly; a failure is explained.
set -eu
. scripts/setup/messages.sh

what=$1
shift
say "Cài $what …"
# A person's own "always --user" setting would refuse to install into .venv.
PIP_USER=0 quietly pip.log .venv/bin/python -m pip install \
    --quiet --no-input --disable-pip-version-check --retries 3 "$@" ||
    explain "cài $what không thành"
