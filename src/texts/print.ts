/** The door to LibreOffice as a printer, apart from the others, since few commands print. */
export { wordToPdf } from './open/office/convert.ts'
export { type PrintedPlaces, printedPlaces } from './open/pdf/places.ts'
