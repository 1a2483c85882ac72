// Prints the public body's reference document with LibreOffice: node test/word/reference/make.mjs
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = (name) => fileURLToPath(new URL(name, import.meta.url))
const profile = mkdtempSync(join(tmpdir(), 'office-'))
execFileSync('soffice', [
  `-env:UserInstallation=file://${profile}`,
  '--headless',
  '--convert-to',
  'docx:MS Word 2007 XML',
  '--outdir',
  here('../../fixtures/reference'),
  here('public-body.fodt'),
])
rmSync(profile, { recursive: true })
