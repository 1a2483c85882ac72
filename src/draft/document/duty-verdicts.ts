import { listed, withinSentence, withoutStop } from '../../in-words.ts'
import type { Duty, Library, License } from '../../library/index.ts'
import {
  type DutyFinding,
  type DutyStanding,
  dutiesUnder,
  type Matter,
  type MatterUse,
  modelsOf,
  narrowCite,
  situationOf,
} from '../../matter/index.ts'
import { type Markdown, type Missing, markdown, missing } from '../template/value.ts'

/** One duty, under the licenses for which it comes to the same. */
export interface DutyVerdict {
  duty: Duty
  title: string
  /** `no-right`: nothing of the license is left under which to perform it. */
  status: DutyFinding['status'] | 'no-right'
  /** `Due`, `Do it: the text is unclear`: what the clause leaves open is done all the same. */
  verdict: string
  licenses: License[]
  /** Of which uses it is said: `chatbot`; empty where it is said of all, or there is one. */
  uses: string
  because: Markdown[]
  /** Blanks for the facts that decide it, where they are missing. */
  open: Missing[]
  /** Whether it is done today: `In place`. */
  today: string
  /** `Llama 2 and 3.1, section 1.b.iii`. */
  cite: string
}

const verdicts: Record<DutyVerdict['status'], string> = {
  due: 'Due',
  unclear: 'Do it: the text is unclear',
  open: 'Open',
  'not-due': 'Not due',
  'no-right': 'No right under which to perform it',
}

const states: Record<DutyFinding['today'], string> = {
  'in-place': 'In place',
  partly: 'Partly',
  'not-in-place': 'Not in place',
  'not-known': 'Not known',
  'not-needed': 'Not needed',
}

/**
 * What each license demands in this matter, of the duties of the library in their order.
 *
 * @param licenses those of the matter's models
 * @param uses each by itself, where there are several: facts of one say nothing of another
 * @returns nothing on a duty that none of them imposes
 */
export function dutyVerdicts(
  licenses: License[],
  matter: Matter,
  library: Library,
  uses: readonly MatterUse[] = [{ name: '', matter }],
  hasRight: (use: string, license: string) => boolean = () => true,
): DutyVerdict[] {
  const situations = uses.flatMap(({ name, matter: own }) => {
    const touched = new Set(modelsOf(own, library).map(({ license }) => license))
    return licenses
      .filter(({ id }) => (uses.length === 1 || touched.has(id)) && hasRight(name, id))
      .map((license) => ({
        use: name,
        license,
        standing: dutiesUnder(situationOf(own, license.id, library), library),
      }))
  })
  return [...library.duties.values()].flatMap((duty) => {
    const groups = new Map<string, { found: Found; licenses: License[]; of: string[] }>()
    for (const { use, license, standing } of situations) {
      const one = standing.find((own) => own.duty === duty)
      if (!one) continue
      const found = foundOf(one)
      const key = JSON.stringify([found.status, found.because, found.questions, found.today])
      const group = groups.get(key)
      if (group) {
        group.licenses = licenses.filter((one) => one === license || group.licenses.includes(one))
        if (!group.of.includes(use)) group.of.push(use)
      } else groups.set(key, { found, licenses: [license], of: [use] })
    }
    return [...groups.values()].map(({ found, licenses: under, of }) => ({
      duty,
      title: duty.title,
      status: found.status,
      verdict: verdicts[found.status],
      licenses: under,
      uses: of.length === uses.length ? '' : listed(of),
      because: found.because.map(markdown),
      open: found.questions.map(({ fact, question }) => missing(fact, factWords(fact), question)),
      today: states[found.today],
      cite: narrowCite(under, library, duty.topic),
    }))
  })
}

interface Found extends Omit<DutyFinding, 'status'> {
  status: DutyVerdict['status']
}

/** A duty as it stands; without a right, why there is none, and what would fall due with one. */
function foundOf({ finding, withoutRight }: DutyStanding): Found {
  if (withoutRight.length === 0) return finding
  const { status, because } = finding
  const then =
    status === 'due' || status === 'unclear'
      ? [`With a right it would be due: ${withinSentence(because.join(' '))}`]
      : []
  return {
    ...finding,
    status: 'no-right',
    because: [...withoutRight.map((one) => `${withoutStop(one)}.`), ...then],
    questions: [],
    today: 'not-needed',
  }
}

/** `output_training.models[0].distributed` → `output training models distributed` */
function factWords(fact: string): string {
  return fact.replaceAll(/\[\d+\]/g, '').replaceAll(/[._]+/g, ' ')
}
