import { submitOnChange } from './page/submit-on-change.ts'

submitOnChange()
