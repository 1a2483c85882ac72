import { choice, choices, text, texts, yesNo } from './leaf.ts'
import { ask, group, listOf } from './question.ts'

/** What is trained: the models themselves, and others with what they put out. */
export const training = {
  fine_tuning: group(
    {
      done: ask(yesNo(), {
        question: 'Are the models fine-tuned?',
        why: 'A fine-tuned model is a derivative work: owned by who made it, and under the license all the same.',
      }),
      data: ask(choices(['company', 'personal', 'customer', 'third-party', 'public']), {
        question: 'On what data are they fine-tuned?',
        why: 'Personal, customer and third-party data bring duties that the license does not lift.',
      }),
      model_names: ask(texts(), {
        question: 'What are the fine-tuned models called?',
        why: 'Versions from Llama 3 on say how such a name begins.',
      }),
    },
    {
      question: 'Are the models fine-tuned, and on what?',
      why: 'It decides who owns the result and what must go with it.',
    },
  ),
  output_training: group(
    {
      done: ask(yesNo(), {
        question: 'Do outputs of the models train, distill into, rank for or otherwise improve other models?',
        why: 'Llama 2 and 3 forbid it for other language models, and from 3.1 on it brings a duty to name the model.',
      }),
      models: listOf(
        {
          name: ask(text('a name'), {
            question: 'What is the trained model called?',
            why: 'Later versions demand that its name begin with Llama.',
          }),
          kind: ask(choice(['large-language-model', 'language-model', 'other-model', 'not-a-model']), {
            question:
              'Is the trained thing a large language model, another language model, another kind of model, or no model?',
            help: 'language-model: one that is small, or does not generate text, so that it may be doubted whether it is a large one. other-model: a classifier, a ranking or image model. not-a-model: a report, an index, a data set that trains nothing.',
            why: 'The ban of Llama 2 and 3 is on improving another large language model, and does not say what that is.',
          }),
          how: ask(choice(['training', 'selection', 'evaluation']), {
            question:
              'How do the outputs improve it: as training data, by choosing training data, or only by measuring it?',
            help: 'Left out, it is taken for training.',
            why: 'Results count like outputs; whether a mere measurement improves anything is not said.',
          }),
          base: ask(choice(['llama', 'other']), {
            question: 'Is the trained model built on Llama or on something else?',
            help: 'llama: on the same version of Llama. Another version counts as other under Llama 2 and 3.',
            why: 'The ban of Llama 2 and 3 spares the same version and what is derived from it.',
          }),
          distributed: ask(yesNo(), {
            question: 'Is the trained model distributed or made available to others?',
            why: 'The naming duty of later versions depends on it.',
          }),
          named_llama: ask(yesNo(), {
            question: 'Does its name begin as the license demands?',
            why: 'It shows whether the naming duty is met.',
          }),
        },
        {
          question: 'Which models do the outputs train?',
          why: 'The ban and the naming duty are judged model by model.',
        },
      ),
    },
    {
      question: 'Do outputs train other models?',
      why: 'The versions of the license differ most on it.',
    },
  ),
}
