import { describe, expect, it } from 'vitest'
import { loadLibrary } from '../../src/library/index.ts'

const library = await loadLibrary()

describe('the dates of models', () => {
  it('counts Llama 3.3 from the date that its license gives, not from the launch', () => {
    const difference = library.dateDifferences.find((one) => one.license === 'llama-3.3')
    expect(difference).toMatchObject({ thresholdDate: '2024-12-06', thresholdMonth: '2024-11' })
  })

  it.each(library.models.filter(({ launched }) => launched !== undefined))(
    'says from which date the threshold counts where $name came at another',
    (model) => {
      const { released } = library.licenses.get(model.license)!
      const said = library.dateDifferences.some((one) => one.model === model.name)
      expect(said).toBe(released !== undefined && released !== model.launched)
    },
  )
})
