import type { SourceFormat } from './types.ts'

/** Tells how a source is written: HTML by its tags, Markdown by its marks, else plain text. */
export function formatOf(source: string): SourceFormat {
  const start = source.slice(0, 200_000)
  if (/^\s*(?:<!doctype html|<html|<body|<head)|<\/(?:p|div|ol|ul|h[1-6]|section|article)>/i.test(start))
    return 'html'
  const marks = /^#{1,6}\s|\*\*[^*\n]+\*\*|\]\((?:https?:|mailto:|#|\/)|^\d{1,3}\\[.)]/m
  return marks.test(start) ? 'markdown' : 'text'
}
