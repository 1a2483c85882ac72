import { expectTypeOf, test } from 'vitest'
import type * as compareDoor from '../src/doors/compare.ts'
import type * as wordDoor from '../src/doors/word.ts'
import {
  type Agreement,
  assess,
  type Comparison,
  checkMatter,
  clausesOf,
  compare,
  comparisonToDocx,
  type draft,
  draftToMarkdown,
  type Library,
  loadLibrary,
  type Matter,
  markdownReport,
  openFile,
  openTexts,
  type Pair,
  type Problem,
  parseAgreement,
  placeEdits,
  readMatter,
  redlineOf,
  redlineToDocx,
  type TextStore,
} from '../src/index.ts'

// What `tsc` in `npm run check` holds: a program that is written against these types goes on compiling.
test('the types that a program is written against', () => {
  expectTypeOf(parseAgreement).parameter(0).toEqualTypeOf<string>()
  expectTypeOf(parseAgreement).returns.toEqualTypeOf<Agreement>()
  expectTypeOf(clausesOf).parameter(0).toExtend<Agreement>()
  expectTypeOf(compare).returns.toEqualTypeOf<Comparison>()
  expectTypeOf<Comparison['pairs'][number]>().toEqualTypeOf<Pair>()
  expectTypeOf<Pair['status']>().toEqualTypeOf<'identical' | 'cosmetic' | 'changed' | 'added' | 'removed'>()
  expectTypeOf<Pair['moved']>().toEqualTypeOf<boolean>()
  expectTypeOf(markdownReport).parameter(0).toEqualTypeOf<Comparison>()
  expectTypeOf(markdownReport).returns.toEqualTypeOf<string>()
  expectTypeOf(loadLibrary).returns.resolves.toEqualTypeOf<Library>()
  expectTypeOf(readMatter).returns.toEqualTypeOf<Matter>()
  expectTypeOf(checkMatter).returns.toExtend<{ problems: Problem[] }>()
  expectTypeOf(assess).parameters.toExtend<[Matter, Library, unknown?]>()
  expectTypeOf(draftToMarkdown).parameter(0).toEqualTypeOf<ReturnType<typeof draft>>()
  expectTypeOf(comparisonToDocx).returns.resolves.toEqualTypeOf<Uint8Array>()
  expectTypeOf(redlineToDocx).returns.resolves.toEqualTypeOf<Uint8Array>()
  expectTypeOf(redlineOf).parameter(0).toExtend<Agreement>()
  expectTypeOf(placeEdits).parameter(2).items.toHaveProperty('edit')
  expectTypeOf(openTexts).returns.toEqualTypeOf<TextStore>()
  expectTypeOf(openFile).parameter(0).toExtend<string>()
  expectTypeOf<Problem>().toExtend<Error>()
  expectTypeOf<Problem['place']>().toEqualTypeOf<{
    file?: string
    line?: number
    column?: number
    layer?: string
    fact?: string
  }>()
  // A mistake that a program makes is one to its compiler too.
  // @ts-expect-error: words are no comparison
  expectTypeOf(markdownReport).toBeCallableWith('words')
  // @ts-expect-error: a status is one of five
  expectTypeOf<'deleted'>().toExtend<Pair['status']>()
})

test('the doors of their own have the same functions', () => {
  expectTypeOf<typeof compareDoor.compare>().toEqualTypeOf<typeof compare>()
  expectTypeOf<typeof wordDoor.comparisonToDocx>().toEqualTypeOf<typeof comparisonToDocx>()
})
