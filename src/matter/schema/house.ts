import { text } from './leaf.ts'
import { ask } from './question.ts'

/** Whose layer lies over the library. */
export const house = {
  house: ask(text('a name'), {
    question: 'Whose house is it: which layer over the library does the matter use?',
    help: 'The name of a folder among the houses of this machine, and never a path. Left out: none, or that of the command.',
    why: 'A firm’s own positions, numbers, words and look are taken from it.',
  }),
}
