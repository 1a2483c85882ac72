import { mkdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Library } from '../library/index.ts'
import { Problem } from '../problem.ts'
import {
  openRegister,
  openViews,
  type Register,
  titleInYaml,
  type Views as VendorViews,
  viewTitleIn,
} from '../register/index.ts'
import { type Links, openLinks } from '../register/links.ts'
import { openFileLinks, openFileStore, type Store, type TeamStore } from '../store/index.ts'
import { openTexts, type TextStore } from '../texts/index.ts'
import { type Assets, loadAssets } from './assets.ts'
import { type Batches, openBatches } from './batches.ts'
import { dealsInFolder, dealsInRows } from './deal-shelf.ts'
import { type Deals, openDeals, openKnownDeals } from './deals.ts'
import { type DealAnswer, type DroppedDeal, openDealAnswers, openDroppedDeals } from './dropped-deals.ts'
import { type Houses, openHouses } from './houses.ts'
import type { Kept } from './kept.ts'
import { type Comparisons, openComparisons } from './made-comparisons.ts'
import { openPages, type PageCache } from './page-cache.ts'
import { type KeptReview, openReviews } from './reviews.ts'
import { type Issuer, openIssuer } from './security/sign-on/issuer.ts'
import { allShown, type ShownTo, shownByPerson } from './shown.ts'
import { isForEverybody, type SignOn } from './sign-on.ts'
import { openUnderWay, type UnderWay } from './under-way.ts'
import { openUploads, type Uploads } from './uploads.ts'
import { type AskedTable, openTables, type ReadTable } from './vendor-tables.ts'
import { loadViews, type Views } from './views.ts'
import { openCommands } from './work/own-command.ts'
import { openWorkshop, type Workshop } from './work/workshop.ts'

/** How the pages are served. */
export interface SiteOptions {
  /** Whether only this machine can reach the server; then only its own names are answered. */
  local: boolean
  /** Whoever reaches the server must know it. */
  token?: string
  /** Whether those who come in are told apart: each by his role, and to each what is shared with him. */
  people: boolean
  /** A request header in which a company's sign-on proxy names the user; it must be there. */
  trustProxyUser?: string
  /** The company's sign-on, where people are sent to it from here; needs `publicUrl`. */
  oidc?: SignOn
  /** The address that people open where a proxy stands in front: `https://clausebook.example`. */
  publicUrl?: string
  /** Where the official texts are; by default where the command line keeps them. */
  textsFolder?: string
  /** The folder in which matters are kept; without it none is. */
  matters?: string
  /** The address of the database of a team, in place of the folder of matters; never to be told. */
  database?: string
  /** The folder in which deals are kept; without it they are rows of the database, or none is. */
  deals?: string
  /** The folder of the register of vendors; a database has one of its own. */
  register?: string
  /** Whether vendors may answer by links, which need no sign-in. */
  vendorLinks: boolean
  /** Requests that may be made by one link, and from one address by any, in a minute. */
  answersPerMinute: number
  /** Folder of the house of every matter that names none. */
  house?: string
  /** Folder of the houses that a matter may name. */
  houses?: string
  /** Whether the network may never be asked for official texts. */
  offline: boolean
  /** Whether a device keeps what is typed into a form. */
  autosave: boolean
  /** Failed attempts to sign in that one address may make in a minute. */
  signInsPerMinute: number
  /** Requests that one session, user or address may make in a minute. */
  perMinute: number
  /** Requests that make the server work (uploads, drafts, fetching), in a minute. */
  workPerMinute: number
  /** Longest time that a comparison or draft of somebody's file may take, in milliseconds. */
  workTime: number
  /** How long a request waits for work before it goes on to the page of its steps, in milliseconds. */
  soon: number
  /** Largest file that is taken, in bytes. */
  largestUpload: number
}

export const defaultOptions: SiteOptions = {
  local: true,
  people: false,
  offline: false,
  autosave: true,
  vendorLinks: false,
  answersPerMinute: 30,
  signInsPerMinute: 10,
  perMinute: 600,
  workPerMinute: 120,
  workTime: 10_000,
  soon: Number.POSITIVE_INFINITY,
  largestUpload: 20 * 1024 * 1024,
}

/** What every route works with. */
export interface Site {
  /** The library of every matter that names no house. */
  library: Library
  houses: Houses
  texts: TextStore
  views: Views
  assets: Assets
  /** What is kept, as whoever asks may see it. */
  shownTo: ShownTo
  /** Links by which vendors answer, where the server has them. */
  links: Links | undefined
  /** Tables that were read for the register and are not kept yet. */
  tables: Kept<ReadTable | AskedTable>
  /** Drafts for many vendors at once, where the server keeps jobs. */
  batches: Batches | undefined
  /** Whether other processes work on the jobs. */
  hasWorkers: boolean
  comparisons: Comparisons
  pages: PageCache
  /** Digests of the official texts, as they were a moment ago. */
  versions: Map<string, { sha256: string; until: number }>
  uploads: Uploads
  reviews: Kept<KeptReview>
  /** Deals whose files were dropped in, and answers to any. */
  droppedDeals: Kept<DroppedDeal>
  dealAnswers: Kept<DealAnswer>
  /** Work that may outlast a request. */
  underWay: UnderWay
  workshop: Workshop
  options: SiteOptions
  /** Whether the server takes new requests: not while it ends. */
  ready: boolean
}

/** A site with all that it keeps, which no route has: what a route shows it is handed by `shownTo`. */
export interface WholeSite extends Site {
  /** The matters that are kept, where the server keeps any. */
  store: Store | undefined
  /** The register of vendors, where the server has one. */
  register: Register | undefined
  /** The database of a team, where the server has one. */
  database: TeamStore | undefined
  /** The company's sign-on, where people are sent to it from here. */
  issuer: Issuer | undefined
}

/**
 * Loads all that the pages need.
 *
 * @throws Problem where the library has a mistake
 */
export async function openSite(options: Partial<SiteOptions> = {}): Promise<WholeSite> {
  const whole = { ...defaultOptions, ...options }
  const issuer = issuerOf(whole)
  const houses = openHouses(whole)
  const database = await databaseOf(whole)
  const store = database ?? (whole.matters === undefined ? undefined : await openFileStore(whole.matters))
  const [library, assets] = await Promise.all([houses.library(), loadAssets()])
  const register = await registerOf(whole, database)
  return {
    library,
    houses,
    assets,
    texts: openTexts(library.licenses, whole.textsFolder),
    views: await loadViews(assets),
    store,
    batches: store && openBatches(store, database !== undefined, whole),
    register,
    shownTo: await shownIn(whole, { store, database, register, views: viewsOf(whole, database) }),
    links: await linksOf(whole, database),
    tables: openTables(),
    database,
    issuer,
    hasWorkers: database !== undefined,
    comparisons: openComparisons(),
    pages: openPages(),
    versions: new Map(),
    uploads: openUploads(),
    reviews: openReviews(),
    droppedDeals: openDroppedDeals(),
    dealAnswers: openDealAnswers(),
    underWay: openUnderWay(whole.soon),
    workshop: await openWorkshop(whole.workTime, whole),
    options: whole,
    ready: true,
  }
}

/** @throws Problem where people are to be told apart, and what is kept has one audience */
async function shownIn(
  options: SiteOptions,
  {
    store,
    database,
    ...company
  }: Pick<WholeSite, 'store' | 'database' | 'register'> & { views: VendorViews | undefined },
): Promise<ShownTo> {
  if (!options.people)
    return allShown({
      store,
      ...company,
      ...(database && { drafts: database.drafts }),
      deals: await dealsIn(options, database),
    })
  const namesPeople = options.trustProxyUser !== undefined || options.oidc !== undefined
  if (options.token !== undefined || !namesPeople)
    throw new Problem(
      'people',
      '--people needs a sign-on that says who somebody is, such as --trust-proxy-user HEADER or --oidc-issuer ADDRESS: with a token everybody says it of themselves',
    )
  if (!database || options.deals !== undefined)
    throw new Problem(
      'people',
      '--people needs a database, and no --matters, --register or --deals beside it: a folder is for everybody whom the server lets in',
    )
  const commands = openCommands(options.workTime, options)
  const known = openKnownDeals()
  return shownByPerson(database, company, (shelf) => openDeals(shelf, commands, known))
}

/** @throws Problem where people are let in by something else too, or by a sign-on that lets in everybody */
function issuerOf({ oidc, token, trustProxyUser, publicUrl, people }: SiteOptions): Issuer | undefined {
  if (!oidc) return undefined
  const other = trustProxyUser === undefined ? token && 'a token' : '--trust-proxy-user'
  if (other !== undefined)
    throw new Problem('sign-on', `--oidc-issuer and ${other} are two ways in: leave out the one or the other`)
  if (publicUrl === undefined)
    throw new Problem(
      'sign-on',
      '--oidc-issuer needs --public-url ADDRESS, which is where the sign-on sends people back to',
    )
  if (isForEverybody(oidc.issuer) && !people)
    throw new Problem(
      'sign-on',
      `anybody can have an account at ${new URL(oidc.issuer).host}: say with --people who of them comes in`,
    )
  return openIssuer(oidc, publicUrl)
}

async function databaseOf({ database }: SiteOptions): Promise<TeamStore | undefined> {
  if (database === undefined) return undefined
  const { openPostgresStore } = await import('../store/postgres.ts')
  return openPostgresStore(database, { vendorTitleOf: titleInYaml, viewTitleOf: viewTitleIn })
}

async function registerOf(
  { register: folder }: SiteOptions,
  database: TeamStore | undefined,
): Promise<Register | undefined> {
  if (database) return openRegister(database.vendors)
  if (folder === undefined) return undefined
  await requireFolderNamed('register', folder)
  const { matters } = await openFileStore(folder, { titleOf: titleInYaml })
  return openRegister(matters)
}

async function linksOf(
  { vendorLinks, register: folder }: SiteOptions,
  database: TeamStore | undefined,
): Promise<Links | undefined> {
  if (!vendorLinks) return undefined
  if (!database && folder === undefined)
    throw new Problem('serve', '--vendor-links goes with a register: give --register FOLDER, or a database')
  return openLinks(database?.links ?? (await openFileLinks(folder!)), () => new Date())
}

/** The views of a register that is a folder are a folder in it, which is there once one is kept. */
function viewsOf(
  { register: folder }: SiteOptions,
  database: TeamStore | undefined,
): VendorViews | undefined {
  if (database) return openViews(async () => database.views)
  if (folder === undefined) return undefined
  const views = join(folder, 'views')
  let opened: ReturnType<typeof openFileStore> | undefined
  return openViews(async (make) => {
    if (!opened) {
      if (make) await mkdir(views, { recursive: true, mode: 0o700 })
      else if (!(await stat(views).catch(() => undefined))?.isDirectory()) return undefined
      opened = openFileStore(views, { titleOf: viewTitleIn })
    }
    return (await opened).matters
  })
}

async function dealsIn(
  { database: address, ...options }: SiteOptions,
  database: TeamStore | undefined,
): Promise<Deals | undefined> {
  const { deals: folder, workTime } = options
  if (folder !== undefined) {
    await requireFolderNamed('deals', folder)
    return openDeals(dealsInFolder(resolve(folder)), openCommands(workTime, options))
  }
  if (!database) return undefined
  return openDeals(
    dealsInRows(database.deals, database.place),
    openCommands(workTime, { ...options, database: address }),
  )
}

/** @param option by which it was named */
async function requireFolderNamed(option: 'deals' | 'register', folder: string): Promise<void> {
  if ((await stat(folder).catch(() => undefined))?.isDirectory()) return
  throw new Problem(option, `is no folder: make it first, or name another with --${option}`, { file: folder })
}
