import type { Chance } from './random.ts'

/** A source that articles cite. */
export interface Cited {
  readonly author: string
  readonly year: number
  /** As an entry says it, identifiers included. */
  readonly text: string
}

const authors =
  'Adler,Berg,Carlsen,Dahl,Ekman,Falk,Grøn,Holm,Iversen,Jansen,Krog,Lund,Mørk,Nygaard,Olsen,Palm,Quist,Rask,Sund,Thorn,Ulv,Vik,Wiese,Ystad,Zahl,Brand,Frost,Hage,Lie,Moe,Roed,Stang,Tveit,Urdal,Voss,Wold'.split(
    ',',
  )
const subjects = 'harbour,lighthouse,toll,market,guild,ferry,mill,bridge,school,archive,quarry,dyke'.split(',')
const places = 'the northern coast,the old town,the river,the islands,the two parishes,the valley'.split(',')
const presses = 'Northern Press,Coast Books,Society of the Valley,Town Archive,Island Press'.split(',')

export function createSources(chance: Chance, count: number): Cited[] {
  const names = chance.shuffled(authors)
  return Array.from({ length: count }, (_, index) => {
    // Every author once, so that no two sources are alike.
    const author = names[index % names.length]!
    const year = 1950 + chance.below(70)
    const title = `The ${chance.pick(subjects)} of ${chance.pick(places)}`
    const tail = chance.happens(0.45) ? ` ${chance.pick(identifiers)(chance)}.` : ''
    return {
      author,
      year,
      text: `${author}, ${chance.pick('ABEHJKLMNST'.split(''))}. (${year}). ${title}. ${chance.pick(presses)}.${tail}`,
    }
  })
}

const digits = (chance: Chance, count: number) => Array.from({ length: count }, () => chance.below(10))

const identifiers: readonly ((chance: Chance) => string)[] = [
  isbn13,
  isbn10,
  issn,
  orcid,
  (chance) => `doi:10.${1000 + chance.below(8999)}/harbour.${1000 + chance.below(8999)}`,
  (chance) => `https://doi.org/10.${1000 + chance.below(8999)}/j.${digits(chance, 6).join('')}`,
  (chance) => `arXiv:${16 + chance.below(8)}0${1 + chance.below(9)}.${digits(chance, 5).join('')}`,
]

/** ISO 2108: weighted one and three by turns. */
function isbn13(chance: Chance): string {
  const own = [9, 7, 8, ...digits(chance, 9)]
  const sum = own.reduce((total, digit, index) => total + digit * (index % 2 ? 3 : 1), 0)
  const all = [...own, (10 - (sum % 10)) % 10].join('')
  return `ISBN ${chance.happens(0.5) ? all : `${all.slice(0, 3)}-${all[3]}-${all.slice(4, 7)}-${all.slice(7, 12)}-${all[12]}`}`
}

/** Until 2006: weighted from ten down, X for ten. */
function isbn10(chance: Chance): string {
  const own = digits(chance, 9)
  const sum = own.reduce((total, digit, index) => total + digit * (10 - index), 0)
  const check = (11 - (sum % 11)) % 11
  return `ISBN ${own.join('')}${check === 10 ? 'X' : check}`
}

/** ISO 3297: weighted from eight down. */
function issn(chance: Chance): string {
  const own = digits(chance, 7)
  const check = (11 - (own.reduce((total, digit, index) => total + digit * (8 - index), 0) % 11)) % 11
  const all = `${own.join('')}${check === 10 ? 'X' : check}`
  return `ISSN ${all.slice(0, 4)}-${all.slice(4)}`
}

/** ISO 7064, MOD 11-2. */
function orcid(chance: Chance): string {
  const own = [0, 0, 0, 0, 0, 0, 0, ...digits(chance, 8)]
  const check = (12 - (own.reduce((total, digit) => (total + digit) * 2, 0) % 11)) % 11
  const all = `${own.join('')}${check === 10 ? 'X' : check}`
  return `ORCID ${all.slice(0, 4)}-${all.slice(4, 8)}-${all.slice(8, 12)}-${all.slice(12)}`
}
