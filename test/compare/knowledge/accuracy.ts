import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type ClauseWords, classifierOf } from '../../../src/compare/knowledge/classifier.ts'
import { packageRoot } from '../../../src/home.ts'
import type { Library, TextKind } from '../../../src/library/index.ts'

/** A clause whose topic a person has told, or null where none of the library's topics is its own. */
export interface LabelledClause extends ClauseWords {
  topic: string | null
}

/** What the classifier makes of clauses whose topics are known. */
export interface Accuracy {
  clauses: number
  /** Clauses of a topic that were given that topic. */
  right: number
  /** Clauses that were given another topic than their own, or one where they have none. */
  wrong: { clause: LabelledClause; guess: string; confidence: number }[]
  /** Clauses of a topic that were left unclassified. */
  missed: LabelledClause[]
  /** Clauses of no topic that were left unclassified. */
  rightlyNone: number
}

/** Holds the classifier's guesses against what a person has told. */
export function accuracyOf(library: Library, document: TextKind, clauses: LabelledClause[]): Accuracy {
  const classify = classifierOf(library, document)
  const accuracy: Accuracy = { clauses: clauses.length, right: 0, wrong: [], missed: [], rightlyNone: 0 }
  for (const clause of clauses) {
    const guess = classify(clause)
    if (guess && guess.topic === clause.topic) accuracy.right += 1
    else if (guess) accuracy.wrong.push({ clause, guess: guess.topic, confidence: guess.confidence })
    else if (clause.topic === null) accuracy.rightlyNone += 1
    else accuracy.missed.push(clause)
  }
  return accuracy
}

/** An agreement in the style of another house, written for this test, each clause with its topic. */
export interface House {
  name: string
  house: string
  document: TextKind
  /** Written after the classifier's thresholds were set. */
  unseen?: true
  clauses: LabelledClause[]
}

/** The agreements of test/fixtures/houses. */
export function houses(): House[] {
  const folder = join(packageRoot(), 'test/fixtures/houses')
  return readdirSync(folder)
    .sort()
    .map(
      (file) =>
        ({ name: file.replace('.yaml', ''), ...parse(readFileSync(join(folder, file), 'utf8')) }) as House,
    )
}
