/** At the foot of each printed page. */
export const madeBy =
  '@bottom-left { content: "Comparison made by Clausebook"; font: 8pt sans-serif; color: #625c53; }'

/** The report's style sheet. No colour carries a meaning alone; every pair of colours has a contrast of 4.5 or more. */
export const reportStyle = `:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --ink: #1d1b18; --quiet: #625c53; --line: #dcd6ca; --wash: #f3f0e8; --link: #1f4e8c;
  --del: #8f1d1d; --del-wash: #fbe6e3; --ins: #14532d; --ins-wash: #e0f1e3; --alter: #7a4a00; --cosmetic: #2f5570;
  --serif: Charter, "Bitstream Charter", "Sitka Text", Cambria, "Liberation Serif", Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #191816; --ink: #e9e5dc; --quiet: #aba497; --line: #3d3a34; --wash: #23211e; --link: #9cc1f0;
    --del: #ffb3a9; --del-wash: #4a1f1b; --ins: #a5e0b2; --ins-wash: #183c24; --alter: #f0c27a; --cosmetic: #9fc6de;
  }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 var(--serif); text-size-adjust: 100%; scroll-behavior: smooth; }
body { margin: 0 auto; max-width: 78rem; padding: 2.5rem clamp(1rem, 4vw, 3rem) 4rem; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
h1 { font-size: clamp(1.5rem, 1.1rem + 1.8vw, 2.25rem); font-weight: 600; margin: 0 0 1.5rem; }
h1 .arrow { color: var(--quiet); font-weight: 400; }
h2 { font-size: 1.375rem; font-weight: 600; margin: 0 0 1rem; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.kind, table, .counts, nav, h3, .badge, footer, .legend, .note { font-family: var(--sans); }
.kind { color: var(--quiet); font-size: .8125rem; letter-spacing: .04em; margin: 0 0 .5rem; }
.note { border-left: 3px solid var(--alter); background: var(--wash); padding: .6rem 1rem; font-size: .9375rem; max-width: 70ch; }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -100vw; background: var(--paper); padding: .5rem 1rem; }
.skip:focus { left: 1rem; top: .5rem; z-index: 2; }
table { border-collapse: collapse; font-size: .875rem; line-height: 1.45; font-variant-numeric: tabular-nums; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: .4rem 1rem .4rem 0; text-align: left; vertical-align: top; }
thead th { color: var(--quiet); font-weight: 500; }
tbody th { color: var(--quiet); font-weight: 500; white-space: nowrap; }
.texts { table-layout: fixed; }
.texts tr > :first-child { width: 11rem; white-space: normal; }
.texts td { overflow-wrap: anywhere; }
code { font: .8125rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
.topics td { min-width: 7rem; } .topics td:nth-child(3), .topics td:nth-child(4) { min-width: 16rem; } .topics ul { margin: 0; padding: 0; list-style: none; overflow-wrap: anywhere; }
.cells td { border: 1px solid var(--line); padding: .35rem .6rem; white-space: pre-line; } .cells td.changed, .cells td.added, .cells td.removed { box-shadow: inset 3px 0 var(--tint); }
.number { text-align: right; white-space: nowrap; }
.scroll { overflow-x: auto; }
section.summary { border-top: 1px solid var(--line); margin-top: 2.5rem; padding-top: 2rem; }
section.summary h3 { font-size: 1rem; margin: 2rem 0 .5rem; }
.short { margin: 1rem 0; max-width: 60rem; } .short div { display: grid; grid-template-columns: 8rem 1fr; padding: .2rem 0; } .short dt { font-family: var(--sans); font-weight: 600; } .short dd { margin: 0; }
.counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .75rem 1.25rem; margin: 0; }
.count { border-top: 3px solid var(--tint, var(--line)); padding-top: .4rem; }
.count dt { color: var(--tint, var(--quiet)); font-size: .875rem; font-weight: 600; }
.count dd { margin: 0; }
.count b { display: block; font: 600 1.75rem/1.2 var(--serif); font-variant-numeric: lining-nums tabular-nums; }
.count dd span { color: var(--quiet); display: block; font-size: .8125rem; line-height: 1.4; }
.changed { --tint: var(--alter); } .added { --tint: var(--ins); } .removed { --tint: var(--del); } .cosmetic { --tint: var(--cosmetic); }
.identical { --tint: var(--quiet); } .moved, .badge.split, .badge.merged { --tint: var(--ink); }
.badge { border: 1px solid var(--tint); border-radius: 1rem; color: var(--tint); display: inline-block; font-size: .75rem; font-weight: 500; line-height: 1.3; padding: .05rem .55rem; white-space: nowrap; }
.reading { border-top: 1px solid var(--line); display: grid; gap: 0 clamp(2rem, 5vw, 4.5rem); grid-template-columns: minmax(13rem, 17rem) minmax(0, 1fr); margin-top: 2.5rem; padding-top: 2rem; }
nav { align-self: start; font-size: .8125rem; line-height: 1.35; max-height: calc(100vh - 3rem); overflow-y: auto; position: sticky; top: 1.5rem; }
nav ol { list-style: none; margin: 0; padding: 0; }
nav a { color: inherit; display: block; padding: .25rem .5rem .25rem 1rem; position: relative; text-decoration: none; }
nav a:hover { background: var(--wash); }
nav .part { font-weight: 600; padding-top: .5rem; } h2.part { margin: 2.5rem 0 .75rem; }
nav a span { color: var(--quiet); }
nav i { background: var(--tint); border-radius: 50%; height: .45rem; left: 0; position: absolute; top: .55rem; width: .45rem; }
nav i.identical { background: none; border: 1px solid var(--line); }
.only { display: flex; gap: .5rem; align-items: center; padding: 0 0 .75rem; }
body:has(#only-changes:checked) .still { display: none; }
main { min-width: 0; max-width: 70ch; }
main:focus { outline: none; }
.legend { color: var(--quiet); font-size: .875rem; margin: 0 0 1.5rem; }
article { padding: .9rem 0; scroll-margin-top: 1rem; }
article:target { background: var(--wash); box-shadow: 0 0 0 1rem var(--wash); }
article h3 { align-items: baseline; display: flex; flex-wrap: wrap; font-size: .875rem; font-weight: 600; gap: .3rem .6rem; margin: 0 0 .3rem; }
article h3 a { color: inherit; text-decoration: none; }
article h3 a:hover { text-decoration: underline; }
article p { hyphens: manual; margin: 0; overflow-wrap: break-word; }
article.identical p { color: var(--quiet); }
article.depth-1 { margin-left: 1.25rem; } article.depth-2 { margin-left: 2.5rem; } article.depth-3 { margin-left: 3.75rem; } article.depth-4 { margin-left: 5rem; }
nav .depth-1 { padding-left: .75rem; } nav .depth-2 { padding-left: 1.5rem; } nav .depth-3 { padding-left: 2.25rem; } nav .depth-4 { padding-left: 3rem; }
del { background: var(--del-wash); color: var(--del); text-decoration: line-through; text-decoration-thickness: 1px; }
ins { background: var(--ins-wash); color: var(--ins); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .18em; }
del, ins { border-radius: 2px; -webkit-box-decoration-break: clone; box-decoration-break: clone; padding: .05em .1em; }
footer { border-top: 1px solid var(--line); color: var(--quiet); font-size: .8125rem; margin-top: 3rem; }
@media screen {
  del::before, del::after, ins::before, ins::after { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; white-space: nowrap; width: 1px; }
  del::before { content: " [deleted: "; } ins::before { content: " [inserted: "; } del::after, ins::after { content: "] "; }
}
@media (max-width: 52rem) {
  .reading { display: block; }
  nav { border: 1px solid var(--line); margin-bottom: 2rem; max-height: 40vh; padding: .75rem; position: static; }
  article.depth-1, article.depth-2, article.depth-3, article.depth-4 { border-left: 2px solid var(--line); margin-left: 0; padding-left: .75rem; }
}
@media (max-width: 36rem) {
  .texts tr { display: block; padding: .5rem 0; } .texts td, .texts th { border: 0; display: block; padding: 0; width: auto; }
  .short div { display: block; }
  .texts thead { display: none; } .texts tr > :first-child { width: auto; }
  .texts td:nth-child(2)::before { content: "Left: "; color: var(--quiet); } .texts td:nth-child(3)::before { content: "Right: "; color: var(--quiet); }
  .texts tr, .topics tr { border-bottom: 1px solid var(--line); }
  .topics thead { display: none; } .topics tr { display: block; padding: .6rem 0; }
  .topics td, .topics th { border: 0; display: block; min-width: 0; padding: .1rem 0; white-space: normal; width: auto; } .topics td:nth-child(3), .topics td:nth-child(4) { min-width: 0; } .topics td:empty { display: none; }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
@page { margin: 22mm 20mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #625c53; } ${madeBy} }
@media print {
  :root { --paper: #fff; }
  html { font-size: 10.5pt; line-height: 1.45; }
  body { max-width: none; padding: 0; }
  nav, .skip, footer { display: none; }
  .reading { display: block; }
  main { max-width: none; }
  h1 { font-size: 20pt; } h2, h3 { break-after: avoid; }
  .counts { grid-template-columns: repeat(3, 1fr); }
  .reading { break-before: page; border: 0; margin: 0; padding: 0; }
  article p { orphans: 3; widows: 3; }
  tr { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
  del, ins { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`
