/**
 * The other side of a deal: it edits what we sent as XML, with none of the engine's code, and tells what it did. What it does
 * is decided by a seed.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** What it does to a point. */
export type Act =
  | 'accept'
  | 'comment'
  | 'change'
  | 'change silently'
  | 'fallback'
  | 'refuse'
  | 'refuse silently'
  | 'reject silently'
  | 'move'
  | 'move silently'

/** What it did. */
export interface Done {
  acts: Map<string, Act>
  /** Words of a new clause after a point, and whether they are tracked. */
  added: { after: string; words: string; tracked: boolean }[]
}

/** What the table of marks says, as it is kept in the deal. */
export interface KnownMark {
  mark: string
  point: string
  paragraph: number
  heading?: true
}

/** What it may do to a paper of ours that has no tracked changes. */
const acts: Act[] = [
  'accept',
  'comment',
  'change',
  'change silently',
  'fallback',
  'refuse',
  'refuse silently',
  'move',
  'move silently',
]

/** Numbers that are the same for the same seed (mulberry32). */
export function numbersOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Who edits, and when. */
interface Editor {
  author: string
  date: string
}

/**
 * Edits what was sent.
 *
 * @param fallbacks words of the points at their fallback, a paragraph each, without the heading
 * @param only acts that it may do; by default all
 */
export function answer(
  sent: Uint8Array,
  marks: readonly KnownMark[],
  fallbacks: ReadonlyMap<string, string[]>,
  seed: number,
  { author, date }: Editor,
  only: readonly Act[] = acts,
): { bytes: Uint8Array; done: Done } {
  const random = numbersOf(seed)
  const parts = unzipSync(sent)
  const paper = new Paper(strFromU8(parts['word/document.xml']!), { author, date })
  const done: Done = { acts: new Map(), added: [] }
  const comments: { id: number; text: string }[] = []
  for (const points of together(marks)) {
    const point = points[0]!
    const ofAll = marks.filter((one) => points.includes(one.point))
    const own = ofAll.filter(
      ({ paragraph }, at) => ofAll.findIndex((one) => one.paragraph === paragraph) === at,
    )
    const bodies = own.filter(({ heading }) => !heading).map(({ mark }) => mark)
    const all = own.map(({ mark }) => mark)
    let act = only[Math.floor(random() * only.length)]!
    if (act === 'fallback' && !fallbacks.has(point)) act = 'change'
    for (const one of points) done.acts.set(one, act)
    const tracked = !act.endsWith('silently')
    if (act === 'comment') {
      const id = 1000 + 100 * (seed % 100_000) + comments.length
      comments.push({ id, text: `We shall come back to you on this one (${point}).` })
      paper.comment(bodies[0]!, id)
    } else if (act === 'change' || act === 'change silently')
      paper.change(bodies, tracked, Math.floor(random() * 1000))
    else if (act === 'fallback') paper.replace(bodies, fallbacks.get(point)!)
    else if (act === 'accept') paper.accept(all)
    else if (act === 'reject silently') paper.reject(all)
    else if (act === 'refuse' || act === 'refuse silently') paper.remove(all, tracked)
    else if (act === 'move' || act === 'move silently') paper.move(all, tracked)
    if ((act === 'accept' || act === 'comment') && random() < 0.25) {
      const words = `Fee adjustment ${Math.floor(random() * 1e6)}: the Vendor may raise its fees once in each year by ${2 + Math.floor(random() * 9)} percent on written announcement.`
      const isTracked = random() < 0.5
      paper.add(all.at(-1)!, words, isTracked)
      done.added.push({ after: point, words, tracked: isTracked })
    }
  }
  parts['word/document.xml'] = strToU8(paper.xml())
  if (comments.length > 0) addComments(parts, comments, { author, date })
  return { bytes: zipSync(parts, { level: 6 }), done }
}

/** Points, with those together that share a paragraph: whatever is done to one is done to all. */
function together(marks: readonly KnownMark[]): string[][] {
  const groups: Set<string>[] = []
  for (const { point, paragraph } of marks) {
    const own = new Set(marks.filter((one) => one.paragraph === paragraph).map((one) => one.point))
    own.add(point)
    const known = groups.filter((group) => [...own].some((one) => group.has(one)))
    const all = new Set([...known.flatMap((group) => [...group]), ...own])
    groups.splice(0, groups.length, ...groups.filter((group) => !known.includes(group)), all)
  }
  const order = [...new Set(marks.map(({ point }) => point))]
  return groups
    .map((group) => order.filter((point) => group.has(point)))
    .sort((a, b) => order.indexOf(a[0]!) - order.indexOf(b[0]!))
}

/** A document as the strings of its paragraphs. */
class Paper {
  private readonly head: string
  private readonly tail: string
  /** Paragraphs, with what stands before each. */
  private paragraphs: string[]
  private readonly by: string
  private id = 50_000

  constructor(xml: string, { author, date }: Editor) {
    this.by = `w:author="${author}" w:date="${date}"`
    const body = xml.indexOf('<w:body>') + '<w:body>'.length
    const end = xml.lastIndexOf('<w:sectPr')
    this.head = xml.slice(0, body)
    this.tail = xml.slice(end)
    this.paragraphs = xml.slice(body, end).split(/(?<=<\/w:p>)/)
  }

  xml(): string {
    return this.head + this.paragraphs.join('') + this.tail
  }

  private at(mark: string): number {
    const at = this.paragraphs.findIndex((one) => one.includes(`w:name="${mark}"`))
    if (at < 0) throw new Error(`${mark} is not in the file`)
    return at
  }

  private mark(): string {
    this.id += 1
    return `w:id="${this.id}" ${this.by}`
  }

  comment(mark: string, id: number): void {
    const at = this.at(mark)
    this.paragraphs[at] = this.paragraphs[at]!.replace(
      /<w:r>|<w:r /,
      (run) => `<w:commentRangeStart w:id="${id}"/>${run}`,
    ).replace(
      /<\/w:p>$/,
      `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r></w:p>`,
    )
  }

  /** Puts another word in the place of one in the middle. */
  change(marks: readonly string[], tracked: boolean, number: number): void {
    const at = marks
      .map((mark) => this.at(mark))
      .sort((a, b) => wordsIn(this.paragraphs[b]!).length - wordsIn(this.paragraphs[a]!).length)[0]!
    const paragraph = this.paragraphs[at]!
    const runs = [
      ...paragraph.matchAll(
        /<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t(?: [^>]*)?>([^<]*)<\/w:t><\/w:r>/g,
      ),
    ]
    const [run] = runs
      .filter((one) => !insideChange(paragraph, one.index))
      .sort((a, b) => b[2]!.length - a[2]!.length)
    if (!run) {
      this.paragraphs[at] = this.changedInTracked(paragraph, tracked, number)
      return
    }
    const words = run[2]!.split(' ')
    const middle = Math.floor(words.length / 2)
    const [before, gone, after] = [
      words.slice(0, middle).join(' '),
      words[middle]!,
      words.slice(middle + 1).join(' '),
    ]
    const looks = run[1] ?? ''
    const plain = (text: string) =>
      text === '' ? '' : `<w:r>${looks}<w:t xml:space="preserve">${text}</w:t></w:r>`
    const come = `commercially${number}`
    const changed = tracked
      ? `<w:del ${this.mark()}><w:r>${looks}<w:delText xml:space="preserve">${gone}</w:delText></w:r></w:del><w:ins ${this.mark()}>${plain(come)}</w:ins>`
      : plain(come)
    const [left, right] = [before === '' ? '' : `${before} `, after === '' ? '' : ` ${after}`]
    this.paragraphs[at] =
      paragraph.slice(0, run.index) +
      plain(left) +
      changed +
      plain(right) +
      paragraph.slice(run.index + run[0].length)
  }

  /** The same where all of it is tracked already: a word more, or another one in the words that were inserted. */
  private changedInTracked(paragraph: string, tracked: boolean, number: number): string {
    if (tracked) {
      const run = `<w:r><w:t xml:space="preserve"> commercially${number}</w:t></w:r>`
      return paragraph.replace(/<\/w:p>$/, `<w:ins ${this.mark()}>${run}</w:ins></w:p>`)
    }
    return paragraph.replace(/(<w:t(?: [^>]*)?>[^<]*?)\b(\w{4,})\b/, `$1commercially${number}`)
  }

  /** Takes what is tracked in paragraphs, as a click on “Accept” does. */
  accept(marks: readonly string[]): void {
    for (const at of marks.map((mark) => this.at(mark)))
      this.paragraphs[at] = this.paragraphs[at]!.replace(/<w:(ins|del)(?: [^>]*)?\/>/g, '')
        .replace(/<w:del(?: [^>]*)?>.*?<\/w:del>/gs, '')
        .replace(/<w:ins(?: [^>]*)?>|<\/w:ins>/g, '')
  }

  /** Takes out what is tracked in paragraphs, as a click on “Reject” does. */
  reject(marks: readonly string[]): void {
    const places = marks.map((mark) => this.at(mark))
    for (const at of places)
      this.paragraphs[at] = this.paragraphs[at]!.replace(/<w:ins(?: [^>]*[^/])?>.*?<\/w:ins>/gs, '')
        .replace(/<w:del(?: [^>]*)?\/>|<w:del(?: [^>]*)?>|<\/w:del>/g, '')
        .replace(/(<\/?w:)delText/g, '$1t')
    // A paragraph whose end we inserted goes with it.
    this.paragraphs = this.paragraphs.filter(
      (one, at) => !places.includes(at) || !/<w:ins [^>]*\/>/.test(one),
    )
  }

  /** Deletes what stands there and inserts other paragraphs before the last of it, all tracked. */
  replace(marks: readonly string[], texts: readonly string[]): void {
    const first = this.at(marks[0]!)
    const come = texts.map(
      (text) =>
        `<w:p><w:pPr><w:pStyle w:val="Clause2"/><w:rPr><w:ins ${this.mark()}/></w:rPr></w:pPr><w:ins ${this.mark()}><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:ins></w:p>`,
    )
    const own = marks.map((mark) => this.at(mark)).filter((at) => wordsIn(this.paragraphs[at]!) !== '')
    for (const at of own) this.paragraphs[at] = this.gone(this.paragraphs[at]!, 'del')
    this.paragraphs.splice(first + 1, 0, ...come)
  }

  remove(marks: readonly string[], tracked: boolean): void {
    const places = marks.map((mark) => this.at(mark))
    if (tracked) for (const at of places) this.paragraphs[at] = this.gone(this.paragraphs[at]!, 'del')
    else this.paragraphs = this.paragraphs.filter((_, at) => !places.includes(at))
  }

  /** Moves paragraphs to the end of the document, or to its beginning. */
  move(marks: readonly string[], tracked: boolean): void {
    const places = marks.map((mark) => this.at(mark))
    const own = places.map((at) => this.paragraphs[at]!)
    // What stands near the end already goes to the beginning.
    const isLast = places.some((at) => at > this.paragraphs.length * 0.6)
    const end = () => (isLast ? 3 : this.paragraphs.length - 1)
    if (!tracked) {
      this.paragraphs = this.paragraphs.filter((_, at) => !places.includes(at))
      this.paragraphs.splice(end(), 0, ...own)
      return
    }
    for (const at of places) this.paragraphs[at] = this.gone(this.paragraphs[at]!, 'moveFrom')
    const come = own.map((paragraph) => {
      const bare = paragraph.replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, '')
      const [, open, properties = '', inner] =
        /^(.*?<w:p(?: [^>]*)?>)(<w:pPr>.*?<\/w:pPr>)?(.*)<\/w:p>$/s.exec(bare)!
      void open
      return `<w:p>${ended(properties, `<w:moveTo ${this.mark()}/>`)}${wrapped(inner!, () => `<w:moveTo ${this.mark()}>`, '</w:moveTo>')}</w:p>`
    })
    this.paragraphs.splice(end(), 0, ...come)
  }

  add(after: string, words: string, tracked: boolean): void {
    const run = `<w:r><w:t xml:space="preserve">${escaped(words)}</w:t></w:r>`
    const added = tracked
      ? `<w:p><w:pPr><w:rPr><w:ins ${this.mark()}/></w:rPr></w:pPr><w:ins ${this.mark()}>${run}</w:ins></w:p>`
      : `<w:p>${run}</w:p>`
    this.paragraphs.splice(this.at(after) + 1, 0, added)
  }

  /** A paragraph whose words and end are tracked as gone. */
  private gone(paragraph: string, kind: 'del' | 'moveFrom'): string {
    const [, open, properties = '', inner] = /^(.*?<w:p(?: [^>]*)?>)(<w:pPr>.*?<\/w:pPr>)?(.*)<\/w:p>$/s.exec(
      paragraph,
    )!
    const words =
      kind === 'del'
        ? inner!.replace(/<w:t(?=[ >])/g, '<w:delText').replace(/<\/w:t>/g, '</w:delText>')
        : inner!
    return `${open}${ended(properties, `<w:${kind} ${this.mark()}/>`)}${wrapped(words, () => `<w:${kind} ${this.mark()}>`, `</w:${kind}>`)}</w:p>`
  }
}

/** Runs and fields wrapped, within what is inserted or moved to here too; bookmarks and what is gone already as they are. */
function wrapped(inner: string, open: () => string, close: string): string {
  return childrenOf(inner)
    .map((part) => {
      const [, name = ''] = /^<w:(\w+)/.exec(part) ?? []
      if (name === 'ins' || name === 'moveTo') {
        const [, tag, words] = new RegExp(`^(<w:${name}[^>]*>)(.*)</w:${name}>$`, 's').exec(part)!
        return `${tag}${wrapped(words!, open, close)}</w:${name}>`
      }
      return ['r', 'fldSimple', 'hyperlink'].includes(name) ? `${open()}${part}${close}` : part
    })
    .join('')
}

/** The elements of some markup, one by one. */
function childrenOf(inner: string): string[] {
  const found: string[] = []
  let depth = 0
  let from = 0
  for (const { 0: tag, index } of inner.matchAll(/<[^>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1
    else if (!tag.endsWith('/>')) depth += 1
    if (depth > 0) continue
    found.push(inner.slice(from, index + tag.length))
    from = index + tag.length
  }
  return found
}

function ended(properties: string, mark: string): string {
  if (properties === '') return `<w:pPr><w:rPr>${mark}</w:rPr></w:pPr>`
  const inserted = /<w:ins [^>]*\/>/.exec(properties)?.[0] ?? ''
  const own = properties.replace(/<w:rPr>.*?<\/w:rPr>|<w:rPr\/>/s, '')
  return own.replace('</w:pPr>', `<w:rPr>${inserted}${mark}</w:rPr></w:pPr>`)
}

function insideChange(paragraph: string, at: number): boolean {
  const before = paragraph.slice(0, at)
  return ['ins', 'del', 'moveFrom', 'moveTo', 'fldSimple', 'hyperlink'].some(
    (name) =>
      (before.match(new RegExp(`<w:${name}[ >]`, 'g')) ?? []).length >
      (before.match(new RegExp(`</w:${name}>`, 'g')) ?? []).length,
  )
}

function wordsIn(paragraph: string): string {
  return paragraph.replace(/<w:delText.*?<\/w:delText>/gs, '').replace(/<[^>]*>/g, '')
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

function addComments(
  parts: Record<string, Uint8Array>,
  comments: readonly { id: number; text: string }[],
  { author, date }: Editor,
): void {
  const own = comments
    .map(
      ({ id, text }) =>
        `<w:comment w:id="${id}" w:author="${author}" w:date="${date}" w:initials="C"><w:p><w:r><w:t>${escaped(text)}</w:t></w:r></w:p></w:comment>`,
    )
    .join('')
  const name = 'word/comments.xml'
  if (parts[name]) {
    const text = strFromU8(parts[name]!)
    parts[name] = strToU8(
      /<w:comments[^>]*\/>/.test(text)
        ? text.replace(/<w:comments([^>]*)\/>/, `<w:comments$1>${own}</w:comments>`)
        : text.replace('</w:comments>', `${own}</w:comments>`),
    )
    return
  }
  const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  parts[name] = strToU8(
    `<?xml version="1.0" encoding="UTF-8"?><w:comments xmlns:w="${w}">${own}</w:comments>`,
  )
  const types = strFromU8(parts['[Content_Types].xml']!)
  parts['[Content_Types].xml'] = strToU8(
    types.replace(
      '</Types>',
      '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>',
    ),
  )
  const rels = strFromU8(parts['word/_rels/document.xml.rels']!)
  parts['word/_rels/document.xml.rels'] = strToU8(
    rels.replace(
      '</Relationships>',
      '<Relationship Id="rIdComments9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
    ),
  )
}

/** Takes every hidden mark out of a file, as a program does that keeps none. */
export function withoutMarks(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  const xml = strFromU8(parts['word/document.xml']!)
  const ids = [...xml.matchAll(/<w:bookmarkStart [^>]*>/g)].flatMap(([tag]) =>
    /w:name="_cb[0-9a-f]{12}"/.test(tag) ? (/w:id="(\d+)"/.exec(tag)?.[1] ?? []) : [],
  )
  const gone = new Set(ids)
  parts['word/document.xml'] = strToU8(
    xml.replace(/<w:bookmark(?:Start|End) [^>]*>/g, (tag) =>
      gone.has(/w:id="(\d+)"/.exec(tag)![1]!) ? '' : tag,
    ),
  )
  return zipSync(parts, { level: 6 })
}

/** Whether LibreOffice is here. */
export const hasOffice = spawnSync('soffice', ['--version']).status === 0

/** Files as LibreOffice saves them, all in one run of it: its start takes longer than a file. */
export function savedByOffice(files: readonly Uint8Array[]): Uint8Array[] {
  return savedAs(files, 'docx')
}

/** Files as LibreOffice saves them in another format. */
export function savedAs(files: readonly Uint8Array[], format: 'docx' | 'odt'): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'clausebook-office-'))
  try {
    mkdirSync(join(folder, 'out'))
    const papers = files.map((_, at) => join(folder, `paper-${at}.docx`))
    for (const [at, paper] of papers.entries()) writeFileSync(paper, files[at]!)
    execFileSync(
      'soffice',
      [
        '--headless',
        `-env:UserInstallation=${pathToFileURL(join(tmpdir(), 'clausebook-office-profile')).href}`,
        '--convert-to',
        format,
        '--outdir',
        join(folder, 'out'),
        ...papers,
      ],
      { timeout: 150_000 + 10_000 * files.length, stdio: 'ignore' },
    )
    return files.map((_, at) => new Uint8Array(readFileSync(join(folder, 'out', `paper-${at}.${format}`))))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
