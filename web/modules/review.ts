import { keepRows } from './page/rows.ts'
import { leaveNothing } from './page/sign-out.ts'
import { submitOnChange } from './page/submit-on-change.ts'

submitOnChange()
leaveNothing()

const form = document.querySelector<HTMLFormElement>('#decisions')
if (form) keepRows(form)
