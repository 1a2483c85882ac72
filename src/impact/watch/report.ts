import { escapeXml } from '../../ooxml/index.ts'
import type { Watched } from './types.ts'
import { toldBy, watchVerdict } from './words.ts'

/** What a watch found, for a person at a terminal or in a plain mail. */
export function watchToText(watched: Watched): string {
  const lines = toldBy(watched).flatMap(({ title, lines: more }) => [
    '',
    title,
    ...more.map((line) => `  ${line}`),
  ])
  return `${[watchVerdict(watched), ...lines].join('\n')}\n`
}

const font = 'font-family:Georgia,serif;font-size:16px;line-height:1.45;color:#1a1a1a'
const kinds = { text: 'What changed', unread: 'What could not be checked', due: 'What is due' }

/**
 * The same as a mail: looks stand at the elements, since mail programs drop style sheets; nothing is loaded from anywhere
 * and nothing is sent.
 */
export function watchToMail(watched: Watched): string {
  const told = toldBy(watched)
  const sections = (['text', 'unread', 'due'] as const).flatMap((kind) => {
    const own = told.filter((one) => one.kind === kind)
    if (own.length === 0) return []
    return [
      `<h2 style="${font};font-size:19px;margin:24px 0 8px">${kinds[kind]}</h2>`,
      ...own.map(
        ({ title, lines }) =>
          `<h3 style="${font};font-weight:bold;margin:16px 0 4px">${escapeXml(title)}</h3>${lines
            .map((line) => `<p style="${font};margin:0 0 4px">${escapeXml(line)}</p>`)
            .join('')}`,
      ),
    ]
  })
  const title = `Clausebook, ${watched.on}`
  return [
    '<!doctype html>',
    `<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>`,
    '<body style="margin:0;padding:24px;background:#ffffff">',
    `<div style="max-width:640px;margin:0 auto"><h1 style="${font};font-size:22px;margin:0 0 8px">${title}</h1>`,
    `<p style="${font};margin:0">${escapeXml(watchVerdict(watched))}</p>`,
    ...sections,
    `<p style="${font};font-size:13px;margin:24px 0 0">Legal information, not legal advice: what new words mean is a lawyer’s to say.</p>`,
    '</div></body></html>',
    '',
  ].join('\n')
}

/** The same as a feed (RSS 2.0): an entry keeps its name from day to day, so that a reader shows it once. */
export function watchToRss(watched: Watched): string {
  const day = new Date(`${watched.on}T00:00:00Z`).toUTCString()
  const items = toldBy(watched).map(
    ({ id, title, lines }) =>
      `<item><guid isPermaLink="false">${escapeXml(`clausebook:${id}`)}</guid><title>${escapeXml(title)}</title><description>${escapeXml(lines.join('\n'))}</description><pubDate>${day}</pubDate></item>`,
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0"><channel><title>Clausebook: license texts and duties</title><link>https://www.llama.com/</link>',
    `<description>${escapeXml(watchVerdict(watched))}</description><lastBuildDate>${day}</lastBuildDate>`,
    ...items,
    '</channel></rss>',
    '',
  ].join('\n')
}
