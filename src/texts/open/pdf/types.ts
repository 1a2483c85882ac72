import type { Omission, SourceMark, SourcePicture } from '../../../agreement/index.ts'

/** A run of signs of a page, where it stands. Lengths are points; y rises from the page's foot. */
export interface PdfItem {
  text: string
  /** Left end and baseline. */
  x: number
  y: number
  width: number
  /** Size of the type. */
  size: number
  /** Whether it is turned, as a watermark is. */
  turned: boolean
  /** What the library calls its font. */
  font: string
}

/** What a page says beside its text: form fields, remarks. */
export interface PdfNote {
  kind: 'field' | 'remark'
  /** Name of the field, or whose the remark is. */
  name: string
  text: string
}

/** A part of a page that leads elsewhere. */
export interface PdfLink {
  /** Its left, lower, right and upper edge. */
  area: readonly [number, number, number, number]
  target: string
}

/** A page as the PDF library gives it. */
export interface PdfPage {
  width: number
  height: number
  items: PdfItem[]
  notes: PdfNote[]
  links: PdfLink[]
  /** The pictures it paints. */
  pictures: SourcePicture[]
  /** What stands on it without words that can be compared. */
  marks: SourceMark[]
  /** What on it could not be read. */
  unread: Omission[]
}

/** The PDF library's fonts, by the name that operators and items have. */
export interface Fonts {
  has(id: string): boolean
  get(id: string): unknown
}

/** What the PDF library gives of a file. */
export interface PdfFile {
  pages: PdfPage[]
  /** What is not on its pages: files inside it, forms that only one program shows. */
  unread: Omission[]
  /** Titles by which a program leads to its parts. */
  outline: string[]
  /** What it does by itself. */
  marks: SourceMark[]
}

/** A line of type, or a part of one that a wide gap sets apart. */
export interface PdfLine {
  text: string
  left: number
  right: number
  /** Baseline, from the page's foot. */
  y: number
  size: number
  /** Page, from 1. */
  page: number
}

/** The lines at one height of a page, from left to right. */
export type PdfRow = PdfLine[]
