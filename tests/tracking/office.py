"""LibreOffice without a window, asked by a macro to accept or refuse every tracked change: a judge that shares no code with us."""

import html
import os
import shutil
import signal
import subprocess
from pathlib import Path

WHY_NOT = "LibreOffice (soffice) is not installed here, so nobody unrelated can accept and refuse the changes"
_BASIC = """Sub Decide(listing As String)
  Dim channel As Integer
  Dim row As String
  Dim parts
  Dim opened
  Dim helper
  Dim opening(0) As New com.sun.star.beans.PropertyValue
  Dim saving(0) As New com.sun.star.beans.PropertyValue
  opening(0).Name = "Hidden"
  opening(0).Value = True
  saving(0).Name = "FilterName"
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  channel = FreeFile
  Open listing For Input As #channel
  Do While Not Eof(channel)
    Line Input #channel, row
    parts = Split(row, Chr(9))
    opened = StarDesktop.loadComponentFromURL(parts(1), "_blank", 0, opening())
    If parts(0) <> "keep" Then
      helper.executeDispatch(opened.CurrentController.Frame, ".uno:" & parts(0) & "AllTrackedChanges", "", 0, Array())
    End If
    saving(0).Value = parts(3)
    opened.storeToURL(parts(2), saving())
    opened.close(True)
  Loop
  Close #channel
  StarDesktop.terminate()
End Sub
"""
_XBA = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">{}</script:module>"""
_XLB = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Module1"/></library:library>"""
_XLC = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/>
</library:libraries>"""
FORMATS = {".docx": "MS Word 2007 XML", ".txt": "Text"}


def is_there() -> bool:
    return shutil.which("soffice") is not None


def _command(place: Path) -> list[str]:
    return ["soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation={(place / 'profile').absolute().as_uri()}"]


def _run(place: Path, *arguments: str, seconds: int = 120) -> None:
    surroundings = {**os.environ, "HOME": str(place)}
    with subprocess.Popen(
        [*_command(place), *arguments], env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    ) as office:
        try:
            said, _ = office.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            os.killpg(office.pid, signal.SIGKILL)  # soffice is a script; the program itself is its child
            raise
    assert office.returncode == 0, said.decode(errors="replace")[:2000]


def decide(jobs: list[tuple[str, Path, Path]], place: Path) -> None:
    """Open each file, do `Accept`, `Reject` or `keep` with its changes, save it as the other (its suffix tells the format)."""
    profile = place / "profile"
    if not profile.exists():  # the first start fills the profile, and would write over our macro
        _run(place, "--terminate_after_init")
    basic = profile / "user" / "basic"
    (basic / "Standard").mkdir(parents=True, exist_ok=True)
    (basic / "Standard" / "Module1.xba").write_text(_XBA.format(html.escape(_BASIC, quote=False)), encoding="utf-8")
    (basic / "Standard" / "script.xlb").write_text(_XLB, encoding="utf-8")
    (basic / "script.xlc").write_text(_XLC, encoding="utf-8")
    rows = ["\t".join([what, old.absolute().as_uri(), new.absolute().as_uri(), FORMATS[new.suffix]]) for what, old, new in jobs]
    (place / "jobs.txt").write_text("\n".join(rows), encoding="utf-8")
    _run(place, f"macro:///Standard.Module1.Decide({(place / 'jobs.txt').absolute()})", seconds=60 + 5 * len(jobs))
    missing = [new.name for _, _, new in jobs if not new.exists()]
    assert not missing, f"LibreOffice wrote nothing for {missing}"


def convert(path: Path, suffix: str, place: Path) -> Path:
    """The file as LibreOffice opens and saves it again, with nothing decided."""
    _run(place, "--convert-to", suffix, "--outdir", str(place / "converted"), str(path))
    return place / "converted" / f"{path.stem}.{suffix}"
