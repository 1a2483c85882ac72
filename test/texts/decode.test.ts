import { encode } from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decode, decodeText } from '../../src/texts/decode.ts'
import fc from '../setup/fast-check.ts'

const sentence = 'The licensee’s “Products” – née Œuvres – cost € 5.\n'

/** What an agreement says in many languages, and what it is saved in where nobody thought of Unicode. */
const languages: [string, string, string[]][] = [
  ['English', 'The licensee’s “Products” – and the fees — cost more.', ['win1252', 'macroman']],
  ['English with a name', 'Services at Café Noir, with naïve clauses.', ['win1252', 'macroman']],
  ['English with amounts', 'The fee is £5 (§ 2), and not £ 50.', ['win1252']],
  ['English with figures', 'He pays ½ of €10,000 for 10² lamps, or 2 × 5 of them.', ['win1252']],
  ['French', 'La redevance est payable à l’avance. Le prestataire s’engage à exécuter les tâches.', ['win1252', 'macroman']],
  ['German', 'Die Gebühr ist monatlich fällig. § 5 – Haftung für größere Schäden.', ['win1252', 'macroman']],
  ['Spanish', 'La tarifa se pagará cada mes. El señor Núñez aceptó las condiciones según lo previsto.', ['win1252', 'macroman']],
  ['Portuguese', 'A remuneração será paga mensalmente. As partes não são responsáveis.', ['win1252', 'macroman']],
  ['Swedish', 'Avgiften skall betalas i förskott. Varje part får säga upp avtalet på grund av väsentligt avtalsbrott.', ['win1252']],
  ['Polish', 'Opłata jest płatna co miesiąc, z góry. Każda ze stron może rozwiązać umowę.', ['win1250', 'iso88592']],
  ['a word of Polish', 'Płatne co miesiąc.', ['win1250']],
  ['Czech', 'Poplatek je splatný měsíčně předem. Každá ze smluvních stran může smlouvu vypovědět.', ['win1250', 'iso88592']],
  ['Hungarian', 'A díj havonta előre fizetendő. Bármelyik fél felmondhatja a szerződést.', ['win1250', 'iso88592']],
  ['Russian', 'Плата вносится ежемесячно. Каждая сторона вправе расторгнуть договор.', ['win1251', 'koi8-r', 'cp866', 'iso88595']],
  ['Bulgarian', 'Договорът се сключва за определен срок. Страните не отговарят за пропуснати ползи.', ['win1251', 'cp866']],
  ['Ukrainian', 'Плата вноситься щомісяця. Кожна сторона має право розірвати договір.', ['win1251', 'koi8-u']],
  ['Croatian', 'Pružatelj usluge može raskinuti ugovor ako korisnik ne plati, niti za štetu koju pretrpe treći.', ['win1250', 'iso88592']],
  ['Turkish', 'Müşteri otuz gün içinde ödeme yapmazsa sağlayıcı sözleşmeyi feshedebilir; yükümlülükler ağırdır.', ['win1254', 'iso88599']],
  ['Lithuanian', 'Tiekėjas gali nutraukti sutartį, jeigu klientas nesumoka per trisdešimt dienų.', ['win1257', 'iso885913']],
  ['Latvian', 'Piegādātājs var izbeigt līgumu, ja klients nesamaksā trīsdesmit dienu laikā.', ['win1257', 'iso885913']],
  ['Icelandic', 'Samningurinn er gerður til ákveðins tíma. Hvorugur aðili ber ábyrgð á óbeinu tjóni.', ['win1252']],
  ['Danish', 'Leverandøren kan opsige aftalen, hvis kunden ikke betaler; ændringer sker på skrift.', ['win1252', 'macroman', 'cp850']],
  ['German of DOS', 'Der Anbieter kann kündigen, wenn der Kunde nicht zahlt. Keine Partei haftet für größere Schäden.', ['cp850']],
  ['Hebrew', 'ההסכם נערך לתקופה קצובה. הספק רשאי לבטל את ההסכם אם הלקוח לא ישלם בתוך שלושים יום.', ['win1255']],
  ['Arabic', 'يبرم العقد لمدة محددة. يجوز للمورد إنهاء العقد إذا لم يدفع العميل خلال ثلاثين يوما.', ['win1256']],
  ['Greek', 'Το τέλος καταβάλλεται κάθε μήνα προκαταβολικά στον λογαριασμό του παρόχου.', ['win1253']],
  ['Japanese', '料金は毎月前払いで、提供者の指定する口座に支払うものとする。', ['shift_jis', 'euc-jp']],
  ['Chinese', '费用应按月预付至供应商指定的账户。任何一方均可终止本协议。', ['gb18030']],
  ['Korean', '요금은 매월 선불로 공급자의 계좌에 지급한다. 각 당사자는 계약을 해지할 수 있다.', ['euc-kr']],
] // biome-ignore format: a table

/** Small letters, spaces and full stops as a mainframe writes them (code page 37). */
function ebcdic(text: string): Uint8Array {
  const rows: [string, number][] = [['abcdefghi', 0x81], ['jklmnopqr', 0x91], ['stuvwxyz', 0xa2], [' ', 0x40], ['.', 0x4b]] // biome-ignore format: a table
  return Uint8Array.from([...text], (sign) => {
    const [letters, first] = rows.find(([row]) => row.includes(sign))!
    return first + letters.indexOf(sign)
  })
}

describe('decoding', () => {
  describe.each(languages)('%s', (_, words, encodings) => {
    const unicode = ['utf8', 'utf16le', 'utf16be', 'utf32le', 'utf32be']
    test.each([...encodings, ...unicode])('in %s', (encoding) => {
      const text = `Services Agreement\n\n1. Terms apply.\n\n2. ${words}\n`
      const read = decode(encode(text, encoding), 'a.txt')
      expect(read.text).toBe(text)
      // Unicode says itself what it is; anything else is told to be a guess.
      expect(read.guessed).toBe(!unicode.includes(encoding))
    })
  })

  test.each(['utf8', 'utf16le', 'utf16be', 'utf32le'])('reads %s with its mark', (encoding) => {
    expect(decodeText(encode(sentence, encoding, { addBOM: true }), 'a.txt')).toBe(sentence)
  })

  test.each([0, 1, 2, 3])('takes a text with a zero byte for none, and not for UTF-16 (at %i)', (at) => {
    const bytes = Buffer.from(
      `${'1. Fees. The fee is ten crowns.\n\n'.repeat(20)}${' '.repeat(at)}\0 2. Law. Malta.\n`,
    )
    expect(() => decode(bytes, 'a.txt')).toThrow('is not a text')
  })

  test('reads any UTF-8 text back', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\p{L}\p{P} \n]*$/u), (text) => {
        const plain = text.replace(/^\uFEFF/, '')
        expect(decodeText(Buffer.from(plain), 'a.txt')).toBe(plain)
      }),
    )
  })

  test('takes the line ends of a mainframe for line ends', () => {
    expect(decodeText(Buffer.from('1. Fees.\u0085\u00852. Term.\u0085'), 'a.txt')).toBe(
      '1. Fees.\n\n2. Term.\n',
    )
  })

  test('believes a page, unless it says that it is UTF-8 and is not', () => {
    const page = (charset: string) => `<meta charset="${charset}"><p>Płatne co miesiąc`
    expect(decode(encode(page('iso-8859-2'), 'iso88592'), 'a.html', { html: true })).toMatchObject({
      text: page('iso-8859-2'),
      guessed: false,
    })
    expect(decode(encode(page('utf-8'), 'win1250'), 'a.html', { html: true }).text).toBe(page('utf-8'))
  })

  test('reads what a person names, and says where the bytes are not in it', () => {
    expect(decode(encode('Ödeme şartları', 'win1254'), 'a.txt', { encoding: 'windows-1254' }).text).toBe(
      'Ödeme şartları',
    )
    const bytes = encode('Płatne', 'win1250')
    expect(() => decode(bytes, 'a.txt', { encoding: 'utf-8' })).toThrow('is not in utf-8')
    expect(() => decode(bytes, 'a.txt', { encoding: 'utf-9' })).toThrow('is no encoding')
  })

  test.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48])],
    ['a mainframe’s text', ebcdic('the fee is due monthly and the term is one year. '.repeat(4))],
    ['an archive', Buffer.from(Array.from({ length: 2000 }, (_, at) => (at * 7919 + 13) % 256))],
  ])('refuses %s', (_, bytes) => {
    expect(() => decodeText(bytes, 'a.bin')).toThrow('is not a text')
  })
})
