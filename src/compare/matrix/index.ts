export { type MatrixAnswer, type MatrixFact, matrixOf, type TopicMatrix } from './matrix.ts'
export { matrixPage } from './page.ts'
