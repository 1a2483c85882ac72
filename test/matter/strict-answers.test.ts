import { describe, expect, test } from 'vitest'
import { askedOfVendors } from '../../src/draft/index.ts'
import { loadLibrary, resolveModel } from '../../src/library/index.ts'
import { readMatter } from '../../src/matter/index.ts'
import { factsFromAnswers } from '../../src/matter/written.ts'

const library = await loadLibrary()

/** What one answer of a vendor makes of an empty matter, on a day that the rows count from. */
function read(fact: string, words: string) {
  return factsFromAnswers(
    [{ fact, words }],
    'matter: A\n',
    'a.yaml',
    askedOfVendors(),
    undefined,
    (path, value) =>
      path === 'vendor.models' && (value as string[]).some((name) => !resolveModel(name, library).known)
        ? 'no such model'
        : undefined,
    { on: '2026-11-29' },
  )
}

const flat = (table: [fact: string, words: string[]][]) =>
  table.flatMap(([fact, list]) => list.map((words): [string, string] => [fact, words]))

/** Answers with words that the question does not ask for, and that may turn them. */
const unread: [fact: string, words: string[]][] = [
  ['vendor.licensed', [
    'yes we will', 'Yes, since 2030', 'Yes, it can', 'Yes, we do not', 'No, we have', 'yes, they have not', 'Yes, since settled', 'Yes (pending)',
    'Yes*', 'Yes 1', '"Yes"?', 'Yes!?', 'yes yes no', 'Yes; Llama 4 no', 'Yes. See 9', 'Yes, since the merger', 'Yes, since 31 February 2024',
  ]],
  ['vendor.above_threshold', ['No, since we', 'No, we did', 'Yes, since 2025', 'No, it will not', 'no, since 2024', '☒ Yes ☐ sometimes', '☒ No ☐ No']],
  ['vendor.trains_on_customer_data', ['No, we do', 'No, since we', 'no they can’t', 'No, since settled', 'N, we are', 'False, it does']],
  ['vendor.indemnifies', ['yes they will', 'yes, we can', 'true, since soon']],
  ['vendor.policy_in_terms', ['yes, they will', 'in part; no', 'partly yes', 'Yes, since May 2031']],
  ['vendor.retention_days', ['30 Days*', '30 days [1]', '30 days1', '٣٠', '30 days 60 days', '30; 60', '+30', '30 day(s)?', '0 days, deleted at once save for logs']],
  ['vendor.principal_place_of_business', [
    'Georgia', 'No', 'no', 'NA', 'n/a', 'XX', 'ZZ', 'in', 'it', 'Outlying Oceania', 'Germany*', 'Germany?', 'AA', 'the world', 'Washington',
  ]],
  ['vendor.data_location', [
    'none', 'anywhere', 'nowhere', 'worldwide', 'Global', 'wherever our hosts are', 'yes', 'not the EU', 'no country', 'Germany, mostly',
    'the EU and other places', 'Germany, but support from elsewhere', 'in the cloud', 'various countries', 'Germany or wherever AWS moves it', 'where the customer is',
    'secret', 'Germany (planned)', 'Germany until 2027',
  ]],
  ['vendor.insurance', [
    'yes', 'Hiscox cyber USD 10,000,000 (artificial intelligence excluded)', 'AI is excluded', 'EUR 5 million, AI excluded', 'Yes, USD 5 million',
    'Cyber USD 5 million, applied for', 'USD 5 million, lapsed', 'Hiscox, up to USD 5 million except outputs', 'we are self-insured', 'Chubb, AI exclusion applies',
    'USD 5 million but not for AI', 'enough', 'sufficient cover', 'Zurich, USD 5 million, subject to renewal', 'insured', 'No AI cover',
  ]],
  ['vendor.certifications', [
    'SOC 2 in progress', 'SOC 2 Type II (expired 2023)', 'SOC 2 Type II; ISO 27001 planned', 'SOC 2 readiness', 'SOC 2 Type II until 2024', 'ISO 27001 from 2027',
    'SOC 2 (bridge letter to come)', 'we follow ISO 27001', 'aligned with SOC 2', 'yes', 'SOC 2 Type I, Type II under way', 'SOC 2 Type II 2019', 'our host has SOC 2',
    'ISO 27001 withdrawn', 'SOC 2 Type II, valid to March 2026',
  ]],
  ['vendor.display_at', [
    'It is not shown yet', 'soon', 'later', 'yes', 'on the website once we launch', 'will be in the footer', 'the footer, from next year', 'footer (planned)',
    'the footer of the old version, not of the new', 'in the footer for some customers', 'where the law asks', 'everywhere', 'we comply', 'footer, until the redesign', 'to be decided',
  ]],
  ['vendor.weights_source', ['not checked', 'Hugging Face, not checked', 'a friend', 'the usual place', 'llama.com, to be checked', 'yes', 'unclear', 'we cannot say', 'from a partner who got them']],
  ['vendor.subcontractors', [
    'Azure from 2027', 'AWS (hosting, US) and others', 'our affiliates', 'AWS, maybe Azure', 'yes', 'several', 'those on our website', 'AWS; others as needed', 'AWS until June', 'not many',
  ]],
  ['vendor.models', ['none', 'Llama 3.3 or later', 'Llama 3.3; soon Llama 4', 'Llama 2 (formerly)', 'all Llama models', 'no models', 'nothing', 'a Llama', 'yes', 'Llama 3.3?', 'Llama 2 and Llama 3']],
  ['vendor.form', ['yes', 'to be a GmbH', 'a corporation, in liquidation', 'about to be merged', 'same', 'not incorporated yet', 'a GmbH & Co. KG, soon an AG', 'a Delaware corporation?']],
  ['vendor.address', ['same', 'see our website', 'moving to 4 Pier Road, Tacoma', '4 Pier Road, Tacoma until June', 'as before', 'by e-mail only', 'yes', 'online', 'to be told']],
  ['vendor.name', ['same', 'see above', 'as above', 'yes', 'n/a', 'our parent', 'to be formed', 'formerly Pike Ltd.', 'Pike Ltd. or Pike GmbH', 'not Pike Ltd.', 'the vendor', 'Pike Ltd.?']],
  ['vendor.product', ['same', 'see order form', 'yes', 'all our products', 'several', 'not yet named', 'n/a']],
  ['vendor.contact', ['same', 'yes', 'nobody yet', 'to be named', 'anyone', 'not legal@pike.example', 'legal@pike.example until June', 'see website', 'will be legal@pike.example']],
  ['vendor.incident_contact', ['none at night', 'duty@pike.example, weekdays only', 'the same as above', 'our support portal, soon', 'office hours only', 'no one', 'duty@pike.example?']],
] // biome-ignore format: many

describe('an answer has no words but those that its question asks for', () => {
  test.each(flat(unread))('%s: %s', (fact, words) => {
    const { taken, wrong } = read(fact, words)
    expect({ taken, wrong: wrong.map((one) => one.words) }).toEqual({ taken: [], wrong: [words] })
  })
})

/** Answers of which every word is asked for. */
const answers: [fact: string, words: string, value: unknown][] = [
  ['vendor.licensed', 'Yes, we have.', 'yes'],
  ['vendor.licensed', 'Yes, since March 2024', 'yes'],
  ['vendor.above_threshold', 'No, they did not.', false],
  ['vendor.trains_on_customer_data', 'No – we do not', false],
  ['vendor.policy_in_terms', 'Yes, they do', 'yes'],
  ['vendor.sees_prompts', '☒Yes ☐No ☐Unknown', true],
  ['vendor.retention_days', '1,095 days', 1095],
  ['vendor.principal_place_of_business', 'The Netherlands', 'NL'],
  ['vendor.principal_place_of_business', 'Norway', 'NO'],
  ['vendor.principal_place_of_business', 'Serbia', 'RS'],
  ['vendor.principal_place_of_business', 'DE', 'DE'],
  ['vendor.principal_place_of_business', 'USA', 'US'],
  ['vendor.data_location', 'the United States and Canada', 'the United States and Canada'],
  ['vendor.data_location', 'Germany (Frankfurt); support from India', 'Germany (Frankfurt); support from India'],
  ['vendor.data_location', 'the European Union', 'the European Union'],
  ['vendor.data_location', 'US', 'US'],
  ['vendor.insurance', 'Hiscox, cyber and professional liability, USD 5,000,000 for each claim', undefined],
  ['vendor.insurance', 'cyber, 5 million dollars', undefined],
  ['vendor.insurance', 'Tech E&O with AIG, EUR 10m per claim and in the annual aggregate', undefined],
  ['vendor.insurance', 'No insurance.', undefined],
  ['vendor.certifications', 'SOC 2 Type II; ISO/IEC 27001:2022', ['SOC 2 Type II', 'ISO/IEC 27001:2022']],
  ['vendor.certifications', 'SOC 2 Type II report of May 2026', ['SOC 2 Type II report of May 2026']],
  ['vendor.certifications', 'ISO/IEC 42001, valid until June 2028', ['ISO/IEC 42001, valid until June 2028']],
  ['vendor.certifications', 'none', []],
  ['vendor.display_at', 'the foot of each page', undefined],
  ['vendor.display_at', 'https://pike.example/about', undefined],
  ['vendor.display_at', 'On the login screen and in the About dialog', undefined],
  ['vendor.display_at', 'not shown', undefined],
  ['vendor.weights_source', 'llama.com, checked by digest', undefined],
  ['vendor.weights_source', 'Downloaded from Hugging Face; SHA-256 checksums verified', undefined],
  ['vendor.subcontractors', 'Northwind (hosting, Oregon); Amazon Web Services, Inc., Frankfurt: runs the model', [
    'Northwind (hosting, Oregon)', 'Amazon Web Services, Inc., Frankfurt: runs the model',
  ]],
  ['vendor.models', 'Llama 3.3 70B Instruct; Llama 3.2 11B Vision', ['Llama 3.3 70B Instruct', 'Llama 3.2 11B Vision']],
  ['vendor.form', 'a Delaware corporation', undefined],
  ['vendor.form', 'Private limited company under the law of England and Wales', undefined],
  ['vendor.form', 'GmbH', undefined],
  ['vendor.address', '12 rue de la Paix, 75002 Paris, France', undefined],
  ['vendor.address', 'No. 7 Quay Street, Bristol', undefined],
  ['vendor.name', 'See Tickets Ltd', undefined],
  ['vendor.name', 'Ask Media Group, LLC', undefined],
  ['vendor.name', 'Per Aarsleff A/S', undefined],
  ['vendor.name', 'No Isolation AS', undefined],
  ['vendor.name', 'Not Impossible Labs', undefined],
  ['vendor.name', 'Will Tools GmbH & Co. KG', undefined],
  ['vendor.name', 'Pending Technologies, Inc.', undefined],
  ['vendor.name', 'de Bijenkorf B.V.', undefined],
  ['vendor.name', 'adidas AG', undefined],
  ['vendor.product', 'Tidewater Claims', undefined],
  ['vendor.contact', 'Per Hansen, General Counsel, per@pike.example', undefined],
  ['vendor.contact', 'Will May, will.may@pike.example', undefined],
  ['vendor.incident_contact', 'Duty engineer, duty@pike.example, +1 253 555 0100', undefined],
] // biome-ignore format: many

describe('an answer whose words are all asked for is read', () => {
  test.each(answers)('%s: %s', (fact, words, value) => {
    const { wrong, yaml } = read(fact, words)
    expect(wrong).toEqual([])
    expect(readMatter(yaml, 'a.yaml').vendor?.[fact.split('.')[1] as 'kind']).toEqual(value ?? words)
  })
})
