/** Signs from a code on, one after another; a space where the font has none. */
function from(code: number, signs: string): [number, string][] {
  return [...signs].map((sign, at): [number, string] => [code + at, sign]).filter(([, sign]) => sign !== ' ')
}

/** The encoding of the font Symbol (Adobe's, with the euro at A0). */
const symbol = new Map([
  [0x20, ' '] as const,
  ...from(
    0x21,
    '!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼',
  ),
  ...from(0xa0, '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓'),
  ...from(0xe0, '◊⟨🄮🄯🅪∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ ⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭'),
])

/** Wingdings, as the Unicode Standard took it over (L2/12-368); boxes to tick as the boxes that people type. */
const wingdings = new Map([
  [0x20, ' '] as const,
  ...from(0x21, '🖉✂✁👓🕭🕮🕯🕿✆🖂🖃📪📫📬📭🗀🗁🗎🗏🗐🗄⏳🖮🖰🖲🖳🖴🖫🖬✇✍🖎✌🖏👍👎☜☞☝☟🖐☺😐☹💣🕱🏳🏱✈☼🌢❄🕆✞🕈✠✡☪☯🕉☸'),
  ...from(0x5e, '♈♉♊♋♌♍♎♏♐♑♒♓🙰🙵●🔾■□🞐❑❒⬧⧫◆❖⬥⌧⮹⌘🏵🏶🙶🙷'),
  ...from(0x80, '⓪➀➁➂➃➄➅➆➇➈➉⓿➊➋➌➍➎➏➐➑➒➓🙢🙠🙡🙣🙞🙜🙝🙟·•⬝○🞆🞈◉◎🔿▪☐🟂✦★✶✴✹✵⯐⌖⟡⌑⯑✪✰'),
  ...from(0xb7, '🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛⮰⮱⮲⮳⮴⮵⮶⮷🙪🙫🙕🙔🙗🙖🙐🙑🙒🙓⌫⌦⮘➢⮙⮛⮈⮊⮉⮋🡨🡪🡩🡫🡬🡭🡯🡮🡸🡺🡹🡻🡼🡽🡿🡾'),
  ...from(0xef, '⇦⇨⇧⇩⬄⇳⬁⬀⬃⬂🢬🢭✗✓☒☑'),
])

/** Of the other two, what contracts tick. */
const wingdings2 = new Map(
  from(0x4f, '🗴🗸🗵☑').concat([
    [0xa3, '☐'],
    [0x97, '●'],
    [0xa2, '■'],
  ]),
)
const webdings = new Map<number, string>([
  [0x61, '✔'],
  [0x63, '☐'],
  [0x67, '■'],
  [0x72, '✖'],
])

/** Fonts of signs by name in lower case: the sign at each code, from 0x20. */
export const symbolFonts: ReadonlyMap<string, ReadonlyMap<number, string>> = new Map<
  string,
  ReadonlyMap<number, string>
>([
  ['symbol', symbol],
  ['wingdings', wingdings],
  ['wingdings 2', wingdings2],
  ['wingdings 3', new Map()],
  ['webdings', webdings],
])
