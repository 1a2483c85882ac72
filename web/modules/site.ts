import { leaveNothing } from './page/sign-out.ts'
import { submitOnChange } from './page/submit-on-change.ts'

submitOnChange()
leaveNothing()
