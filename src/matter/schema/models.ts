import { choice, choices, date, text } from './leaf.ts'
import { ask, listOf } from './question.ts'

/** The models, each under the license of its version. */
export const models = {
  models: listOf(
    {
      model: ask(text('the name of a model'), {
        question: 'Which model is it?',
        help: 'The name as in clauses/models.yaml, such as Llama 3.1 or Llama 3.2-Vision.',
        why: 'Each version is under a license of its own.',
      }),
      license: ask(text('the id of a license'), {
        question: 'Under which license is it?',
        help: 'Its id, such as llama-3.1. Left out, it follows from the model.',
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
        why: 'Multimodal models of some versions are not licensed to companies with their principal place of business in the European Union.',
      }),
      since: ask(date(), {
        question: 'Since when is it used?',
        unit: 'date, YYYY-MM-DD',
        why: 'Use is acceptance in most versions, so that it dates the agreement.',
      }),
      purpose: ask(text(), {
        question: 'What is it used for?',
        why: 'A risk is judged on the use and not on the model alone.',
      }),
      status: ask(choice(['evaluated', 'in-use', 'planned', 'retired']), {
        question: 'Is it evaluated, in use, planned or retired?',
        why: 'A research-only license allows a trial and not production, and a retired model may still have to be deleted.',
      }),
    },
    {
      question: 'Which Llama models are used, or planned?',
      help: 'Count models inside vendors’ products under vendors, not here, unless the client runs them itself.',
      why: 'The licenses that apply follow from it.',
    },
  ),
}
