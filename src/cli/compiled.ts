import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Script } from 'node:vm'

/** A file of the program that is loaded. */
interface Loaded {
  script: Script
  exports: object
}

type Body = (
  module: { exports: object },
  exports: object,
  require: (name: string) => unknown,
  file: string,
  open: (name: string) => Promise<unknown>,
) => void

/** The program's own files, one loaded when another asks for it. */
export interface Program {
  require(name: string): unknown
  /** What each file compiled to, with all functions that ran so far, by the file's name. */
  compiled(): Map<string, Buffer>
}

/** Where the build left what the files compile to: this Node and no other takes it. */
export function compiledFolder(folder: string): string {
  return join(folder, `compiled-${process.version}-${process.platform}-${process.arch}`)
}

/**
 * Opens the program's files in the form that the build compiled with this version of Node: a third of a command's start is
 * compiling. V8 checks version, flags and length, and what does not fit is compiled as ever. Only the build writes that
 * form, beside the program, so that whoever can change it could change the program itself.
 *
 * @param folder where the files are, `dist/cli`
 */
export function openProgram(folder: string): Program {
  const own = createRequire(join(folder, 'run.cjs'))
  const compiled = compiledFolder(folder)
  const loaded = new Map<string, Loaded>()
  return {
    require: load,
    compiled: () => new Map([...loaded].map(([name, { script }]) => [name, script.createCachedData()])),
  }

  // Node warns of what a script itself imports that was not loaded by it: modules are imported here.
  function open(name: string): Promise<unknown> {
    return import(name)
  }

  function load(name: string): unknown {
    if (!name.startsWith('./')) return own(name)
    const known = loaded.get(name)
    if (known) return known.exports
    const file = join(folder, name)
    // The build leaves no sign beyond ASCII in these files; they are read without decoding.
    const source = readFileSync(file, 'latin1')
    const cache = join(compiled, `${name.slice(2)}.bin`)
    const script = new Script(`(function(module,exports,require,__filename,__import){${source}\n})`, {
      filename: file,
      ...(existsSync(cache) && { cachedData: readFileSync(cache) }),
    })
    const module = { exports: {} }
    const entry: Loaded = { script, exports: module.exports }
    loaded.set(name, entry)
    ;(script.runInThisContext() as Body)(module, module.exports, load, file, open)
    entry.exports = module.exports
    return entry.exports
  }
}
