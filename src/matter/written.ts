// Answers that somebody wrote into a questionnaire: read where they are asked for, and Markdown with them.
export { answerOf, evasionIn, unansweredIn } from './written/answer.ts'
export {
  answersIn,
  answersInParts,
  type FormPart,
  type PrintedForm,
  type WrittenAnswer,
  type WrittenForm,
} from './written/answers.ts'
export { answersInYaml } from './written/answers-in-yaml.ts'
export { dayOf, firstDayOf } from './written/day.ts'
export {
  type AnswersSaid,
  type FactsFromAnswers,
  factsFromAnswers,
  isSameName,
  type KeptFact,
  type UnreadAnswer,
} from './written/facts-from-answers.ts'
export { nearestFact, withFact } from './written/path.ts'
export { countryNames } from './written/said/country.ts'
export { unknownModelIn } from './written/unknown-model.ts'
