export { gate } from './gate/gate.ts'
export { gateReport } from './gate/report.ts'
export type { GateFinding, GateOptions, GateReport, GateText, GateVerdict } from './gate/types.ts'
