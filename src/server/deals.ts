import { lstat, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type DealRecord, type DealStatus, readDeal } from '../deal/index.ts'
import { unwritable } from '../files/index.ts'
import type { DealFileFormat } from '../formats.ts'
import { Problem } from '../problem.ts'
import { boundedCache } from './cache.ts'
import { Refusal } from './refusal.ts'
import type { Upload } from './uploads.ts'
import type { Commands } from './work/own-command.ts'
import type { Client } from './work/workshop.ts'

/** Deals that are kept in a folder, each read and written by the commands of `clausebook round`, with their locks and digests. */
export interface Deals {
  list(): Promise<ListedDeal[]>
  /** @throws Refusal 404 where there is none of the name */
  status(name: string, client?: Client): Promise<DealStatus>
  /** The issues list as a file. */
  file(name: string, format: DealFileFormat, client?: Client): Promise<Uint8Array>
  /** What was sent in a round, as it left. */
  sent(name: string, round: number): Promise<Upload>
  /** @throws Problem where the name is taken, or the file is none of the matter's papers */
  open(opening: OpeningDeal, client?: Client): Promise<void>
  add(name: string, returned: Upload, turn: { by: string; on: string }, client?: Client): Promise<void>
  /** Takes back what came back last, while it is not answered. */
  undo(name: string, by: string, client?: Client): Promise<void>
  /** Makes the next round. @returns what a person should know of it */
  answer(name: string, answer: DealAnswering, client?: Client): Promise<string[]>
  approve(name: string, by: string, client?: Client): Promise<void>
}

/** A deal in a list. */
export interface ListedDeal {
  name: string
  vendor?: string
  rounds?: number
  /** The last day on which something was sent or came back. */
  on?: string
  /** Whether the last round has come back. */
  back?: boolean
  /** Why it cannot be read. */
  wrong?: string
}

/** What is taken and struck in an answer: points of ours, and new asks of theirs. */
export interface DealAnswering {
  accept: string[]
  refuse: string[]
  author: string
}

/** What a new deal begins with. */
export interface OpeningDeal {
  name: string
  sent: Upload
  /** As YAML. */
  matter: string
  vendor: string
  owner: string
  on: string
}

/** The most that is read of a `deal.yaml`, in bytes. */
const largest = 1_000_000

/** @param folder that the server was given */
export function openDeals(folder: string, commands: Commands): Deals {
  const known = boundedCache<DealStatus>(64 * 1024 * 1024)

  async function recordOf(name: string): Promise<{ path: string; yaml: string; record: DealRecord }> {
    const path = await pathOf(name)
    const file = join(path, 'deal.yaml')
    const yaml = await readFile(file, 'utf8')
    return { path, yaml, record: readDeal(yaml, 'deal.yaml') }
  }

  /** A name is that of a folder right here: no link, no path, nothing hidden. */
  async function pathOf(name: string): Promise<string> {
    const path = join(folder, name)
    if (isDealName(name)) {
      const [own, record] = await Promise.all(
        [path, join(path, 'deal.yaml')].map((one) => lstat(one).catch(() => undefined)),
      )
      if (own?.isDirectory() && record?.isFile() && record.size <= largest) return path
    }
    throw new Refusal(404, 'no-such-deal', 'there is no such deal: the list of deals tells which are there')
  }

  async function inWorkshop<T>(upload: Upload, work: (file: string) => Promise<T>): Promise<T> {
    const workshop = await mkdtemp(join(tmpdir(), 'clausebook-'))
    try {
      const file = join(workshop, /^\.+$/.test(upload.file) ? 'file' : upload.file)
      await writeFile(file, upload.bytes, { mode: 0o600 })
      return await work(file)
    } catch (error) {
      // What is wrong with a file is told by its name alone.
      if (!(error instanceof Problem) || error instanceof Refusal) throw error
      throw new Problem(error.rule, error.message.replaceAll(`${workshop}/`, ''), error.place)
    } finally {
      await rm(workshop, { recursive: true, force: true })
    }
  }

  /** A problem of a deal says where it is by the name of the deal, and not by where the server has it. */
  async function told<T>(work: Promise<T>): Promise<T> {
    try {
      return await work
    } catch (error) {
      if (!(error instanceof Problem) || error instanceof Refusal) throw error
      throw new Problem(error.rule, error.message.replaceAll(`${folder}/`, ''), error.place)
    }
  }

  return {
    async list() {
      const names = (await readdir(folder)).filter(isDealName).sort()
      const found = await Promise.all(
        names.map(async (name): Promise<ListedDeal[]> => {
          try {
            const { record } = await recordOf(name)
            const last = record.rounds.at(-1)!
            return [
              {
                name,
                ...(record.vendor !== undefined && { vendor: record.vendor }),
                rounds: record.rounds.length,
                on: last.returned?.on ?? last.sent.on,
                back: last.returned !== undefined,
              },
            ]
          } catch (error) {
            if (error instanceof Refusal) return []
            if (error instanceof Problem) return [{ name, wrong: error.toString() }]
            throw error
          }
        }),
      )
      return found.flat()
    },
    async status(name, client) {
      const { path, yaml, record } = await recordOf(name)
      const matter =
        record.matter === undefined
          ? undefined
          : await stat(resolve(path, record.matter)).catch(() => undefined)
      const key = JSON.stringify([name, yaml, matter?.mtimeMs])
      const had = known.get(key)
      if (had) return had
      const { stdout } = await told(commands.run(['round', 'status', '--format', 'json', '--', path], client))
      // Our own command writes it: see deal/report/data.ts.
      const status = JSON.parse(stdout.toString('utf8')) as DealStatus
      known.set(key, status, 4 * stdout.length)
      return status
    },
    async file(name, format, client) {
      const args = ['round', 'status', '--format', format, '--output', '-', '--', await pathOf(name)]
      return (await told(commands.run(args, client))).stdout
    },
    async sent(name, round) {
      const { path, record } = await recordOf(name)
      const turn = record.rounds[round - 1]?.sent
      const file = turn && join(path, turn.file)
      if (!file || !(await lstat(file).catch(() => undefined))?.isFile())
        throw new Refusal(404, 'no-such-round', 'the deal has no such round')
      return { file: turn.name, bytes: await readFile(file) }
    },
    async open({ name, sent, matter, vendor, owner, on }, client) {
      if (!isDealName(name))
        throw new Problem('name', 'a deal is named by letters, digits, spaces, points and hyphens')
      const path = join(folder, name)
      const beside = join(folder, `${name}.matter.yaml`)
      const taken = () => new Problem('name-taken', `there is a deal ${name} already: choose another name`)
      if (await lstat(path).catch(() => undefined)) throw taken()
      // Of two who choose one name at the same time one alone can make it.
      await writeFile(beside, matter, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'EEXIST' ? taken() : unwritable(beside, error)
      })
      try {
        await told(
          inWorkshop(sent, (file) =>
            commands.run(
              [
                ...['round', 'open', '--matter', beside, `--date=${on}`],
                ...(vendor === '' ? [] : [`--vendor=${vendor}`]),
                ...(owner === '' ? [] : [`--owner=${owner}`]),
                ...['--', path, file],
              ],
              client,
            ),
          ),
        )
      } catch (error) {
        if (!(await lstat(path).catch(() => undefined))) await rm(beside, { force: true })
        throw error
      }
    },
    async add(name, returned, { by, on }, client) {
      const path = await pathOf(name)
      await told(
        inWorkshop(returned, (file) =>
          commands.run(
            [
              ...['round', 'add', '--format', 'json', `--date=${on}`],
              ...(by === '' ? [] : [`--by=${by}`]),
              ...['--', path, file],
            ],
            client,
          ),
        ),
      )
    },
    async undo(name, by, client) {
      const path = await pathOf(name)
      await told(commands.run(['round', 'undo', ...(by === '' ? [] : [`--by=${by}`]), '--', path], client))
    },
    async answer(name, { accept, refuse, author }, client) {
      const path = await pathOf(name)
      const round = (await recordOf(name)).record.rounds.length + 1
      const workshop = await mkdtemp(join(tmpdir(), 'clausebook-'))
      try {
        const { told: lines } = await told(
          commands.run(
            [
              ...['round', 'answer', '--output', join(workshop, `${name}-${round}.docx`)],
              ...accept.map((point) => `--accept=${point}`),
              ...refuse.map((id) => `--refuse=${id}`),
              ...(author === '' ? [] : [`--author=${author}`]),
              ...['--', path],
            ],
            client,
          ),
        )
        return lines
      } finally {
        await rm(workshop, { recursive: true, force: true })
      }
    },
    async approve(name, by, client) {
      await told(commands.run(['round', 'answer', `--approve=${by}`, '--', await pathOf(name)], client))
    },
  }
}

/** Whether a word may name a deal of the folder: a plain name, on one line, of no file of ours. */
export function isDealName(name: string): boolean {
  return /^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]{0,98}[\p{L}\p{N}])?$/u.test(name) && !name.endsWith('.yaml')
}
