import type { CheckRule } from '../types.ts'
import { advisory, advisorySections } from './advisory.ts'
import { anchors } from './anchors.ts'
import { answers } from './answers.ts'
import { changes } from './changes.ts'
import { citations } from './citations.ts'
import { coverage } from './coverage.ts'
import { dates } from './dates.ts'
import { deadFiles } from './dead-files.ts'
import { evidence } from './evidence.ts'
import { ids } from './ids.ts'
import { levels } from './levels.ts'
import { ownTerms } from './own-terms.ts'
import { positions } from './positions.ts'
import { quotes } from './quotes.ts'
import { relations } from './relations.ts'
import { replacedLevels } from './replaced-levels.ts'
import { sections } from './sections.ts'
import { slots } from './slots.ts'
import { staffRules } from './staff-rules.ts'
import { unfinished } from './unfinished.ts'
import { wording } from './wording.ts'

/** Every rule of the library check, beside the schemas. */
export const rules: CheckRule[] = [
  unfinished,
  answers,
  slots,
  ids,
  staffRules,
  changes,
  advisory,
  positions,
  relations,
  levels,
  evidence,
  replacedLevels,
  ownTerms,
  deadFiles,
  sections,
  citations,
  advisorySections,
  quotes,
  coverage,
  wording,
  anchors,
  dates,
]
