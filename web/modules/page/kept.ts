/** A form as it was typed, kept on this device alone. */
export interface Kept {
  /** Milliseconds since 1970. */
  at: number
  /** What the matter is called. */
  title: string
  /** The client’s name, since many matters are called the same, or nothing. */
  client: string
  /** The page in the history of a tab on which it was typed: shown again, that page has it back. */
  entry: string
  fields: [string, string][]
}

const prefix = 'clausebook:form:'
/** Longer nobody looks for it: 30 days, in milliseconds. */
const longest = 30 * 24 * 60 * 60 * 1000
/** The form that this tab typed in last. */
const lastOfTab = 'clausebook:form'

/** What a form holds now, but for what is done with it and the files in it. */
export function keptOf(form: HTMLFormElement, entry: string): Kept {
  const fields = [...new FormData(form)].filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  )
  const typedAs = (name: string) => fields.find(([own]) => own === name)?.[1].trim() ?? ''
  return { at: Date.now(), title: typedAs('matter'), client: typedAs('client.name'), entry, fields }
}

/** Whether two hold the same answers; who made the form anew and how its lines end are no answers. */
export function isSame(one: Kept, other: Kept): boolean {
  return answersOf(one) === answersOf(other)
}

const noAnswers = new Set(['_do', '_once', '_open', '_settled'])

function answersOf({ fields }: Kept): string {
  return JSON.stringify(
    fields
      .filter(([name, value]) => !noAnswers.has(name) && value !== '')
      .map(([name, value]) => `${name}=${value.replaceAll('\r\n', '\n')}`)
      .sort(),
  )
}

/** “Harrow search” for Harrow Insurance, of 30 Nov 2026, 06:20. */
export function nameOf({ title, client, at }: Kept): string {
  const when = new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })
  const called = title || (client ? '' : 'Untitled matter')
  return `${called && `“${called}”`}${called && client && ' for '}${client}, of ${when},`
}

/** @returns false where the device keeps nothing: a private window, a full disk */
export function write(key: string, kept: Kept): boolean {
  return (
    attempt(() => {
      localStorage.setItem(key, JSON.stringify(kept))
      sessionStorage.setItem(lastOfTab, key)
      return true
    }) ?? false
  )
}

/** What is kept under a key; what is too old, or no form, is forgotten. */
export function read(key: string): Kept | undefined {
  const kept = attempt(() => JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null)
  if (kept && Array.isArray(kept.fields) && Date.now() - kept.at < longest)
    return { ...kept, client: kept.client ?? '' }
  forget(key)
  return undefined
}

/** All that is kept, the newest first. */
export function allKept(): { key: string; kept: Kept }[] {
  return keys()
    .flatMap((key) => {
      const kept = read(key)
      return kept === undefined || kept.fields.length === 0 ? [] : [{ key, kept }]
    })
    .sort((one, other) => other.kept.at - one.kept.at)
}

export function keyOf(form: HTMLFormElement): string | undefined {
  return form.dataset.keep === undefined ? undefined : prefix + form.dataset.keep
}

/** Whether something is kept under the key of a matter, or was set aside under it. */
export function isOf(matter: string, key: string): boolean {
  return key === matter || key.startsWith(`${matter} `)
}

/** Whether it is the form of a matter that the server keeps. */
export function isFile(key: string): boolean {
  return key.startsWith(`${prefix}file `)
}

export function isForm(key: string): boolean {
  return key.startsWith(prefix)
}

/** Keeps beside the form of a matter what was typed in it elsewhere. */
export function setAside(matter: string, kept: Kept): void {
  attempt(() => localStorage.setItem(`${matter} ${kept.entry}`, JSON.stringify(kept)))
}

export function forgetMatter(matter: string): void {
  for (const key of keys()) if (isOf(matter, key)) forget(key)
}

export function forget(key: string): void {
  attempt(() => localStorage.removeItem(key))
}

/** What was saved on the server need not be kept here. */
export function forgetLast(): void {
  const last = attempt(() => sessionStorage.getItem(lastOfTab))
  if (last) forgetMatter(last)
}

/** Forgets every form and every row of a review that is kept: whoever signs out leaves nothing on the device. */
export function forgetForms(): void {
  for (const key of attempt(() => Object.keys(localStorage)) ?? [])
    if (key.startsWith('clausebook:')) forget(key)
}

function keys(): string[] {
  return attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(prefix))) ?? []
}

/** Storage may be closed to a page. */
export function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
