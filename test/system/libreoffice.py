"""Accepts and rejects all tracked changes of Word files in one LibreOffice, and prints what then stands there.

usage: libreoffice.py PROFILE FILE...
prints a JSON object: file -> {"accept": [[style, text] ...], "reject": [...], "changes": number of tracked changes}
A LibreOffice that ends while it reads a file is started anew and asked once more, which standard error tells; one that ends at the same file again fails.
"""
import json
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue

profile, files = sys.argv[1], sys.argv[2:]
pipe = "clausebook" + "".join(letter for letter in profile if letter.isalnum())


class Office:
    """A LibreOffice of its own process."""

    def __init__(self):
        self.process = subprocess.Popen(
            ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--invisible", "--norestore",
             f"--accept=pipe,name={pipe};urp;"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        manager = self.connect().ServiceManager
        context = manager.DefaultContext
        self.desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        self.dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)

    def connect(self):
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(240):
            try:
                return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            except Exception:
                time.sleep(0.25)
        raise SystemExit("LibreOffice does not answer")

    def read(self, file):
        found = {}
        for how, command in (("accept", "AcceptAllTrackedChanges"), ("reject", "RejectAllTrackedChanges")):
            document = self.desktop.loadComponentFromURL(
                uno.systemPathToFileUrl(file), "_blank", 0, (PropertyValue("Hidden", 0, True, 0),))
            found["changes"] = changes(document)
            self.dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" + command, "", 0, ())
            found[how] = paragraphs(document)
            document.close(True)
        return found

    def ended(self):
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            return False
        return True

    def end(self):
        try:
            self.desktop.terminate()
        except Exception:
            pass
        if not self.ended():
            self.process.kill()


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


office = Office()
read = {}
for file in files:
    try:
        read[file] = office.read(file)
    except Exception:
        # Whatever was asked of it when it ended says so in its own way.
        if not office.ended():
            raise
        print(f"LibreOffice ended at {file}: asked once more", file=sys.stderr)
        office = Office()
        read[file] = office.read(file)
office.end()
print(json.dumps(read))
