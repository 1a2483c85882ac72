import { choice, choices, text, texts, yesNo } from './leaf.ts'
import { ask, group, listOf } from './question.ts'

/** What is trained: the models themselves, and others with what they put out. */
export const training = {
  fine_tuning: group(
    {
      done: ask(yesNo(), {
        question: 'Are the models fine-tuned?',
        law: ['derivatives-ownership', 'model-naming'],
      }),
      data: ask(choices(['company', 'personal', 'customer', 'third-party', 'public']), {
        question: 'On what data are they fine-tuned?',
        why: 'Whose data it is decides who has to agree.',
      }),
      model_names: ask(texts(), {
        question: 'What are the fine-tuned models called?',
        law: ['model-naming'],
      }),
    },
    {
      question: 'Are the models fine-tuned, and on what?',
      law: ['derivatives-ownership', 'model-naming'],
    },
  ),
  output_training: group(
    {
      done: ask(yesNo(), {
        question: 'Do outputs of the models train, distill into, rank for or otherwise improve other models?',
        law: ['model-improvement', 'model-naming'],
      }),
      models: listOf(
        {
          name: ask(text('a name'), {
            question: 'What is the trained model called?',
            law: ['model-naming'],
          }),
          kind: ask(choice(['large-language-model', 'language-model', 'other-model', 'not-a-model']), {
            question:
              'Is the trained thing a large language model, another language model, another kind of model, or no model?',
            help: 'language-model: one that is small, or does not generate text, so that it may be doubted whether it is a large one. other-model: a classifier, a ranking or image model. not-a-model: a report, an index, a data set that trains nothing.',
            law: ['model-improvement'],
          }),
          how: ask(choice(['training', 'selection', 'evaluation', 'indirect']), {
            question:
              'How do the outputs improve it: as training data, by choosing training data, only by measuring it, or through another model?',
            help: 'indirect: outputs train a model, and what that one makes improves this one. Left out, it is taken for training.',
            law: ['model-improvement'],
          }),
          base: ask(choice(['llama', 'other']), {
            question: 'Is the trained model built on Llama or on something else?',
            help: 'llama: on the same version of Llama. other: on anything else, another version of Llama too.',
            law: ['model-improvement'],
          }),
          distributed: ask(yesNo(), {
            question: 'Is the trained model distributed or made available to others?',
            law: ['model-naming'],
          }),
          named_llama: ask(yesNo(), {
            question: 'Does its name begin as the license asks?',
            law: ['model-naming'],
          }),
        },
        {
          question: 'Which models do the outputs train?',
          why: 'Each of them is judged by itself.',
          law: ['model-improvement', 'model-naming'],
        },
      ),
    },
    {
      question: 'Do outputs train other models?',
      law: ['model-improvement', 'model-naming'],
    },
  ),
}
