/** What stands in a run and is no sign. */
export const widthless: ReadonlySet<string> = new Set([
  'w:rPr',
  'w:lastRenderedPageBreak',
  'w:softHyphen',
  'w:footnoteRef',
  'w:endnoteRef',
  'w:annotationRef',
  'w:commentReference',
  'w:separator',
  'w:continuationSeparator',
])
