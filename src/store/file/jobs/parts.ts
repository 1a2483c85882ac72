import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { writeWhole } from '../../../files/index.ts'
import { type AskedPart, type JobPart, NoSuchJob, type ThingResult } from '../../jobs.ts'

const owned = { mode: 0o600 }

const givenSchema = z.object({ first: z.number(), things: z.array(z.unknown()) })

const statusSchema = z.object({
  from: z.number(),
  to: z.number(),
  state: z.enum(['waiting', 'done', 'failed', 'cancelled']),
  attempts: z.number(),
  failures: z.number(),
  failed: z.number(),
  worker: z.string().optional(),
  begun: z.string().optional(),
  reason: z.string().optional(),
})

const resultSchema = z.object({
  failed: z.boolean(),
  said: z.unknown(),
  waits: z.literal(true).exactOptional(),
  content: z.base64().optional(),
})

const aboutSchema = z.object({
  what: z.string(),
  title: z.string(),
  at: z.string(),
  by: z.string(),
  task: z.unknown(),
  /** Name of the matter that it belongs to. */
  matter: z.string().exactOptional(),
  ofRegister: z.literal(true).exactOptional(),
})

/** Where a folder of matters keeps jobs, one a folder that is called by the job's id. */
export const jobsFolder = '.jobs'

export function isJobId(name: string): boolean {
  return /^[0-9a-f]{8}$/.test(name)
}

/** What is kept of a job beside its parts. */
export type About = z.infer<typeof aboutSchema>

export async function writeAbout(
  folder: string,
  { what, title, by, at, task, matter, ofRegister }: About,
): Promise<void> {
  const about = { what, title, by, at, task, matter, ofRegister }
  await writeWhole(join(folder, 'job.json'), JSON.stringify(about), owned)
}

/** @throws NoSuchJob where the folder is none of a job */
export async function readAbout(folder: string): Promise<About> {
  const words = await readFile(join(folder, 'job.json'), 'utf8').catch(() => {
    throw new NoSuchJob()
  })
  return aboutSchema.parse(JSON.parse(words))
}

type Status = z.infer<typeof statusSchema>

const endings = { given: 'given.json', status: 'status.json', results: 'results.jsonl', file: 'file' }

function fileOf(folder: string, part: number, what: keyof typeof endings): string {
  return join(folder, `part-${String(part).padStart(6, '0')}.${endings[what]}`)
}

/** Keeps what a part is to do. */
export async function writeGiven(
  folder: string,
  part: number,
  first: number,
  { things, file }: AskedPart,
): Promise<void> {
  if (file) await writeWhole(fileOf(folder, part, 'file'), file, owned)
  await writeWhole(fileOf(folder, part, 'given'), JSON.stringify({ first, things }), owned)
  const to = first + things.length - 1
  await writeStatus(folder, { part, from: first, to, state: 'waiting', attempts: 0, failures: 0, failed: 0 })
}

/** @throws NoSuchJob where the job was removed */
export async function readGiven(folder: string, part: number): Promise<z.infer<typeof givenSchema>> {
  return givenSchema.parse(JSON.parse(await wordsOfPart(folder, part, 'given')))
}

/** How many bytes the files of a job's parts have. */
export async function bytesGiven(folder: string): Promise<number> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(`.${endings.file}`))
  const sizes = await Promise.all(files.map(async (name) => (await stat(join(folder, name))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** The file that a part is of, where it is of one. */
export async function readGivenFile(folder: string, part: number): Promise<Uint8Array | undefined> {
  return readFile(fileOf(folder, part, 'file')).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  })
}

export async function writeStatus(folder: string, { part, ...status }: JobPart): Promise<void> {
  await writeWhole(fileOf(folder, part, 'status'), JSON.stringify(status), owned)
}

/** @throws NoSuchJob where the job was removed */
export async function readStatus(folder: string, part: number): Promise<JobPart> {
  const status = statusSchema.parse(JSON.parse(await wordsOfPart(folder, part, 'status')))
  return { part, ...withoutUndefined(status) }
}

/** How far each part is. @throws NoSuchJob where the folder is none of a job */
export async function readStatuses(folder: string): Promise<JobPart[]> {
  const names = await readdir(folder).catch(() => {
    throw new NoSuchJob()
  })
  const parts = names.flatMap((name) => {
    const [, number] = /^part-(\d+)\.status\.json$/.exec(name) ?? []
    return number === undefined ? [] : [Number(number)]
  })
  return Promise.all(parts.sort((one, other) => one - other).map((part) => readStatus(folder, part)))
}

export async function writeResults(
  folder: string,
  part: number,
  results: readonly ThingResult[],
): Promise<void> {
  const lines = results.map(({ content, ...result }) =>
    JSON.stringify({ ...result, ...(content && { content: Buffer.from(content).toString('base64') }) }),
  )
  await writeWhole(fileOf(folder, part, 'results'), `${lines.join('\n')}\n`, owned)
}

/** Another whenever the results of a part are others; empty as long as there are none. */
export async function resultsStamp(folder: string, part: number): Promise<string> {
  const found = await stat(fileOf(folder, part, 'results')).catch(() => undefined)
  return found === undefined ? '' : `${found.ino} ${found.mtimeMs} ${found.size}`
}

/** What came of the things of a part, in their order; nothing as long as it is not done. */
export async function readResults(folder: string, part: number): Promise<ThingResult[]> {
  const results: ThingResult[] = []
  const stream = createReadStream(fileOf(folder, part, 'results'), 'utf8')
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      const { content, ...result } = resultSchema.parse(JSON.parse(line))
      results.push({
        ...result,
        ...(content !== undefined && { content: Buffer.from(content, 'base64') }),
      })
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  return results
}

/** A job is removed with one stroke, at any time: whoever was about to read a part of it finds none. */
function wordsOfPart(folder: string, part: number, what: 'given' | 'status'): Promise<string> {
  return readFile(fileOf(folder, part, what), 'utf8').catch((error: unknown) => {
    throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new NoSuchJob() : error
  })
}

function withoutUndefined({ worker, begun, reason, ...status }: Status): Omit<JobPart, 'part'> {
  return {
    ...status,
    ...(worker !== undefined && { worker }),
    ...(begun !== undefined && { begun }),
    ...(reason !== undefined && { reason }),
  }
}
