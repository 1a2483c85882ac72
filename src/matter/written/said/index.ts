import type { Said } from '../../schema/question.ts'
import { address } from './address.ts'
import { contact } from './contact.ts'
import { contractors } from './contractors.ts'
import { display } from './display.ts'
import { insurance } from './insurance.ts'
import { legalForm } from './legal-form.ts'
import { models } from './models.ts'
import { name } from './name.ts'
import { places } from './places.ts'
import { reports } from './reports.ts'
import type { SaidReader } from './said.ts'
import { source } from './source.ts'

/** The reader of each type of answer in words. */
export const saidReaders: Record<Said, SaidReader> = {
  name,
  'legal-form': legalForm,
  address,
  places,
  display,
  source,
  insurance,
  reports,
  contractors,
  contact,
  models,
}
