import type { ScenarioUse } from '../scenario.ts'

interface Near {
  what: string
  /** Words of the purpose, the domains or the branding that bring the use near the line. */
  told: RegExp
  /** Words by which it does what the line names. */
  does?: RegExp
  /** Words by which people act on it in what the line names. */
  related?: RegExp
  /** Words that keep it apart whatever else is said. */
  apart?: RegExp
  /** What it is where neither is said; `unknown` where the right to do it is a fact that is not told. */
  else: 'apart' | 'related' | 'unknown'
}

const reads =
  /\b(?:searche?s?|read-only|manuals?|handbooks?|explains?|summar\w+|translat\w+|minutes|letters?|invoices?|bills?|rosters?|schedul\w+|tickets?)\b/i
const acts =
  /\b(?:compose and send|sends?|commands?|steers?|controls?(?![- ]rooms?)|operat(?:es?|ing)|switch(?:es|ing)?|movements?|drives?|opens? and closes?|sets? (?:the )?(?:valves?|points|signals?|pitch|speed)|reconfigures?|decides? (?:on )?(?:the )?(?:lanes?|routes?|braking|speed)|(?:writes?|plans?) (?:the )?moves)\b/i
const office = /\b(?:letters?|bills?|invoices?|rosters?|payroll|holidays?|recruit\w+|marketing)\b/i

/** Lines of the use policies, by the words in which a client tells of them. */
const lines: Near[] = [
  {
    what: 'military',
    told: /\b(?:militar\w+|defen[cs]e|army|navy|air force|warfare|munitions?|ITAR)\b/i,
    does: /\b(?:targets?|targeting|weapons?|combat|strike|fire control|warfare)\b/i,
    apart: /\b(?:payroll|canteen|holidays?)\b/i,
    else: 'related',
  },
  {
    what: 'weapons',
    told: /\b(?:weapons?|guns?|rifles?|pistols?|firearms?|ammunition|explosives?)\b/i,
    does: /\b(?:designs?|develops?|builds?|targets?|aims?|ranks? targets)\b/i,
    apart: /\b(?:recogni[sz]es? requests|refuses?|blocks?|filters?)\b/i,
    else: 'related',
  },
  {
    what: 'nuclear',
    told: /\bnuclear\b/i,
    does: acts,
    related: reads,
    else: 'related',
  },
  {
    what: 'espionage',
    told: /\b(?:espionage|spying|intelligence service)\b/i,
    does: /\b(?:intercepts?|recruits?|spies|spying)\b/i,
    else: 'related',
  },
  {
    what: 'drugs',
    told: /\b(?:controlled substances?|narcotics?|opioids?|regulated substances?|illegal drugs?|cannabis)\b/i,
    does: /\b(?:recipes?|synthes\w+|illegal\w*|street|without (?:a )?(?:prescription|license))\b/i,
    apart: /\b(?:pharmacists?|physicians?|doctors?|prescrib\w+|licensed)\b/i,
    else: 'related',
  },
  {
    what: 'critical-infrastructure',
    told: /\b(?:critical infrastructure|utilit(?:y|ies)|energy|grid|power plant|water(?:works| supply)|pipelines?|control[- ]rooms?|telecom\w*)\b/i,
    does: acts,
    related: /\b(?:control[- ]rooms?|operators?|dispatchers?|outages?|maintenance)\b/i,
    apart: office,
    else: 'apart',
  },
  {
    what: 'transportation',
    told: /\b(?:aircraft|aviation|rail(?:way)?s?|trains?\b(?! (?:on|a|the|our|its))|vehicles?|autonomous driving|ships?\b(?! in)|shipping|transportation technolog\w+|cars?|automotive|transport|driving|trucks?|ferr(?:y|ies))\b/i,
    does: /\b(?:steers?|brakes?|drives? (?:the|a|it)|autonomous|autopilot|lane changes?|sets? (?:the )?(?:points|signals)|controls? the)\b/i,
    related: /\b(?:dispatchers?|pilots?|mechanics?|controllers?|maintenance)\b/i,
    apart: /\b(?:does not act|handbook|invoices?|letters?|tickets?)\b/i,
    else: 'apart',
  },
  {
    what: 'heavy-machinery',
    told: /\b(?:heavy machinery|blades|turbines?|cranes?|excavators?|forklifts?|presses|robots?|machine tools?|mining machines?)\b/i,
    does: acts,
    related: /\b(?:operators?|mechanics?|maintenance|fitters?)\b/i,
    apart: office,
    else: 'apart',
  },
  {
    what: 'self-harm',
    told: /\b(?:suicid\w+|self-harm|eating disorders?|people in (?:distress|crisis)|crisis line)\b/i,
    does: /\b(?:encourages?|promotes?|instructs?)\b/i,
    apart: /\b(?:counsell?ors?|qualified|hands? (?:them )?over|takes? over|refers?)\b/i,
    else: 'related',
  },
  {
    what: 'violence',
    told: /\b(?:games?|violen\w+)\b/i,
    does: /\b(?:incites?|promotes?|calls? for) (?:[\w’'-]+ ){0,3}violence\b/i,
    else: 'apart',
  },
  {
    what: 'minors',
    told: /\b(?:children|minors|pupils|teenagers|toys?|school)\b/i,
    does: /\b(?:obscene|no age (?:check|gate|limit)|without (?:an )?age)\b/i,
    else: 'apart',
  },
  {
    what: 'adult',
    told: /\b(?:erotic|pornograph\w+|adult content|sexual)\b/i,
    does: /\b(?:no age (?:check|gate|limit)|without (?:an )?age|minors)\b/i,
    else: 'apart',
  },
  {
    what: 'sexual-solicitation',
    told: /\bsexual\w*\b[^.;]*\bsolicit\w+|\bsolicit\w+[^.;]*\bsexual/i,
    does: /./,
    else: 'apart',
  },
  {
    what: 'cybersecurity',
    told: /\b(?:security|malware|exploits?|penetration tests?|red[- ]team\w*|phishing)\b(?! of)/i,
    does: /\b(?:ransomware for|attacks? (?:on )?(?:others|competitors)|without (?:the )?(?:consent|owners?)|spreads?)\b/i,
    related:
      /\b(?:writes?|creates?|generates?|builds?|working) (?:\w+ )*?(?:exploits?|malware|payloads?|phishing)|^(?:[\w-]+ )?(?:exploits?|malware|payloads?|mails?) for\b/i,
    else: 'apart',
  },
  {
    what: 'profession',
    told: /\b(?:(?:individual|personal) (?:tips|advice)|legal advice|medical advice|tax advice|investment advice|financial advice|advises? (?:patients|clients|investors)|diagnos\w+|drafts reviewed by lawyers|handed to a lawyer|therapy|counsell?ors?|treatment)\b/i,
    does: /(?<!no )(?<!not )\b(?:advice|tips|diagnos\w+|prescri\w+|treatment|therapy)\b.*\b(?:without|no) (?:an? |any )?(?:licensed )?(?:adviser|lawyer|physician|doctor|advis[eo]r|professional|therapist|pharmacist|nurse|accountant|attorney|notary|person|human)/i,
    apart:
      /\b(?:reviewed|handed|signs?|refers?|decides?|no (?:diagnosis|advice)|takes? over|supervis\w+|checked by)\b/i,
    else: 'related',
  },
  {
    what: 'human-claims',
    told: /\b(?:invented (?:reporters?|authors?|persons?|people|employees?|agents?|players|members|guests?|users)|under invented names|(?:claims?|says?) (?:to be|that (?:s?he|it) is) (?:a )?(?:real )?(?:persons?|human)|as (?:if )?(?:made|written|spoken) by (?:a )?(?:human|person|people)|(?:says?|tells?|claims?|insists?|pretends?|assures?)\b[^.;]*\b(?:it is|that it is|to be|being) (?:a )?(?:real |living )?(?:person|human|people)|pos(?:es|ing) as (?:a )?(?:real )?(?:human|person|employee)|without saying that it is (?:a )?(?:machine|bot|AI)|hides? that)\b/i,
    does: /./,
    else: 'related',
  },
  {
    what: 'impersonation',
    told: /\b(?:in the name of real|manner of|(?:speaks?|sings?|writes?|talks?) as (?:a|the) (?:living|real|dead|late|famous|known)|(?:speak|sing|write) as (?:a|the) (?:living|real)|living (?:politicians?|persons?|singers?|actors?)|dubbing|voice clones?|voice of (?:a )?(?:real|dead|famous|known)|clon(?:es?|ed|ing)|deepfakes?|impersonat\w+|likeness)\b/i,
    does: /\bwithout (?:[\w’'-]+ ){0,3}(?:consent|permission|right)\b/i,
    apart:
      /\b(?:with (?:[\w’'-]+ ){0,3}(?:consent|permission|license)|(?:approved|allowed|agreed|ordered) by|(?:have|has) (?:signed|agreed|consented))\b/i,
    else: 'related',
  },
  {
    what: 'reviews',
    told: /\b(?:(?:fake|invented|made-up|feigned) (?:[\w’'-]+ ){0,3}(?:reviews?|followers?|comments?|likes?|ratings?|praise|players|members|users)|(?:praise|reviews?|comments?|ratings?)\b[^.;]*\bunder (?:invented|false|made-up) names)\b/i,
    does: /./,
    else: 'apart',
  },
  {
    what: 'fraud',
    told: /\b(?:disinformation|fraud\w*|scams?|false (?:news|stories|invoices))\b/i,
    does: /\b(?:writes?|spreads?|generates?|creates?|makes?|promotes?)\b/i,
    apart: /\b(?:detects?|finds?|flags?|prevents?|fights?|recogni[sz]es?)\b/i,
    else: 'apart',
  },
  {
    what: 'spam',
    told: /\b(?:spam|unsolicited|mass (?:mails?|messages))\b/i,
    does: /\b(?:sends?|writes?|generates?) (?:[\w’'-]+ ){0,3}(?:spam|unsolicited|mass)/i,
    apart: /\bspam filter\b/i,
    else: 'apart',
  },
  {
    what: 'biometrics',
    told: /\b(?:faces?|fingerprints?|biometric\w*|voiceprints?|emotions? from)\b/i,
    does: /\bwithout (?:[\w’'-]+ ){0,3}(?:consent|right|legal basis)\b/i,
    apart: /\bwith (?:[\w’'-]+ ){0,3}consent\b/i,
    else: 'related',
  },
  {
    what: 'surveillance',
    told: /\b(?:surveillance|monitors? (?:employees|staff|citizens|people)|track(?:s|ing) (?:of )?(?:people|persons))\b/i,
    does: /\bwithout (?:[\w’'-]+ ){0,3}(?:consent|right|legal basis)\b/i,
    apart: /\bwith (?:[\w’'-]+ ){0,3}consent\b/i,
    else: 'related',
  },
  {
    what: 'private-information',
    told: /\b(?:(?:guess\w*|infer\w*|estimat\w+|suspect\w*|lists?) (?:[\w’'-]+ ){0,4}(?:religio\w+|ethnic\w*|origin|race|mood|emotions?|health|disorders?|illness\w*|orientation|politic\w+|pregnan\w+)|sexual fakes?|undress\w*|sensitive data)\b/i,
    does: /\b(?:health|disorders?|sexual fakes?|undress\w*|ethnic\w*|origin|mood)\b/i,
    apart: /\bwith (?:[\w’'-]+ ){0,3}consent\b/i,
    else: 'unknown',
  },
  {
    what: 'discrimination',
    told: /\b(?:by (?:[\w’'-]+ ){0,3}(?:race|origin|religion|sex|gender|age|nationality)|discriminat\w+|(?:women|men|foreigners|the old|mothers|minorities) (?:are )?(?:pushed|ranked|sorted|left|kept) (?:down|out|back|lower)|(?:ethnic\w*|race|religion|gender|sex)\b[^.;]*\bprices? by)\b/i,
    does: /\b(?:excludes?|rejects?|ranks?|sorts?|filters?|prices?|pushed)\b/i,
    apart: /\b(?:tests? for|detects?|prevents?|finds?)\b/i,
    else: 'apart',
  },
  {
    what: 'circumvention',
    told: /\b(?:without refusals?|uncensored|abliterat\w+|safety (?:training|measures?|filters?) removed|removes? (?:the )?(?:refusals?|safety)|jailbreak\w*)\b/i,
    does: /./,
    else: 'related',
  },
]

/**
 * How near a use comes to the lines of the policy, read from the words of its purpose, domains and branding: `does`,
 * `related`, `apart`. A line of which no word is said is not there.
 */
export function nearOf(use: ScenarioUse, uses: ScenarioUse[] = []): { what: string; how: string }[] {
  const words = [use.purpose, use.domains.join('; '), use.branding, use.fine_tuning].join('. ')
  const first = use.models.some((model) => /^LLaMA\b/.test(model))
  // A client of a trade that the policy names stays apart from it in its other uses.
  const trade = uses.filter((one) => one !== use).flatMap((one) => nearOf(one).map(({ what }) => what))
  const away = lines.filter(
    ({ what, told }) =>
      ['military', 'weapons', 'nuclear'].includes(what) && trade.includes(what) && !told.test(words),
  )
  const near = lines
    .filter(({ told }) => told.test(words))
    .map((line) => ({
      what: line.what,
      how: line.apart?.test(words)
        ? 'apart'
        : // The first license bars the purpose itself, research on it included.
          first && (line.what === 'surveillance' || line.what === 'biometrics' || line.what === 'military')
          ? 'does'
          : line.does?.test(words)
            ? 'does'
            : line.related?.test(words)
              ? 'related'
              : line.else,
    }))
  return [...near, ...away.map(({ what }) => ({ what, how: 'apart' }))]
}
