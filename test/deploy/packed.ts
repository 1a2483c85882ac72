import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { packageRoot } from '../../src/home.ts'

/** `nobody`, where this user may start a program as another one; nothing where he may not. */
export const nobody =
  process.getuid?.() === 0 &&
  spawnSync(process.execPath, ['--version'], { uid: 65_534, gid: 65_534, cwd: '/' }).status === 0
    ? { uid: 65_534, gid: 65_534 }
    : {}

/** Packs the package as it is built now and unpacks it, so that nobody may write to it. */
export function unpack(folder: string): { program: string } {
  const packed = ['pack', '--ignore-scripts', '--offline', '--pack-destination', folder]
  execFileSync('npm', packed, { cwd: packageRoot(), stdio: 'pipe' })
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'))
  execFileSync('tar', ['-xzf', join(folder, tarball!), '--no-same-owner', '-C', folder])
  execFileSync('chmod', ['-R', 'a-w,a+rX', join(folder, 'package')])
  chmodSync(folder, 0o755)
  return { program: join(folder, 'package', 'dist', 'clausebook.js') }
}

/** A folder for nobody alone. */
export function ownFolder(path: string): string {
  mkdirSync(dirname(path), { mode: 0o755, recursive: true })
  mkdirSync(path, { mode: 0o700 })
  if (nobody.uid !== undefined) chownSync(path, nobody.uid, nobody.gid)
  return path
}
