import { expect, test } from 'vitest'
import { compared } from './texts.ts'

const source = `# Harbour Model License

Release date: 3 March 2024.

“Harbour Materials” means the model and its manuals.

1. Grant.

   a. You may copy it.

   b. You may sell it.

# Harbour Use Policy

## What you must not do

1. You must not break the law with it.
`

test('clauses are addressed as a person writes it, those of an attached policy by its title', () => {
  const { pairs } = compared(source, source)
  expect(pairs.map(({ left }) => left?.section)).toEqual([
    'Title',
    'Recital “Release date: 3 March 2024”',
    'Definition of “Harbour Materials”',
    'Section 1',
    'Section 1.a',
    'Section 1.b',
    'Harbour Use Policy, Title',
    'Harbour Use Policy, Heading “What you must not do”',
    'Harbour Use Policy, Section 1',
  ])
})
