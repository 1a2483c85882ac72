import { type ChildProcess, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../src/home.ts'

/** The built program, with what it says on both of its ways out. */
export function startProgram(...args: string[]): ChildProcess {
  const program = join(packageRoot(), 'dist', 'clausebook.js')
  return spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
}

/** A table of so many vendors. */
export function tableOf(folder: string, rows: number): string {
  const file = join(folder, `${rows}.csv`)
  const lines = Array.from({ length: rows }, (_, at) => `Vendor ${at},Product,saas,Llama 3.3,yes`)
  const head = 'vendor.name,vendor.product,vendor.kind,vendor.models,vendor.sees_prompts'
  writeFileSync(file, [head, ...lines].join('\n'))
  return file
}
