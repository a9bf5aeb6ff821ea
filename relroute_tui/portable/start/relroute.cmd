@echo off
rem Starts relroute: in Windows Terminal where there is one, else in this window.
setlocal
set "here=%~dp0"
if not "%~1"=="" goto run
if defined WT_SESSION goto run
where wt.exe >nul 2>nul || goto size
start "" wt.exe --size 120,40 --title relroute "%here%python\python.exe" "%here%run.py"
exit /b 0
:size
mode con: cols=120 lines=40
chcp 65001 >nul
:run
"%here%python\python.exe" "%here%run.py" %*
