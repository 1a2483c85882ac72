/** A surrogate counts only where the other half is missing: with the `u` flag a pair is one character. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu

/**
 * Text that an XML 1.0 document can hold: control characters and lone surrogates, which no escape can express
 * (XML 1.0, production 2), become the replacement character.
 */
export function xmlText(text: string): string {
  return text.replace(NOT_XML, '\ufffd')
}

/** Text as the content of an XML element or of an attribute. */
export function escapeXml(text: string): string {
  return xmlText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
