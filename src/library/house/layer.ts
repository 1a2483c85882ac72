import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../../problem.ts'
import { byOrder } from '../by-order.ts'
import { readFlowDowns, readPositions, readRisks } from '../drafting.ts'
import { fillFigures, hasFigures } from '../fill-figures.ts'
import { inheritPosition } from '../inherit-positions.ts'
import { readerOf } from '../reading.ts'
import { renumberedSchema } from '../schema/renumbered.ts'
import type { LicenseFiles } from '../terms.ts'
import type { FlowDown, Library } from '../types.ts'
import { withParts } from '../with-parts.ts'
import { readHouseFiles } from './files.ts'
import { layered } from './layered.ts'
import { readHouse, withSettings } from './settings.ts'
import type { HousePlace } from './types.ts'

/**
 * A library with a house over it. Of the library only those files are read again that the house changes.
 *
 * @param folder the library's own
 * @throws Problem with layer, file and line of the first thing that is wrong in the house
 */
export async function withHouse(library: Library, folder: string, place: HousePlace): Promise<Library> {
  const files = await readHouseFiles(place)
  const under = await underFiles(folder, [...files.files.keys()])
  const reader = readerOf(layered({ folder, files: under }, files))
  const read = readHouse(files, reader.problems)
  const kinds = { vendorKinds: library.vendorKinds, vendorTraits: library.vendorTraits }
  const lines = { licenses: library.licenses, files: await renumberedIn(folder, library) }
  const positions = readPositions(reader, kinds).map((one) => inheritPosition(one, lines))
  const flowDowns = readFlowDowns(reader, kinds, library.flowDowns)
  const risks = readRisks(reader, kinds)
  const over = withParts(library, {
    ...(positions.length > 0 && {
      positions: new Map([...library.positions, ...byId(positions.map((one) => fillFigures(one)))]),
      unfilled: new Map([...library.unfilled, ...byId(positions.filter(hasFigures))]),
    }),
    ...(flowDowns.length > 0 && { flowDowns: inOrder([...library.flowDowns, ...byId(flowDowns)]) }),
    ...(risks.length > 0 && { risks: new Map([...library.risks, ...byId(risks)]) }),
  })
  const settled = read && withSettings(over, read, reader.problems)
  const [first] = [...files.problems, ...reader.problems]
  if (first) throw inLayer(first, read?.house.name ?? place.shown ?? place.folder)
  // Without a problem there is a house.
  return settled!
}

/** A problem of a house, told as such. */
function inLayer({ rule, message, place }: Problem, house: string): Problem {
  return new Problem(rule, message, { ...place, layer: `house ${house}` })
}

/** The library's own files of some paths, as far as it has them. */
async function underFiles(folder: string, paths: string[]): Promise<Map<string, string>> {
  const read = await Promise.all(
    paths
      .filter((path) => path.endsWith('.md'))
      .map(
        async (path): Promise<[string, string | undefined]> => [
          path,
          await readFile(join(folder, path), 'utf8').catch(() => undefined),
        ],
      ),
  )
  return new Map(read.filter((one): one is [string, string] => one[1] !== undefined))
}

/** How the licenses number what they inherit. */
async function renumberedIn(
  folder: string,
  { licenses }: Library,
): Promise<Map<string, Pick<LicenseFiles, 'renumbered'>>> {
  const files = await Promise.all(
    [...licenses.keys()].map(async (id): Promise<[string, string]> => {
      const path = `licenses/${id}/renumbered.yaml`
      return [path, await readFile(join(folder, path), 'utf8').catch(() => '{}')]
    }),
  )
  const reader = readerOf({ folder, files: new Map(files) })
  return new Map(
    [...licenses.keys()].map((id) => [
      id,
      { renumbered: reader.yaml(`licenses/${id}/renumbered.yaml`, renumberedSchema)?.data ?? {} },
    ]),
  )
}

function inOrder(flowDowns: [string, FlowDown][]): Map<string, FlowDown> {
  return new Map([...new Map(flowDowns)].sort(([, a], [, b]) => byOrder(a, b)))
}

function byId<T extends { id: string }>(items: T[]): [string, T][] {
  return items.map((item) => [item.id, item])
}
