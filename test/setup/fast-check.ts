import fc from 'fast-check'

/**
 * fast-check with one seed, so that a change of the code fails a property and not the day: the same cases in every run, and
 * others with `CLAUSEBOOK_SEED=N`.
 */
const said = process.env.CLAUSEBOOK_SEED ?? '1'
if (!/^\d{1,9}$/.test(said)) throw new Error(`CLAUSEBOOK_SEED is a whole number, and not ${said}`)
fc.configureGlobal({ seed: Number(said) })

export default fc
