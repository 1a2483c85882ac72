import { sentenceCase } from '../../in-words.ts'
import { own } from '../../own.ts'
import { cardinal, ordinal, ordinalWord } from './english.ts'

/**
 * A number as Word writes it (ECMA-376 part 1, 17.18.59). What is not known here is written in Arabic figures, as Word
 * itself does with the formats of languages that it lacks.
 *
 * @param custom example of a custom format, `001, 002, 003, ...`
 * @example numberText(28, 'lowerLetter') // 'bb'
 */
export function numberText(number: number, format: string, custom?: string): string {
  if (format === 'custom' && custom !== undefined)
    return padded(number, /^0*1\b/.exec(custom)?.[0].length ?? 1)
  return (own(formats, format) ?? String)(number)
}

const formats: Record<string, (number: number) => string> = {
  none: () => '',
  decimalZero: (number) => padded(number, 2),
  upperRoman: (number) => roman(number).toUpperCase(),
  lowerRoman: roman,
  upperLetter: (number) => repeated(number, LATIN).toUpperCase(),
  lowerLetter: (number) => repeated(number, LATIN),
  ordinal,
  cardinalText: (number) => sentenceCase(cardinal(number)),
  ordinalText: (number) => sentenceCase(ordinalWord(number)),
  hex: (number) => number.toString(16).toUpperCase(),
  chicago: (number) =>
    number < 1 ? String(number) : '*†‡§'[(number - 1) % 4]!.repeat(Math.ceil(number / 4)),
  numberInDash: (number) => `- ${number} -`,
  decimalEnclosedParen: (number) => enclosed(number, 0x2474, 20) ?? `(${number})`,
  decimalEnclosedFullstop: (number) => enclosed(number, 0x2488, 20) ?? `${number}.`,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  ideographEnclosedCircle: (number) => enclosed(number, 0x3220, 10) ?? String(number),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalHalfWidth: String,
  russianLower: (number) => repeated(number, RUSSIAN),
  russianUpper: (number) => repeated(number, RUSSIAN).toUpperCase(),
  arabicAlpha: (number) => repeated(number, ARABIC),
  arabicAbjad: (number) => repeated(number, ABJAD),
  hebrew2: (number) => repeated(number, HEBREW),
  aiueo: (number) => around(number, AIUEO),
  aiueoFullWidth: (number) => around(number, AIUEO),
  iroha: (number) => around(number, IROHA),
  irohaFullWidth: (number) => around(number, IROHA),
  ganada: (number) => around(number, GANADA),
  chosung: (number) => around(number, CHOSUNG),
  ideographTraditional: (number) => around(number, STEMS),
  ideographZodiac: (number) => around(number, BRANCHES),
  chineseCounting: (number) => chinese(number, '○'),
  chineseCountingThousand: (number) => chinese(number, '零'),
  taiwaneseCounting: (number) => chinese(number, '○'),
  taiwaneseCountingThousand: (number) => chinese(number, '零'),
  ideographDigital: (number) => digits(number, '〇一二三四五六七八九'),
  japaneseDigitalTenThousand: (number) => digits(number, '〇一二三四五六七八九'),
  japaneseCounting: (number) => chinese(number, '').replace(/一(?=[十百千])/g, '') || '〇',
  hindiNumbers: (number) => digits(number, '०१२३४५६७८९'),
  thaiNumbers: (number) => digits(number, '๐๑๒๓๔๕๖๗๘๙'),
}

const LATIN = 'abcdefghijklmnopqrstuvwxyz'
const RUSSIAN = 'абвгдежзиклмнопрстуфхцчшщыэюя'
const ARABIC = 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي'
const ABJAD = 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ'
const HEBREW = 'אבגדהוזחטיכלמנסעפצקרשת'
const AIUEO = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン'
const IROHA =
  'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン'
const GANADA = '가나다라마바사아자차카타파하'
const CHOSUNG = 'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ'
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'

/** Longest label that is written out: past it, as for negative numbers, Arabic figures. */
const LONGEST = 60

/** a … z, aa, bb …: past its end an alphabet repeats each letter. */
function repeated(number: number, alphabet: string): string {
  if (number < 1) return String(number)
  const times = Math.ceil(number / alphabet.length)
  return times > LONGEST ? String(number) : alphabet[(number - 1) % alphabet.length]!.repeat(times)
}

function around(number: number, signs: string): string {
  return number < 1 ? String(number) : signs[(number - 1) % signs.length]!
}

function roman(number: number): string {
  if (number < 1 || number > LONGEST * 1000) return String(number)
  let rest = number
  let text = ''
  for (const [value, sign] of ROMAN) {
    text += sign.repeat(Math.floor(rest / value))
    rest %= value
  }
  return text
}

const ROMAN: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function padded(number: number, length: number): string {
  return number < 0 ? String(number) : String(number).padStart(length, '0')
}

function enclosed(number: number, first: number, count: number): string | undefined {
  return number >= 1 && number <= count ? String.fromCodePoint(first + number - 1) : undefined
}

function circled(number: number): string {
  if (number > 20 && number <= 35) return String.fromCodePoint(0x3251 + number - 21)
  if (number > 35 && number <= 50) return String.fromCodePoint(0x32b1 + number - 36)
  return enclosed(number, 0x2460, 20) ?? String(number)
}

function fullWidth(number: number): string {
  return digits(number, '０１２３４５６７８９')
}

function digits(number: number, signs: string): string {
  return String(number).replace(/\d/g, (digit) => signs[Number(digit)]!)
}

/** Counting in Chinese characters, up to 9,999. */
function chinese(number: number, zero: string): string {
  if (number === 0) return zero
  if (number < 0 || number > 9_999) return String(number)
  let text = ''
  let gap = false
  for (const [at, digit] of [...String(number).padStart(4, '0')].entries()) {
    if (digit === '0') {
      gap = text !== ''
      continue
    }
    if (gap) text += zero
    gap = false
    text += '一二三四五六七八九'[Number(digit) - 1]! + ['千', '百', '十', ''][at]!
  }
  return number >= 10 && number < 20 ? text.slice(1) : text
}
