/** The door to LibreOffice as a printer, apart from the others, since few commands print. */
export { wordToPdf } from './open/office/convert.ts'
