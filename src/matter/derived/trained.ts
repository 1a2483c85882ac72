import type { DerivedFact } from '../condition/types.ts'
import type { Matter } from '../schema/index.ts'
import { isOpen, known, notKnown, some } from './known.ts'

/** A model that outputs train. */
export type Trained = NonNullable<NonNullable<Matter['output_training']>['models']>[number]

/** Whether outputs train a model of a kind, which a judge tells as {@link some} asks it. */
export function trained(
  { output_training: training }: Pick<Matter, 'output_training'>,
  judge: (model: Trained) => boolean | string[],
): DerivedFact {
  if (isOpen(training?.done)) return notKnown('output_training.done')
  return training?.done ? some(training.models, 'output_training.models', judge) : known(false)
}
