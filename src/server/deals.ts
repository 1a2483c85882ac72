import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DealGlance, type DealStatus, dealGlance, readDeal } from '../deal/index.ts'
import type { DealFileFormat } from '../formats.ts'
import { Problem } from '../problem.ts'
import { isDealName } from '../store/index.ts'
import { boundedCache } from './cache.ts'
import type { DealShelf, LookedDeal } from './deal-shelf.ts'
import { Refusal } from './refusal.ts'
import type { Upload } from './uploads.ts'
import type { Commands } from './work/own-command.ts'
import type { Client } from './work/workshop.ts'

/** Deals that are kept, each read and written by the commands of `clausebook round`, with their locks and digests. */
export interface Deals {
  /** Whether whoever asks may open deals and answer in them, and not only read those that he sees. */
  mayChange: boolean
  /** Before more is read of a deal that is to be changed. @throws Refusal 403 for who only reads deals, 404 where there is none */
  requireChange(name: string): Promise<void>
  list(): Promise<ListedDeal[]>
  /** @throws Refusal 404 where there is none of the name */
  status(name: string, client?: Client): Promise<DealStatus>
  /** The issues list as a file. */
  file(name: string, format: DealFileFormat, client?: Client): Promise<Uint8Array>
  /** What was sent in a round, as it left. */
  sent(name: string, round: number): Promise<Upload>
  /** @throws Problem where the name is taken, or the file is none of the matter's papers; Refusal 403 for who only reads deals, as of what follows */
  open(opening: OpeningDeal, client?: Client): Promise<void>
  add(name: string, returned: Upload, turn: { by: string; on: string }, client?: Client): Promise<void>
  /** Takes back what came back last, while it is not answered. */
  undo(name: string, by: string, client?: Client): Promise<void>
  /** Makes the next round. @returns what a person should know of it */
  answer(name: string, answer: DealAnswering, client?: Client): Promise<string[]>
  /**
   * @param seen what waited where it was looked at, as `waitingWord` names it
   * @throws Refusal 403 where whoever asks is not counsel
   * @throws Problem where something else waits now
   */
  approve(name: string, by: string, seen: string, client?: Client): Promise<void>
}

/** A deal in a list. */
export interface ListedDeal extends Partial<DealGlance> {
  name: string
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
  /** As YAML, and its name where it is one of the store. */
  matter: { yaml: string; name?: string }
  vendor: string
  owner: string
  on: string
}

/** Where deals stand, by their name and stamp, so that each is read once. */
export type KnownDeals = ReturnType<typeof openKnownDeals>

export function openKnownDeals() {
  return boundedCache<DealStatus>(64 * 1024 * 1024)
}

/**
 * @param shelf where they are kept
 * @param known those that were read, where several share it
 */
export function openDeals(shelf: DealShelf, commands: Commands, known: KnownDeals = openKnownDeals()): Deals {
  async function look(name: string): Promise<LookedDeal> {
    const found = isDealName(name) ? await shelf.look(name) : undefined
    if (found) return found
    throw new Refusal(404, 'no-such-deal', 'there is no such deal: the list of deals tells which are there')
  }

  /** One that whoever asks may change, and not only read. */
  async function lookToChange(name: string): Promise<LookedDeal> {
    const found = await look(name)
    requireChange()
    return found
  }

  function requireChange(): void {
    if (!shelf.mayChange)
      throw new Refusal(
        403,
        'role',
        'deals are for drafters and counsel to open and to answer: ask one of them',
      )
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
      throw new Problem(error.rule, error.message.replaceAll(...shelf.own), error.place)
    }
  }

  return {
    mayChange: shelf.mayChange,
    requireChange: async (name) => void (await lookToChange(name)),
    async list() {
      return (await shelf.list()).map(({ name, yaml }): ListedDeal => {
        try {
          return { name, ...dealGlance(readDeal(yaml, 'deal.yaml')) }
        } catch (error) {
          if (error instanceof Problem) return { name, wrong: error.toString() }
          throw error
        }
      })
    },
    async status(name, client) {
      const { deal, stamp } = await look(name)
      const key = JSON.stringify([name, stamp])
      const had = known.get(key)
      if (had) return had
      const { stdout } = await told(commands.run(['round', 'status', '--format', 'json', '--', deal], client))
      // Our own command writes it: see deal/report/data.ts.
      const status = JSON.parse(stdout.toString('utf8')) as DealStatus
      known.set(key, status, 4 * stdout.length)
      return status
    },
    async file(name, format, client) {
      const { deal } = await look(name)
      const args = ['round', 'status', '--format', format, '--output', '-', '--', deal]
      return (await told(commands.run(args, client))).stdout
    },
    async sent(name, round) {
      const { yaml } = await look(name)
      const turn = readDeal(yaml, 'deal.yaml').rounds[round - 1]?.sent
      const bytes = turn && (await shelf.file(name, turn.file))
      if (!bytes) throw new Refusal(404, 'no-such-round', 'the deal has no such round')
      return { file: turn.name, bytes }
    },
    async open({ name, sent, matter, vendor, owner, on }, client) {
      requireChange()
      if (!isDealName(name))
        throw new Problem('name', 'a deal is named by letters, digits, spaces, points and hyphens')
      await told(
        shelf.begin(name, matter, (deal, given) =>
          inWorkshop(sent, async (file) => {
            const about = 'named' in given ? given.named : `${file}.matter.yaml`
            if ('yaml' in given) await writeFile(about, given.yaml, { mode: 0o600 })
            await commands.run(
              [
                ...['round', 'open', '--matter', about, `--date=${on}`],
                ...(vendor === '' ? [] : [`--vendor=${vendor}`]),
                ...(owner === '' ? [] : [`--owner=${owner}`]),
                ...['--', deal, file],
              ],
              client,
            )
          }),
        ),
      )
    },
    async add(name, returned, { by, on }, client) {
      const { deal } = await lookToChange(name)
      await told(
        inWorkshop(returned, (file) =>
          commands.run(
            [
              ...['round', 'add', '--format', 'json', `--date=${on}`],
              ...(by === '' ? [] : [`--by=${by}`]),
              ...['--', deal, file],
            ],
            client,
          ),
        ),
      )
    },
    async undo(name, by, client) {
      const { deal } = await lookToChange(name)
      await told(commands.run(['round', 'undo', ...(by === '' ? [] : [`--by=${by}`]), '--', deal], client))
    },
    async answer(name, { accept, refuse, author }, client) {
      const { deal, yaml } = await lookToChange(name)
      const round = readDeal(yaml, 'deal.yaml').rounds.length + 1
      const workshop = await mkdtemp(join(tmpdir(), 'clausebook-'))
      try {
        const { told: lines } = await told(
          commands.run(
            [
              ...['round', 'answer', '--output', join(workshop, `${name}-${round}.docx`)],
              ...accept.map((point) => `--accept=${point}`),
              ...refuse.map((id) => `--refuse=${id}`),
              ...(author === '' ? [] : [`--author=${author}`]),
              ...['--', deal],
            ],
            client,
          ),
        )
        return lines
      } finally {
        await rm(workshop, { recursive: true, force: true })
      }
    },
    async approve(name, by, seen, client) {
      const { deal } = await lookToChange(name)
      if (!shelf.mayApprove)
        throw new Refusal(
          403,
          'role',
          'an approval is for counsel to write down: ask counsel who see this deal',
        )
      const args = ['round', 'answer', `--approve=${by}`, `--approving=${seen}`, '--', deal]
      await told(commands.run(args, client))
    },
  }
}
