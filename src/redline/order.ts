import type { PositionEdit } from './types.ts'

/** Edits in an order that follows from what they are, so that nothing depends on how they came in. */
export function inOrder<T extends PositionEdit>(edits: readonly T[]): T[] {
  return [...edits].sort((a, b) => compare(keysOf(a), keysOf(b)))
}

function keysOf({ position, edit }: PositionEdit): string[] {
  return [position, edit.section, edit.operation, edit.anchor, edit.text]
}

function compare(a: string[], b: string[]): number {
  const at = a.findIndex((key, index) => key !== b[index])
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1
}
