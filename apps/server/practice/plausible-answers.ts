import type { AnswerValue } from '@thaiqm/core/form/form-answers.ts'
import type { Sex } from './invented-names.ts'
import type { SeededRandom } from './seeded-random.ts'

type Answers = Record<string, AnswerValue>

export interface AnsweringMember {
  /** Full years; null when the birth date is not known. */
  readonly age: number | null
  readonly sex: Sex | null
}

const workOf = (random: SeededRandom, age: number): string => {
  if (age < 19) return 'studying'
  if (age < 23) return random.pick(['studying', 'trade', 'formal'])
  if (age < 60)
    return random.weighted([
      ['farmer', 6],
      ['trade', 2],
      ['formal', 2],
    ])
  return random.weighted([
    ['farmer', 3],
    ['supported', 5],
    ['unable', 2],
  ])
}

/** A member without any hardship, answered to every question; those that do not concern the member are left out later. */
export const quietMember = (random: SeededRandom, { age }: AnsweringMember): Answers => ({
  Q203: 'here',
  Q204: 'valid',
  Q401: 'not_pregnant',
  Q402: 'no',
  Q403: 3_000,
  Q404: 'no',
  Q405: 'complete',
  Q406: 'normal',
  Q407: 'independent',
  Q408: 'enough',
  Q409: (age ?? 40) >= 55 && random.happens(0.4) ? ['continuous'] : ['none'],
  Q410: 'normal',
  Q411: 'none',
  Q411A: ['movement'],
  Q413: 'yes',
  Q414: ['none'],
  Q601: 'enrolled',
  Q602: (age ?? 10) >= 15 ? 'completed' : 'regular',
  Q603: 'poor',
  Q604: (age ?? 15) <= 15 ? 'not_yet' : 'continued',
  Q605: 'yes',
  Q607: 'yes',
  Q703: workOf(random, age ?? 40),
  Q703A: 'yes',
  Q801: 'yes',
  Q802: 'usable',
  Q803: 'yes',
  Q804: 'card_pay',
  Q805: 'yes',
  Q807: 'has',
  Q901: 'not_involved',
  Q905: ['none'],
})

/** The house without any hardship: sound, served, with papers, and money beside what it spends. */
export const quietHousehold = (
  random: SeededRandom,
  money: { readonly residents: number; readonly isPoor: boolean; readonly overspends: boolean },
): Answers => {
  const perHead = money.isPoor ? random.whole(18, 34) * 1_000 : random.whole(44, 72) * 1_000
  const whole = perHead * Math.max(1, money.residents)
  const second = Math.round((whole * 0.2) / 1_000) * 1_000
  const other = random.whole(2, 8) * 1_000
  const own = random.whole(1, 4) * 1_000
  const total = whole + second + other + own
  return {
    Q101A: 'registered',
    Q105: 'own',
    Q106: random.pick(['deed', 'deed', 'spk']),
    Q412: 'no',
    Q415: 'no',
    Q501: ['normal'],
    Q502: 'good',
    Q503: 'good',
    Q504: 'good',
    Q505: 'own_meter',
    Q506: ['none'],
    Q507: 'yes',
    Q508: 'no',
    Q509: 'none',
    Q510: ['none'],
    Q511: 'yes',
    Q512: 'yes',
    Q513: 'no',
    Q606: 'no',
    Q608: 'no',
    // The poor's whole income stays below the line: second and other income are part of it.
    Q701A: money.isPoor ? Math.max(0, whole - second - other - own) : whole,
    Q701B: second,
    Q701C: other,
    Q701D: own,
    Q702: money.overspends ? Math.round(total * 1.25) : Math.round((money.isPoor ? whole : total) * 0.85),
    Q704A: random.happens(0.7) ? 'yes' : 'no',
    Q704: random.pick(['titled', 'titled', 'rented']),
    Q705: ['none'],
    Q706: random.happens(0.5) ? ['formal_ok'] : ['none'],
    Q707: 'yes',
    Q806: random.pick(['have', 'have', 'not_eligible']),
    Q808: 'yes',
    Q809: 'no',
    Q810: 'no',
    Q811: 'no',
    Q902: 'yes',
    Q903: 'good',
    Q904: ['none'],
    Q906: 'no',
    Q907: 'yes',
  }
}

/** The summing-up at the end of the form: ๔ท when there is a hardship, nothing more when there is none. */
export const fourTAnswers = (random: SeededRandom, hasHardship: boolean): Answers =>
  hasHardship
    ? {
        QA00: 'has_problem',
        QA01: [random.pick(['confident', 'hardworking', 'open', 'waiting'])],
        QA02: [random.pick(['farming', 'livestock', 'craft', 'trade'])],
        QA03: [random.pick(['land', 'water', 'tools', 'vehicle'])],
        QA04: [random.pick(['capital', 'knowledge', 'welfare', 'house', 'job'])],
        QA05: random.happens(0.65) ? 'developable' : 'welfare',
      }
    : { QA00: 'no_problem' }
