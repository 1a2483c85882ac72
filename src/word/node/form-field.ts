import { type IContext, type IXmlableObject, type ParagraphChild, TextRun } from 'docx'
import type { FormFieldNode } from '../../draft/index.ts'
import { xmlText } from '../package/xml-text.ts'
import type { InlineWriter, State } from './types.ts'

/** A content control around words (ECMA-376 part 1, 17.5.2), which `docx` has no class for. */
class ContentControl extends TextRun {
  readonly #control: IXmlableObject

  constructor(control: IXmlableObject) {
    super('')
    this.#control = control
  }

  override prepForXml(_: IContext): IXmlableObject {
    return this.#control
  }
}

/** Style of the words that a control shows until it is filled. */
const PLACEHOLDER = 'PlaceholderText'

/**
 * A place to fill in: a list to choose from, words, or a box for each answer. Several lists stand under one another. A
 * control is known by its mark, which says nothing of us.
 */
export const formField: InlineWriter<FormFieldNode> = (
  state,
  { control, options, count = 1, value, placeholder, mark, label },
) => {
  if (control === 'boxes')
    return options.flatMap((option, at): ParagraphChild[] => [
      box(`${label}: ${option}`, `${mark}${at}`),
      new TextRun(xmlText(` ${option}${at < options.length - 1 ? '   ' : ''}`)),
    ])
  return Array.from({ length: count }, (_, at): ParagraphChild[] => [
    ...(at > 0 ? [new TextRun({ break: 1 })] : []),
    filled(control, count === 1 ? label : `${label}, ${at + 1}`, `${mark}${at}`, options, {
      value: at === 0 ? value : '',
      placeholder,
      state,
    }),
  ]).flat()
}

function filled(
  control: 'list' | 'text' | 'date',
  label: string,
  mark: string,
  options: readonly string[],
  { value, placeholder, state }: { value: string; placeholder: string; state: State },
): ContentControl {
  const kind: Record<typeof control, IXmlableObject> = {
    list: {
      'w:comboBox': options.map((option) => ({
        'w:listItem': { _attr: { 'w:displayText': xmlText(option), 'w:value': xmlText(option) } },
      })),
    },
    text: { 'w:text': { _attr: { 'w:multiLine': '1' } } },
    date: {
      'w:date': [
        { 'w:dateFormat': { _attr: { 'w:val': state.dateFormat } } },
        { 'w:lid': { _attr: { 'w:val': state.language } } },
      ],
    },
  }
  const empty = value === ''
  return controlOf(
    label,
    mark,
    [...(empty ? [{ 'w:showingPlcHdr': {} }] : []), kind[control]],
    empty ? placeholder : value,
    empty ? [{ 'w:rStyle': { _attr: { 'w:val': PLACEHOLDER } } }] : [],
  )
}

/** Signs and font of Word's own check boxes. */
const state = (sign: string) => ({ _attr: { 'w14:val': sign, 'w14:font': 'MS Gothic' } })

function box(label: string, mark: string): ContentControl {
  return controlOf(
    label,
    mark,
    [
      {
        'w14:checkbox': [
          { 'w14:checked': { _attr: { 'w14:val': '0' } } },
          { 'w14:checkedState': state('2612') },
          { 'w14:uncheckedState': state('2610') },
        ],
      },
    ],
    '☐',
    [
      {
        'w:rFonts': {
          _attr: {
            'w:ascii': 'MS Gothic',
            'w:eastAsia': 'MS Gothic',
            'w:hAnsi': 'MS Gothic',
            'w:hint': 'eastAsia',
          },
        },
      },
    ],
  )
}

function controlOf(
  label: string,
  mark: string,
  properties: IXmlableObject[],
  words: string,
  look: IXmlableObject[],
): ContentControl {
  const lines = words
    .split('\n')
    .flatMap((line, at): IXmlableObject[] => [
      ...(at > 0 ? [{ 'w:br': {} }] : []),
      { 'w:t': [{ _attr: { 'xml:space': 'preserve' } }, xmlText(line)] },
    ])
  return new ContentControl({
    'w:sdt': [
      {
        'w:sdtPr': [
          { 'w:alias': { _attr: { 'w:val': xmlText(label).slice(0, 64) } } },
          { 'w:tag': { _attr: { 'w:val': mark } } },
          ...properties,
        ],
      },
      { 'w:sdtContent': [{ 'w:r': [...(look.length > 0 ? [{ 'w:rPr': look }] : []), ...lines] }] },
    ],
  })
}
