@echo off
rem Starts Luotsi with the Node.js that lies beside it; nothing else is needed of the machine.
"%~dp0node\node.exe" "%~dp0app\bin\luotsi.cjs" %*
set "LUOTSI_ENDED=%ERRORLEVEL%"
rem Opened by a double click, the window would close before its last words are read.
if not "%LUOTSI_ENDED%"=="0" if "%~1"=="" pause
exit /b %LUOTSI_ENDED%
