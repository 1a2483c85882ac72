import { relative, sep } from 'node:path'
import type { Problem } from '../problem.ts'
import type { LibraryFolder } from './folder.ts'

/**
 * The files of a library without the licenses that somebody has begun and not finished: those with a `TODO` left in a
 * file that therefore is wrong, and those that extend them. What is left to do in them is for the check to tell, and
 * keeps nobody from the rest of the library.
 *
 * @param problems what is wrong in the files
 * @returns undefined where no license is to be left out
 */
export function withoutUnfinished(
  { folder, files }: LibraryFolder,
  problems: readonly Problem[],
): LibraryFolder | undefined {
  const wrong = new Set(
    problems.flatMap(({ place: { file } }) =>
      file === undefined ? [] : [licenseOf(relative(folder, file))],
    ),
  )
  const begun = new Set(
    [...files].flatMap(([path, content]) => {
      const license = licenseOf(path)
      return license !== undefined && wrong.has(license) && /\bTODO\b/.test(content) ? [license] : []
    }),
  )
  if (begun.size === 0) return undefined
  for (const [path, content] of files) {
    const parent = path.endsWith('/license.yaml') ? /^extends: *(\S+)/m.exec(content)?.[1] : undefined
    const heir = licenseOf(path)
    if (parent !== undefined && heir !== undefined && begun.has(parent)) begun.add(heir)
  }
  return {
    folder,
    files: new Map([...files].filter(([path]) => !begun.has(licenseOf(path) ?? ''))),
  }
}

function licenseOf(path: string): string | undefined {
  return /^licenses\/([^/]+)\//.exec(path.split(sep).join('/'))?.[1]
}
