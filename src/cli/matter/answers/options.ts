import type { HouseOptions } from '../../house.ts'

/** How answers are imported. */
export interface ImportOptions extends HouseOptions {
  vendor?: string
  into?: string
  output: string
  by?: string
  date?: string
  accept?: true
}
