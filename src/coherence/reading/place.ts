import { remembered } from '../../reading/remembered.ts'

/** A country or state by whose law and courts a paper may choose, as a sentence names it. */
export interface NamedPlace {
  /** The country, or the state of a union of states, in small letters: `germany`, `california`. */
  home: string
  /** As it stands there: `Munich`, `the Irish`. */
  said: string
  index: number
}

const states =
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|Ontario|Quebec|British Columbia|Alberta|New South Wales|Queensland|England|Scotland|Wales|Northern Ireland'

/** What belongs to a country or a state: its people's adjective, and the towns where one tries cases. */
const belonging: Record<string, string> = {
  germany: 'German|Berlin|Munich|Hamburg|Frankfurt|Cologne|Düsseldorf|Stuttgart|Bavarian?',
  ireland: 'Irish|Dublin|Cork',
  france: 'French|Paris|Lyon',
  england: 'English|British|United Kingdom|Great Britain|UK|Wales|Welsh|London|Manchester|Birmingham',
  scotland: 'Scottish|Scots|Edinburgh|Glasgow',
  switzerland: 'Swiss|Zurich|Zürich|Geneva|Basel|Bern|Lausanne|Zug',
  austria: 'Austrian|Vienna',
  netherlands: 'Dutch|Holland|The Netherlands|Amsterdam|Rotterdam|The Hague|Netherlands',
  italy: 'Italian|Milan|Rome|Turin',
  spain: 'Spanish|Madrid|Barcelona',
  portugal: 'Portuguese|Lisbon',
  belgium: 'Belgian|Brussels|Antwerp',
  luxembourg: 'Luxembourgish|Luxembourgeois',
  denmark: 'Danish|Copenhagen',
  sweden: 'Swedish|Stockholm',
  norway: 'Norwegian|Oslo',
  finland: 'Finnish|Helsinki',
  iceland: 'Icelandic|Reykjavik',
  poland: 'Polish|Warsaw|Krakow',
  czechia: 'Czech|Czech Republic|Prague',
  hungary: 'Hungarian|Budapest',
  greece: 'Greek|Athens',
  romania: 'Romanian|Bucharest',
  bulgaria: 'Bulgarian|Sofia',
  estonia: 'Estonian|Tallinn',
  latvia: 'Latvian|Riga',
  lithuania: 'Lithuanian|Vilnius',
  slovakia: 'Slovak|Bratislava',
  slovenia: 'Slovenian|Ljubljana',
  croatia: 'Croatian|Zagreb',
  ukraine: 'Ukrainian|Kyiv|Kiev',
  türkiye: 'Turkish|Turkey|Istanbul|Ankara',
  israel: 'Israeli|Tel Aviv|Jerusalem|Haifa',
  'united arab emirates': 'Emirati|UAE|Dubai|Abu Dhabi|DIFC|ADGM',
  'saudi arabia': 'Saudi|Riyadh',
  india: 'Indian|Mumbai|Delhi|New Delhi|Bangalore|Bengaluru|Chennai',
  china: "Chinese|People['’]s Republic of China|PRC|Beijing|Shanghai|Shenzhen",
  'hong kong': 'Hong Kong SAR China|Hong Kong',
  japan: 'Japanese|Tokyo|Osaka',
  'south korea': 'Korean|Korea|Republic of Korea|Seoul',
  taiwan: 'Taiwanese|Taipei',
  singapore: 'Singaporean|SIAC',
  malaysia: 'Malaysian|Kuala Lumpur',
  australia: 'Australian',
  'new south wales': 'Sydney',
  victoria: 'Melbourne',
  'new zealand': 'Auckland|Wellington',
  canada: 'Canadian',
  ontario: 'Toronto|Ottawa',
  quebec: 'Québec|Montreal|Montréal',
  'british columbia': 'Vancouver',
  mexico: 'Mexican|Mexico City',
  brazil: 'Brazilian|São Paulo|Sao Paulo|Rio de Janeiro',
  argentina: 'Argentine|Argentinian|Buenos Aires',
  chile: 'Chilean|Santiago',
  colombia: 'Colombian|Bogotá|Bogota',
  'south africa': 'South African|Johannesburg|Cape Town',
  nigeria: 'Nigerian|Lagos',
  kenya: 'Kenyan|Nairobi',
  egypt: 'Egyptian|Cairo',
  california:
    'Californian|San Mateo|Santa Clara|San Francisco|Los Angeles|San Jose|San Diego|Sacramento|Menlo Park|Palo Alto|Oakland',
  'new york': 'Manhattan|Brooklyn|Albany|New York City|New York County',
  delaware: 'Wilmington|Delawarean',
  texas: 'Texan|Austin|Dallas|Houston|San Antonio',
  washington: 'Seattle|King County|Tacoma',
  massachusetts: 'Boston|Suffolk County',
  illinois: 'Chicago|Cook County',
  florida: 'Miami|Orlando|Tampa',
  georgia: 'Atlanta',
  colorado: 'Denver',
  pennsylvania: 'Philadelphia|Pittsburgh',
  virginia: 'Virginian|Alexandria|Richmond',
  oregon: 'Portland|Multnomah',
  arizona: 'Phoenix',
  nevada: 'Las Vegas',
  minnesota: 'Minneapolis',
  michigan: 'Detroit',
  ohio: 'Cleveland|Columbus',
}

/** Unions, whose law is beside that of a state and not against it, and names that mean other things as well. */
const none =
  /^(?:united states|european union|world|jersey|chad|jordan|niger|mali|guinea|eurozone|united nations)$/

const homes = new Map<string, string>()
for (const name of states.split('|')) homes.set(name.toLowerCase(), name.toLowerCase())
const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
for (const one of letters)
  for (const other of letters) {
    const name = regions.of(`${one}${other}`)?.toLowerCase()
    if (name !== undefined && !none.test(name) && !homes.has(name)) homes.set(name, name)
  }
for (const [home, names] of Object.entries(belonging))
  for (const name of names.split('|')) homes.set(name.toLowerCase(), home)
homes.set('wales', 'england')

const names = [...homes.keys()]
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replace(/[.()]/g, '\\$&'))
const place = new RegExp(String.raw`(?<![\p{L}-])(?:${names.join('|')})(?![\p{L}-])`, 'giu')
/** Behind a name: a company's. */
const company = /^\s+(?:Limited|Ltd|Inc|Corp|LLC|plc|GmbH)\b/
/** Between two names of one place: `Munich, Germany`, `England and Wales`. */
const joins =
  /^(?: County| City)?(?:,\s*|\s+(?:in|and)\s+(?:the\s+)?)(?:(?:State|Republic|Commonwealth)\s+of\s+)?$/

/**
 * The places in words, each once: of a town and its country the country.
 *
 * @example placesIn('the courts of San Mateo County, California') // [{ home: 'california', … }]
 */
export const placesIn: (words: string) => readonly NamedPlace[] = remembered((words: string) => {
  const found: (NamedPlace & { end: number })[] = []
  for (const { 0: said, index } of words.matchAll(place)) {
    if (!/^\p{Lu}/u.test(said) || company.test(words.slice(index + said.length))) continue
    const home = homes.get(said.toLowerCase())!
    const end = index + said.length
    const before = found.at(-1)
    const between = before ? words.slice(before.end, index) : ''
    if (before && joins.test(between) && (/,/.test(between) || before.home === home)) {
      Object.assign(before, { home, said: words.slice(before.index, end), end })
    } else found.push({ home, said, index, end })
  }
  return found.map(({ home, said, index }) => ({ home, said, index }))
})
