const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Words as HTML text or attribute value. */
export function escapeHtml(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => signs[sign]!)
}
