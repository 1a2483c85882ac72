import { choice, choices, control, dayOrMonth, text, yesNo } from './leaf.ts'
import { ask, group, listOf } from './question.ts'

const done = (question: string, topic: string) =>
  ask(control(), { question, help: 'yes, partly or no.', law: [topic] })

/** Which duties are done, for a use or for one of its models. */
export const performed = group(
  {
    agreement_copy: done('Does a copy of the agreement go with what is distributed?', 'agreement-copy'),
    built_with_display: done(
      'Is the display line of the license shown where the license asks for it?',
      'built-with-display',
    ),
    model_naming: done('Do derived models carry the name that the license asks for?', 'model-naming'),
    notice_file: done('Does the notice of the license go with distributed copies?', 'attribution-notice'),
  },
  {
    question: 'Which duties of the license are done?',
    help: 'Of a use, or of one model where they differ. Left out, what controls say of the whole client counts.',
    why: 'What is due and not done comes first in a memo.',
  },
)

/** What is asked of a model. */
export const modelFacts = {
  model: ask(text('the name of a model'), {
    question: 'Which model is it?',
    help: 'Its name, such as Llama 3.1 or Llama 3.2-Vision.',
    picks: 'models',
    why: 'Each version is under a license of its own.',
  }),
  license: ask(text('the id of a license'), {
    question: 'Under which license is it?',
    help: 'Such as llama-3.1. Left out, it follows from the model.',
    picks: 'licenses',
    why: 'The license decides nearly everything.',
  }),
  size: ask(text(), {
    question: 'Which size is it?',
    help: 'For example 70B.',
    why: 'The inventory of models names it, and an addendum describes exactly what a vendor runs.',
  }),
  inputs: ask(choices(['text', 'image', 'audio', 'video']), {
    question: 'What does the model take in?',
    help: 'Left out, it follows from the model.',
    law: ['multimodal-european-union'],
  }),
  since: ask(dayOrMonth(), {
    question: 'Since when is it used?',
    unit: 'date or month, YYYY-MM-DD or YYYY-MM',
    law: ['acceptance'],
  }),
  until: ask(dayOrMonth(), {
    question: 'Until when was it used?',
    unit: 'date or month, YYYY-MM-DD or YYYY-MM',
    help: 'Of a model that is retired; left out, what is said of the use counts.',
    why: 'A use that changed its model has a past under each license.',
  }),
  purpose: ask(text(), {
    question: 'What is it used for?',
    why: 'A risk is judged on the use and not on the model alone.',
  }),
  status: ask(choice(['evaluated', 'in-use', 'planned', 'retired']), {
    question: 'Is it evaluated, in use, planned or retired?',
    law: ['commercial-use', 'deletion'],
  }),
  performed,
  certain: ask(yesNo(), {
    question: 'Is it certain that this model is used, or wrote the outputs in question?',
    help: 'Left out, it is.',
    why: 'What hangs on it is not decided before it is known.',
  }),
  changed: ask(yesNo(), {
    question: 'Is this model fine-tuned or otherwise changed?',
    help: 'Left out, what is said of fine-tuning counts for each model.',
    law: ['model-naming'],
  }),
}

/** The models, each under the license of its version. */
export const models = {
  models: listOf(modelFacts, {
    question: 'Which Llama models are used, or planned?',
    help: 'Count models inside vendors’ products under vendors, not here, unless the client runs them itself.',
    why: 'The licenses that apply follow from it.',
  }),
}
