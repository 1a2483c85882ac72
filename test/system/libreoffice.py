"""Accepts and rejects all tracked changes of Word files in one LibreOffice, and prints what then stands there.

usage: libreoffice.py PROFILE FILE...
prints a JSON object: file -> {"accept": [[style, text] ...], "reject": [...], "changes": number of tracked changes}
"""
import json
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue

profile, files = sys.argv[1], sys.argv[2:]
pipe = "clausebook" + "".join(letter for letter in profile if letter.isalnum())
office = subprocess.Popen(
    ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--invisible", "--norestore",
     f"--accept=pipe,name={pipe};urp;"],
    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def connect():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.25)
    raise SystemExit("LibreOffice does not answer")


def paragraphs(document):
    found = []
    walk = document.Text.createEnumeration()
    while walk.hasMoreElements():
        paragraph = walk.nextElement()
        if paragraph.supportsService("com.sun.star.text.Paragraph"):
            # A number before no words prints nothing that anybody reads.
            number = paragraph.ListLabelString if paragraph.NumberingIsNumber and paragraph.String else ""
            found.append([paragraph.ParaStyleName, (number + "\t" if number else "") + paragraph.String])
    return found


def changes(document):
    walk = document.Redlines.createEnumeration()
    count = 0
    while walk.hasMoreElements():
        walk.nextElement()
        count += 1
    return count


context = connect()
manager = context.ServiceManager
desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
read = {}
for file in files:
    read[file] = {}
    for how, command in (("accept", "AcceptAllTrackedChanges"), ("reject", "RejectAllTrackedChanges")):
        document = desktop.loadComponentFromURL(
            uno.systemPathToFileUrl(file), "_blank", 0, (PropertyValue("Hidden", 0, True, 0),))
        read[file]["changes"] = changes(document)
        dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" + command, "", 0, ())
        read[file][how] = paragraphs(document)
        document.close(True)
try:
    desktop.terminate()
except Exception:
    pass
office.wait(20)
print(json.dumps(read))
