/** How answers are imported. */
export interface ImportOptions {
  vendor?: string
  into?: string
  output: string
  by?: string
  date?: string
  accept?: true
}
