import type { SourceFormat } from './types.ts'

/** Tells how a source is written: HTML by its tags, Markdown by its marks, else plain text. */
export function formatOf(source: string): SourceFormat {
  const start = source.slice(0, 200_000)
  if (isHtml(start)) return 'html'
  const marks = /^#{1,6}\s|\*\*[^*\n]+\*\*|\]\((?:https?:|mailto:|#|\/)|^\d{1,3}\\[.)]/m
  return marks.test(start) ? 'markdown' : 'text'
}

const BLOCK = /<(\/?)(?:p|div|ol|ul|li|h[1-6]|section|article|table|tr|td|br)(?=[\s/>])[^<>]*>/gi

/** A page of HTML: it begins as one, or its blocks are opened and closed by tags. A text may still speak of `</p>`. */
function isHtml(start: string): boolean {
  if (/^\s*(?:<!--[^>]*>\s*)?(?:<!doctype html|<\?xml|<html|<body|<head)/i.test(start)) return true
  let opened = 0
  let closed = 0
  for (const [, end] of start.matchAll(BLOCK)) {
    if (end === '') opened += 1
    else closed += 1
  }
  return opened > 0 && closed > 0 && (/^\s*</.test(start) || opened + closed >= 6)
}
