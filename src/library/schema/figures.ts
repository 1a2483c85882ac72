/** In what a figure of a clause is counted. */
export const figureUnits = ['hours', 'days', 'business-days', 'months', 'times', 'money'] as const
