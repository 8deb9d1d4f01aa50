import { getPerson } from '../apps/server/practice/practice-people.ts'
import { practiceVillages } from '../apps/server/practice/practice-villages.ts'
import { sendWell, signIn } from './requests.ts'

/** What one screen asks of the server, in as many shapes as it will be measured with, under one person's eyes. */
export interface Screen {
  readonly name: string
  readonly cookie: string
  readonly paths: readonly string[]
  /** p50 in milliseconds that the screen should keep to. */
  readonly mostMs: number
}

interface Sample {
  readonly householdId: string
  readonly headName: string
  readonly houseNumber: string
}

const query = (of: Readonly<Record<string, string | number>>): string =>
  Object.entries(of)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')

/** Households from all over the province: a few of every tambon. */
const sampleHouseholds = async (url: string, cookie: string): Promise<Sample[]> => {
  const samples: Sample[] = []
  const tambons = [...new Set(practiceVillages.map(village => village.tambonCode))]
  for (const area of tambons) {
    const { body } = await sendWell(url, { cookie, path: `/api/households?${query({ area, pageSize: 4 })}` })
    samples.push(...(JSON.parse(body) as { readonly rows: Sample[] }).rows)
  }
  return samples.filter(sample => sample.headName !== '')
}

/** The name a person would type: without its title. */
const typedName = ({ headName }: Sample): string =>
  headName.replace(/^(นางสาว|นาง|นาย|พระครู|พระ|เด็กชาย|เด็กหญิง|ด\.ช\.|ด\.ญ\.)/, '').trim()

const isThaiLetter = (letter: string): boolean => /[ก-ฮ]/.test(letter)

/** The first two consonants as they stand side by side in a name, such as สม. */
const twoLetters = (sample: Sample): string => {
  const letters = [...typedName(sample)]
  const at = letters.findIndex((letter, index) => isThaiLetter(letter) && isThaiLetter(letters[index + 1] ?? ''))
  return at < 0 ? 'สม' : letters.slice(at, at + 2).join('')
}

/** One letter in the middle of the first name left out. */
const misspelt = (sample: Sample): string => {
  const name = typedName(sample)
  const middle = Math.max(1, Math.floor((name.split(' ')[0]?.length ?? 2) / 2))
  return name.slice(0, middle) + name.slice(middle + 1)
}

const OFFICER = 'doff-4901'

/** Every screen about households: of the province, and of one district where people mostly work. */
export const householdScreens = async (url: string): Promise<readonly Screen[]> => {
  const province = await signIn(url, getPerson('prov').person.id)
  const district = await signIn(url, getPerson(OFFICER).person.id)
  const samples = await sampleHouseholds(url, province)
  const ofDistrict = samples.filter((_, index) => index < samples.length / 4)
  const list = (name: string, path: string, mostMs = 100): Screen => ({ name, cookie: province, paths: [path], mostMs })
  const search = (name: string, find: (sample: Sample) => string): Screen[] => [
    {
      name: `search ${name}, province`,
      cookie: province,
      paths: samples.map(sample => `/api/households?${query({ search: find(sample) })}`),
      mostMs: 300,
    },
    {
      name: `search ${name}, district`,
      cookie: district,
      paths: ofDistrict.map(sample => `/api/households?${query({ search: find(sample) })}`),
      mostMs: 300,
    },
  ]
  return [
    {
      name: 'household',
      cookie: province,
      paths: samples.map(({ householdId }) => `/api/households/${householdId}`),
      mostMs: 50,
    },
    {
      name: 'timeline',
      cookie: province,
      paths: samples.map(({ householdId }) => `/api/households/${householdId}/timeline`),
      mostMs: 50,
    },
    {
      name: 'ranked remedies',
      cookie: province,
      paths: samples.map(({ householdId }) => `/api/households/${householdId}/remedies`),
      mostMs: 50,
    },
    {
      name: 'village list',
      cookie: province,
      paths: practiceVillages.map(({ code }) => `/api/households?${query({ area: code, pageSize: 200 })}`),
      mostMs: 100,
    },
    {
      name: 'village whole, for a phone',
      cookie: province,
      paths: practiceVillages.map(({ code }) => `/api/areas/${code}/changes?limit=500`),
      mostMs: 1_000,
    },
    ...search('two letters', twoLetters),
    ...search('full name', typedName),
    ...search('misspelt', misspelt),
    ...search('house number', sample => /^\d{1,4}/.exec(sample.houseNumber)?.[0] ?? '12'),
    list('province list, page 1', '/api/households'),
    list('province list, page 100', '/api/households?page=100'),
    // Longer lists are not sorted: these are of one tambon, and of as many rows as are still put in any order.
    list('tambon list by name', '/api/households?area=490105&sort=name'),
    list('tambon list by problems', '/api/households?area=490105&sort=problems&descending=true'),
    list('tambon list by change', '/api/households?area=490105&sort=changed&descending=true'),
    list('counted list, covered, page 1', '/api/lists/covered-household'),
    list('counted list, covered, page 100', '/api/lists/covered-household?page=100'),
    list('counted list, target of a tambon by name', '/api/lists/target-household?area=490105&sort=name'),
    list('counted list, overdue problems by day', '/api/lists/live-problem?overdueOnly=true&sort=due'),
    list(
      'counted list, overdue problems by day, page 100',
      '/api/lists/live-problem?overdueOnly=true&sort=due&page=100',
    ),
    list('relapse rate, province', '/api/relapse'),
    list('counted list, problems, page 100', '/api/lists/problem?page=100'),
    list('counted list, problems of a tambon by state', '/api/lists/problem?area=490105&sort=state'),
  ]
}

/** The dashboards of every level, as their own people open them. */
export const dashboardScreens = async (url: string): Promise<readonly Screen[]> => {
  const cookie = await signIn(url, getPerson('gov').person.id)
  const figures = (name: string, of: Readonly<Record<string, string>>, mostMs: number): Screen => ({
    name,
    cookie,
    paths: [`/api/figures?${query(of)}`],
    mostMs,
  })
  // An evening in the midst of the round, months of changes behind it.
  const asOf = '2023-12-31T16:59:59.000Z'
  return [
    figures('province', { area: '49' }, 20),
    figures('district', { area: '4901' }, 20),
    figures('village', { area: '49010507' }, 20),
    figures('province as of New Year', { area: '49', asOf }, 300),
    figures('district as of New Year', { area: '4901', asOf }, 300),
    figures('village as of New Year', { area: '49010507', asOf }, 300),
  ]
}
