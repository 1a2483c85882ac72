/** Facts of a matter by which the clauses of a library are its own: its numbers, and clauses that it alone has. */
export const ownReads = [
  'negotiation.currency',
  'negotiation.figures[].figure',
  'negotiation.figures[].is',
  'clauses[].id',
  'clauses[].title',
  'clauses[].paper',
  'clauses[].text',
  'clauses[].after',
  'clauses[].licenses',
  'clauses[].why',
]
