import { extname } from 'node:path'
import type { CompareOptions, Format } from './options.ts'

const formats: Record<string, Format> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.docx': 'docx',
  '.json': 'json',
  '.csv': 'csv',
}

/** The format that was asked for, or that the output's name says, or the terminal's. */
export function formatOf({ format, output }: Pick<CompareOptions, 'format' | 'output'>): Format {
  return format ?? formats[extname(output).toLowerCase()] ?? 'terminal'
}
