import { expect, test } from 'vitest'
import { isMet } from '../../src/review/index.ts'
import { verdict } from './library.ts'

const ban = 'Provider shall not use Client Data, prompts or outputs to train any model.'
const cover =
  '6.1 Provider shall maintain professional liability and cyber insurance of not less than US$5,000,000 per claim and give Client a certificate'

test('the promises below are met where nothing takes from them', () => {
  expect(verdict('no-training', `4.1 ${ban}`)).toBe('walk_away')
  expect(verdict('insurance', `${cover}.`)).toBe('walk_away')
})

test.each([
  '1.1 “Client Data” means what Client stores in the Platform, excluding Inputs.',
  '1.1 “Client Data” means records of Client, but not Session Data.\n\n1.2 “Session Data” means prompts and what the model answers.',
  '1.1 “Client Data” means Stored Files.\n\n1.2 “Stored Files” means files of Client except conversations.',
  '1.1 “Client Data” means files of Client.\n\n1.2 Prompts are not considered Client Data.',
])('a definition that takes out what is promised is read: %s', (definition) => {
  const told = verdict(
    'no-training',
    `${definition}\n\n2.1 Provider shall not use Client Data to train any model.`,
  )
  expect(['contrary', 'unclear']).toContain(told)
})

test('what the promise names beside the term stays in it', () => {
  const words = `1.1 “Client Data” means files of Client, other than prompts and outputs.\n\n4.1 ${ban}`
  expect(verdict('no-training', words)).toBe('walk_away')
})

test.each([
  '9.2 Section 4.1 is a goal of the parties.',
  '9.2 Sections 2 to 5 create no legal obligations.',
  '9.2 Clauses 3, 4 and 7 are non-binding.',
  '9.2 Provider may depart from Section 4 at any time.',
  '9.2 Client has no claim for breach of Section 4.1.',
  '9.2 Section 4.1 applies only in the United States.',
  '9.2 Products of partners are outside Section 4.1.',
  '9.2 For Section 4.1, training does not include the tuning of adapters.',
  '9.2 All commitments of Provider under this Agreement are targets.',
  '9.2 Provider may amend this Agreement by posting a new version on its website.',
  '9.2 Provider reserves the right at any time to change the terms.',
  '9.2 Provider may modify these terms at any time by posting them, and continued use means that Client agrees to them.',
])('a sentence elsewhere that takes the force from it leaves it to a person: %s', (sentence) => {
  expect(verdict('no-training', `4.1 ${ban}\n\n${sentence}`)).toBe('unclear')
})

test.each([
  '9.2 Sections 4 and 5 survive the end of this Agreement.',
  '9.2 Section 8.1 is a goal of the parties.',
  '9.2 The caps of this Section do not apply to Section 4.1.',
  '9.2 Provider may terminate for a breach of Section 8.',
  '9.2 Provider may amend this Agreement only in a writing signed by both parties.',
  '9.2 Provider may update the Platform at any time.',
  '9.2 Provider may update its support terms from time to time.',
])('a sentence that names another place, or takes nothing, does not: %s', (sentence) => {
  expect(isMet(verdict('no-training', `4.1 ${ban}\n\n${sentence}`))).toBe(true)
})

test.each([
  '4.1 During the first year Provider shall not use Client Data or outputs to train any model.',
  '4.1 Provider shall not use Client Data or outputs to train any model in a form that names Client.',
  '4.1 Provider shall not use Client Data or outputs to train any model until it has been pseudonymised.',
  `4.1 ${ban} Its partners may.`,
  '4.1 Provider shall not knowingly use Client Data, prompts or outputs to train any model.',
  `4.1 ${ban} This holds for customers on the Gold tier.`,
])('a limit in the promise is read: %s', (words) => {
  expect(isMet(verdict('no-training', words))).toBe(false)
})

test('whoever promises not to do it, nor knowingly to let others, promises it', () => {
  const words =
    '4.1 Provider shall not use, nor knowingly permit others to use, Client Data, prompts or outputs to train any model.'
  expect(isMet(verdict('no-training', words))).toBe(true)
})

test.each([
  `${cover}, or may insure itself.`,
  `${cover}, shared with its affiliates.`,
  `${cover}.\n\n6.2 Provider may lower the limits of Section 6.1.`,
])('so is one of cover: %s', (words) => {
  expect(isMet(verdict('insurance', words))).toBe(false)
})

test('liability without a limit, and a cap on it in any event, are left to a person', () => {
  const words =
    '5.1 Liability of Provider for indemnity, training and confidentiality is unlimited. What Meta excludes in the license does not limit what Provider owes Client.'
  expect(verdict('liability', words)).toBe('walk_away')
  expect(
    verdict('liability', `${words}\n\n5.2 Under no circumstances shall liability of Provider exceed US$900.`),
  ).toBe('unclear')
})

test('who brings in nobody without consent need list and announce nobody', () => {
  const consent =
    '8.1 Provider shall not appoint subcontractors without the prior written consent of Client and is liable for their acts.'
  const bound = '8.2 Each subcontractor is bound in writing to terms no less protective than these.'
  expect(verdict('subcontractors', `${consent}\n\n${bound}`)).toBe('fallback')
  // A denial of one verb is none of the next.
  expect(verdict('subcontractors', consent)).toBe('below')
  for (const less of [
    `${consent} Consent is deemed given after a day.`,
    consent.replace('subcontractors', 'subcontractors outside the United States'),
    consent.replace('of Client', 'of Client, which Client hereby gives for all its hosts,'),
  ])
    expect(isMet(verdict('subcontractors', `${less}\n\n${bound}`)), less).toBe(false)
  const silent = `${consent} Silence is not deemed a consent.`
  expect(verdict('subcontractors', `${silent}\n\n${bound}`)).toBe('fallback')
})

test('an indemnity without limit keeps no prompts', () => {
  const told = verdict(
    'confidentiality',
    '4.1 Provider shall hold harmless Client from all claims on outputs, without limit.',
  )
  expect(told).not.toBe('contrary')
})

test('an incident in other words is not told missing', () => {
  const told = verdict(
    'incidents',
    '4. Should a stranger break in who should not, Provider phones the security team of Client the same day.',
  )
  expect(told).not.toBe('missing')
})
