import type { DraftDocument } from '../types.ts'

/** The page's style sheet: a document on paper, readable on a screen. */
export function style({ paper, orientation }: DraftDocument): string {
  const width = orientation === 'landscape' ? '64rem' : '44rem'
  return `
@page { size: ${paper} ${orientation}; margin: 22mm; }
body { font: 1rem/1.5 Georgia, "Times New Roman", serif; color: #111; background: #fff; max-width: ${width}; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
header { font: 0.8rem/1.4 system-ui, sans-serif; color: #444; border-bottom: 1px solid #999; margin-bottom: 2rem; }
header p { margin: 0.2rem 0; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.05rem; margin: 1.8rem 0 0.5rem; break-after: avoid; }
h3 { font-size: 1rem; break-after: avoid; }
.number { display: inline-block; min-width: 2.2em; }
.clause .clause { margin-left: 1.6rem; }
.clause.depth-2 { margin-left: 0; }
.label { float: left; margin: 0 0.3em 0 0; }
.label + p { margin-top: 0; }
.clause.depth-2, .clause.depth-3, .clause.depth-4 { margin-bottom: 0.6rem; }
.schedule { break-before: page; border-top: 2px solid #111; margin-top: 3rem; }
.page-break { break-after: page; }
.note { border: 1px solid #8a6d00; border-left-width: 6px; background: #fff8dc; padding: 0.2rem 1rem; }
p.record { font-size: 0.75rem; line-height: 1.35; color: #444; }
mark { background: #ffe66b; color: #111; }
dfn { font-style: normal; font-weight: bold; }
ins { text-decoration: underline; color: #0b5d1e; }
del { text-decoration: line-through; color: #8f1d1d; }
a { color: inherit; }
pre { border: 1px solid #888; padding: 0.5rem 0.7rem; font-size: 0.85rem; white-space: pre-wrap; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; font-size: 0.92rem; }
th, td { border: 1px solid #888; padding: 0.35rem 0.5rem; vertical-align: top; }
th:not([align]), td:not([align]) { text-align: left; }
tr { break-inside: avoid; }
th { background: #eee; overflow-wrap: break-word; }
.heat-map td { text-align: center; height: 2.4rem; }
.heat-map td { color: #111; } .heat-map strong { display: block; color: #000; }
.heat-map .low { background: #eef6ea; } .heat-map .medium { background: #fbe7a1; } .heat-map .high { background: #f5b26b; } .heat-map .critical { background: #e0736c; }
@media print { .heat-map td { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
.signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 2rem; break-inside: avoid; }
.line { border-bottom: 1px solid #111; padding-top: 1rem; }
.license-clause.depth-2 { margin-left: 1.5rem; } .license-clause.depth-3 { margin-left: 3rem; }
.license-clause.depth-4, .license-clause.depth-5 { margin-left: 4.5rem; }
@media (max-width: 40rem) { .signatures { grid-template-columns: 1fr; } }
@media print { body { margin: 0; max-width: none; padding: 0; } }
`
}
