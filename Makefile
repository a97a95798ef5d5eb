# Cổng thông tin thủ tục hành chính: mỗi việc một lệnh. `make` liệt kê các lệnh.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# The steps share .venv and node_modules: with -j they still run one after the other.
.NOTPARALLEL:

BIN := .venv/bin
SETUP := scripts/setup
INSTALLED := .venv/.installed
TEST_INSTALLED := .venv/.installed-test
WEB_INSTALLED := node_modules/.installed
WEB_TEST_INSTALLED := node_modules/.installed-test
WEB_BUILT := .cache/web-built
WEB_TESTS := $(wildcard tests/web/*.test.mjs)
CODE := $(wildcard scripts tests)
# The whole suite on every core: each takes over what the others have not begun.
CORES := --numprocesses=auto --maxprocesses=4 --dist=worksteal

.PHONY: bench faults help setup setup-test web chromium servers site serve test check fmt lock clean clean-all always

help:
	@printf '%s\n' \
	  'make site       cài đặt những gì còn thiếu, kiểm tra dữ liệu, dựng trang vào site/' \
	  'make serve      xem thử tại http://127.0.0.1:8000, sửa tệp là trang đổi theo' \
	  'make test       cài đặt cho phép thử (kể cả Chromium, nginx, Caddy thật), chạy mọi phép thử' \
	  'make check      soát mã nguồn: ruff, định dạng, mypy' \
	  'make fmt        sửa định dạng của mã nguồn' \
	  'make setup      chỉ cài đặt, không dựng trang' \
	  'make bench      đo thời gian gắn cờ (danh sách 6.000 dòng, quyết định PDF), tìm kiếm, phục vụ' \
  'make faults     giết lệnh xuất bản 50 lần ở điểm bất kỳ, xem trang còn nguyên không (vài phút)' \
  'make lock       làm lại các tệp khóa phiên bản (UPGRADE=1: lấy bản mới hơn)' \
	  'make clean      xóa những gì máy dựng ra' \
	  'make clean-all  như trên, xóa cả .venv và node_modules' \
	  '' \
	  'Chọn Python: make site PYTHON=python3.12    Chọn trình duyệt: make test CHROMIUM=/usr/bin/chromium' \
	  'Chỉ chạy một phần phép thử: make test ARGS="tests/base -k ngay"'

setup: $(INSTALLED) web

setup-test: $(TEST_INSTALLED) $(WEB_TEST_INSTALLED)

web: $(WEB_BUILT)

# Looked at on every run, in a moment; its time changes only when .venv is made anew.
.venv/.made-in: always
	@sh $(SETUP)/python.sh

$(INSTALLED): .venv/.made-in requirements.txt pyproject.toml
	@sh $(SETUP)/pip.sh 'các gói Python' --require-hashes -r requirements.txt
	@sh $(SETUP)/pip.sh 'gói cchc của dự án' --no-deps --no-build-isolation -e .
	@touch $@

$(TEST_INSTALLED): $(INSTALLED) requirements-test.txt
	@sh $(SETUP)/pip.sh 'các gói cho phép thử' --require-hashes -r requirements-test.txt
	@touch $@

$(WEB_INSTALLED): package.json package-lock.json .npmrc | $(INSTALLED)
	@sh $(SETUP)/npm.sh install
	@touch $@

# npm ci begins anew: it takes the mark of the smaller set away, so both are set.
$(WEB_TEST_INSTALLED): $(WEB_INSTALLED)
	@sh $(SETUP)/npm.sh install_all
	@touch $(WEB_INSTALLED) $@

$(WEB_BUILT): $(WEB_INSTALLED) $(wildcard scripts/web/* scripts/web/*/*)
	@sh $(SETUP)/npm.sh build
	@mkdir -p $(@D) && touch $@

chromium: $(TEST_INSTALLED)
	@$(BIN)/python $(SETUP)/chromium.py

servers: $(TEST_INSTALLED)
	@$(BIN)/python $(SETUP)/servers.py

site: setup
	@$(BIN)/cchc check --summary || { printf '\n%s\n' \
	  'Chưa dựng trang: sửa các lỗi ở trên rồi chạy lại make site.' >&2; exit 1; }
	@$(BIN)/cchc build
	@printf '%s\n' '' 'Trang đã dựng xong trong thư mục site/.' \
	  '  Xem thử:          make serve, rồi mở http://127.0.0.1:8000' \
	  '  Hoặc mở thẳng:    site/index.html (mở kiểu này có trình duyệt không cho tìm kiếm)'

serve: setup
	@$(BIN)/mkdocs serve --dev-addr 127.0.0.1:8000

test: setup setup-test chromium servers
	@$(if $(ARGS),,$(if $(WEB_TESTS),sh $(SETUP)/npm.sh run_tests))
	@$(BIN)/python -m pytest $(or $(ARGS),$(CORES))

check: setup-test
	@failed=0; \
	$(BIN)/ruff check $(CODE) || failed=1; \
	$(BIN)/ruff format --check $(CODE) || failed=1; \
	$(BIN)/mypy --strict $(CODE) || failed=1; \
	exit $$failed

fmt: setup-test
	@$(BIN)/ruff check --fix-only $(CODE)
	@$(BIN)/ruff format $(CODE)

lock: .venv/.made-in
	@sh $(SETUP)/lock.sh

clean:
	rm -rf site .cache build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

clean-all: clean
	rm -rf .venv node_modules

bench: setup-test servers
	@$(BIN)/python -m tests.bench.flagging
	@$(BIN)/python -m tests.bench.searching
	@$(BIN)/python -m tests.bench.serving

faults: setup-test
	@CCHC_FAULTS=50 $(BIN)/python -m pytest tests/publish/test_faults.py
