// Answers that somebody wrote into a questionnaire: read where they are asked for, and Markdown with them.
export { answerOf } from './written/answer.ts'
export { answersIn, answersInRows, type WrittenAnswer } from './written/answers.ts'
export { answersInYaml } from './written/answers-in-yaml.ts'
export { type FactsFromAnswers, factsFromAnswers } from './written/facts-from-answers.ts'
export { nearestFact, withFact } from './written/path.ts'
