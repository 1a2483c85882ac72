/** How a topic was recognised: by a sentence, less surely by one, by the heading; and whether other words speak for it. */
export type Evidence =
  | 'sentence'
  | 'sentence+words'
  | 'sentence+heading'
  | 'sentence+heading+words'
  | 'hint'
  | 'hint+words'
  | 'heading'
  | 'heading+words'

/** How often each kind of evidence told a topic, and how often that was right. */
export type Reliability = Partial<Record<Evidence, { told: number; right: number }>>

/**
 * What is believed before anything was counted, and how many answers that belief counts for: on a text of a house that
 * nobody judged, an answer is less sure than on those that the cues were written beside.
 */
const prior: Record<Evidence, number> = {
  sentence: 0.78,
  'sentence+words': 0.88,
  'sentence+heading': 0.88,
  'sentence+heading+words': 0.93,
  hint: 0.55,
  'hint+words': 0.65,
  heading: 0.35,
  'heading+words': 0.45,
}
const priorAnswers = 120

/** How sure a topic is that was recognised so, 0 to 1, rounded to hundredths. */
export function confidenceOf(evidence: Evidence, learned: Reliability): number {
  const { told, right } = learned[evidence] ?? { told: 0, right: 0 }
  return Math.round(((right + priorAnswers * prior[evidence]) / (told + priorAnswers)) * 100) / 100
}
