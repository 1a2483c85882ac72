const defined =
  /[“"](\p{Lu}[^”"]{2,40})[”"]\s*(?:\([^)]*\)\s*)?(?:means?|shall mean|includes?|refers? to|is|are)\s+([^;]{1,300})/gu
const what =
  /^(?:all|any|the|such|each|every|collectively|together|,|\s|non-?public|confidential|proprietary)*\s*(?:information|data|content|materials?|texts?|files?|documents?|prompts?|inputs?|photos?|images?|records?)\b/i
const putIn = /\b(?:prompts?|inputs?|uploads?|quer(?:y|ies)|submi(?:t|ts|tted|ssions?)|enters?|entered)\b/i

/** What a paper calls the client's data, where its words do not say so: “Confidential Materials” means information, prompts among it. */
export function dataTermsIn(text: string): string[] {
  const found = [...text.matchAll(defined)].flatMap(([, term, meaning]) =>
    what.test(meaning!) && putIn.test(meaning!) ? [term!] : [],
  )
  return [...new Set(found)]
}
