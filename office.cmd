@echo off
chcp 65001 >nul
setlocal
rem Mở bàn làm việc: nhấn đúp vào tệp này. Lần đầu máy tự cài những gì cần.
title Bàn làm việc
set PYTHONUTF8=1
pushd "%~dp0"
set "PYTHON="
py -3 -c "" >nul 2>nul
if not errorlevel 1 set "PYTHON=py -3"
if not defined PYTHON (
  python -c "" >nul 2>nul
  if not errorlevel 1 set "PYTHON=python"
)
if not defined PYTHON (
  echo.
  echo Không làm tiếp được: máy chưa có Python.
  echo   1. Mở https://www.python.org/downloads/ , tải và cài bản mới nhất.
  echo   2. Khi cài, đánh dấu ô "Add python.exe to PATH".
  echo   3. Nhấn đúp lại vào office.cmd.
  echo.
  pause
  popd
  exit /b 1
)
%PYTHON% -X utf8 scripts\setup\office.py %*
if errorlevel 1 pause
popd
