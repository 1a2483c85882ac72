/** What a line that begins a numbered clause or a list's entry starts with. */
export const LABEL =
  /^(?:(?:section|article|clause|§)\s*[\divxlc.]+|\d{1,3}(?:\.\d{1,3})*[.)]?|\(?(?:[a-z]{1,2}|[A-Z]|[ivxlc]{1,6}|[IVXLC]{1,6}|\d{1,3})[.)]|[•▪◦●○■·–])(?:\s|$)/
