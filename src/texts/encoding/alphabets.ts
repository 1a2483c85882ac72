/** The letters beyond A to Z of languages that agreements are written in, small ones. */
const alphabets = [
  'àâæçéèêëîïôœùûüÿ', // French
  'äöüß', // German
  'áéíñóúüªº', // Spanish
  'àáâãçéêíóôõúüªº', // Portuguese
  'àèéìíîòóùú', // Italian
  'áàèéëïíóöúü', // Dutch, Catalan
  'åäöéü', // Swedish, Finnish
  'æøåéèêóòôöü', // Danish, Norwegian
  'áæéíðóöúýþ', // Icelandic
  'ąćęłńóśźż', // Polish
  'áčďéěíňóřšťúůýž', // Czech
  'áäčďéíĺľňóôŕšťúýž', // Slovak
  'áéíóöőúüű', // Hungarian
  'čćđšž', // Croatian, Slovene, Serbian
  'ăâîșțşţ', // Romanian
  'çğıi̇öşüâîû', // Turkish
  'ąčęėįšųūž', // Lithuanian
  'āčēģīķļņšūž', // Latvian
  'äõöüšž', // Estonian
  'абвгдеёжзийклмнопрстуфхцчшщъыьэюя', // Russian, Bulgarian
  'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя', // Ukrainian
  'абвгдеёжзійклмнопрстуўфхцчшыьэюя', // Belarusian
  'абвгдђежзијклљмнњопрстћуфхцчџш', // Serbian
  'αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ', // Greek
  'אבגדהוזחטיךכלםמןנסעףפץצקרשת', // Hebrew
  'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگ', // Arabic, Persian
].map((letters) => new Set(letters))

/** The letters that make up most of a Cyrillic or Greek text of any length. */
const OFTEN = /[оеаинтсрвліαοιετσνηρκω]/g

/**
 * How unlike the letters of any one language the letters of a text are, beyond A to Z: 0 where one language has them all
 * (as often as it has them), 1 where none has any.
 */
export function unlikeAnyLanguage(text: string): number {
  const letters = text.toLowerCase().match(/(?![\u0000-\u007f])\p{L}/gu) ?? []
  if (letters.length === 0) return 0
  const times = new Map<string, number>()
  for (const letter of letters) times.set(letter, (times.get(letter) ?? 0) + 1)
  const known = alphabets.map((alphabet) =>
    [...times].reduce((sum, [letter, count]) => sum + (alphabet.has(letter) ? count : 0), 0),
  )
  const outside = 1 - Math.max(...known) / letters.length
  const joined = letters.join('')
  const own = joined.match(/[\p{Script=Cyrillic}\p{Script=Greek}]/gu)?.length ?? 0
  const seldom = own > 20 && (joined.match(OFTEN)?.length ?? 0) < own * 0.4 ? 0.5 : 0
  return outside + seldom
}
