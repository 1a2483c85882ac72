import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Nodes, Parents } from 'mdast'
import { describe, expect, it } from 'vitest'
import { draft, loadTemplates } from '../../src/draft/index.ts'
import { loadLibrary } from '../../src/library/index.ts'
import { draftToDocx } from '../../src/word/index.ts'
import { kinds, makerFor, matterOf, parties } from '../draft/vendor-matters.ts'
import { expectValid } from '../word/validity.ts'
import { found } from './libreoffice.ts'

/** The clauses as they are to be read: the printed number and the words behind it. */
function linesOf(parent: Parents): string[] {
  return (parent.children as Nodes[]).flatMap((node): string[] => {
    if (node.type === 'clauseBlock') {
      if (node.heading) return [`${node.number} ${wordsOf(node.heading)}`, ...linesOf(node as Parents)]
      const [first, ...rest] = node.children
      return [
        `${node.number} ${wordsOf([first as Nodes])}`,
        ...linesOf({ ...node, children: rest } as Parents),
      ]
    }
    return 'children' in node ? linesOf(node as Parents) : []
  })
}

function wordsOf(nodes: Nodes[]): string {
  return nodes
    .map((node): string => {
      if (node.type === 'text') return node.value
      if (node.type === 'definedTerm') return node.term
      if (node.type === 'clauseReference') return `${node.prefix}${node.number}${node.suffix}`
      return 'children' in node ? wordsOf(node.children as Nodes[]) : ''
    })
    .join('')
    .replace(/\s+/g, ' ')
}

describe.runIf(found)('the addendum of every variant in LibreOffice', () => {
  it('is valid, opens, and has the numbers, references and words that were meant', async () => {
    const [library, templates] = await Promise.all([loadLibrary(), loadTemplates()])
    const folder = mkdtempSync(join(tmpdir(), 'clausebook-addendum-'))
    try {
      const meant = new Map<string, string[]>()
      for (const kind of kinds) {
        const matter = matterOf({
          ...parties,
          role: kind === 'own-reseller' ? 'vendor' : 'customer',
          vendor: {
            ...parties.vendor,
            ...makerFor(kind),
            kind,
            models: ['Llama 2', 'Llama 4'],
            sees_prompts: true,
          },
          fine_tuning: { done: true },
          weights_recipients: ['customers'],
          domains: ['health'],
        })
        const made = draft('vendor-addendum', { library, templates, matter, options: {} })
        const bytes = await draftToDocx(made)
        if (kind === 'saas' || kind === 'own-reseller') await expectValid(bytes)
        writeFileSync(join(folder, `${kind}.docx`), bytes)
        meant.set(kind, linesOf(made.tree))
      }
      execFileSync(
        'soffice',
        [
          `-env:UserInstallation=file://${join(folder, 'profile')}`,
          '--headless',
          '--convert-to',
          'txt:Text (encoded):UTF8',
          '--outdir',
          folder,
          ...kinds.map((kind) => join(folder, `${kind}.docx`)),
        ],
        { stdio: 'ignore' },
      )
      for (const [kind, lines] of meant) {
        const read = readFileSync(join(folder, `${kind}.txt`), 'utf8')
          .split('\n')
          .map((line) => line.replace(/\s+/g, ' ').trim())
        const clauses = read.filter((line) => /^(?:\d+\.|\d+\.\d+|\([a-z]+\)) /.test(line))
        expect({ kind, clauses }).toEqual({ kind, clauses: lines.map((line) => line.trim()) })
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
