export { type MatrixAnswer, type MatrixFact, matrixOf, type TopicMatrix } from './matrix/matrix.ts'
export { matrixPage } from './matrix/page.ts'
