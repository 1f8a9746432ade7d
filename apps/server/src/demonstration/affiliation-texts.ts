import { UNIVERSITIES } from '@haishi/reference';
import { demoCreditCode } from './people.js';
import { organisationText } from './organisation-texts.js';
import type { Random } from './random.js';

const FOREIGN_COUNTRIES: Record<string, readonly (readonly [country: string, form: string])[]> = {
  EUA: [
    ['DE', 'GmbH'],
    ['US', 'Inc.'],
    ['GB', 'Ltd'],
    ['SE', 'AB'],
    ['FR', 'SAS'],
    ['CA', 'Corp.'],
  ],
  ASIA: [
    ['JP', 'K.K.'],
    ['SG', 'Pte. Ltd.'],
    ['KR', 'Co., Ltd.'],
    ['IL', 'Ltd.'],
    ['MY', 'Sdn. Bhd.'],
  ],
};
const FOREIGN_UNIVERSITIES: Record<string, readonly (readonly [country: string, name: string])[]> = {
  EUA: [
    ['DE', 'Technical University of Munich'],
    ['GB', 'Imperial College London'],
    ['US', 'University of California, Berkeley'],
    ['CH', 'ETH Zurich'],
    ['US', 'Georgia Institute of Technology'],
    ['SE', 'KTH Royal Institute of Technology'],
    ['NL', 'Delft University of Technology'],
  ],
  ASIA: [
    ['SG', 'National University of Singapore'],
    ['JP', 'Tohoku University'],
    ['KR', 'KAIST'],
    ['SG', 'Nanyang Technological University'],
    ['JP', 'Osaka University'],
  ],
};
const BRANDS =
  'Lumora Veritek Aquilon Nordwave Corvia Helixon Brightfield Polaris Quantessa Terranova Ionware Medoria Agrinova Axial Kestrel Novacell Silvan Tessera Orbital Cobalt'.split(
    ' ',
  );
const TRADES: Record<string, readonly string[]> = {
  EIT: ['Photonics', 'Semiconductors', 'Systems', 'Networks', 'Devices'],
  BIO: ['Therapeutics', 'Biosciences', 'Medical', 'Diagnostics'],
  EQP: ['Robotics', 'Dynamics', 'Energy', 'Materials', 'Aerospace'],
  FOOD: ['Foods', 'Nutrition', 'Ferments', 'Food Technology'],
};
const TEAM_UNIVERSITIES = UNIVERSITIES.map(({ zh }) => zh);

/** Where a project comes from; `country` after ISO 3166-1. */
export interface Affiliation {
  name: string;
  country: string;
  code: string;
}

/** The company behind an entry of the enterprise group; `used` keeps names apart, `number` registers. */
export function companyOf(
  random: Random,
  region: string,
  division: string,
  used: Set<string>,
  number: number,
): Affiliation {
  const countries = FOREIGN_COUNTRIES[region];
  if (!countries || random.chance(12))
    return { name: organisationText(random, division, used).name, country: 'CN', code: demoCreditCode(number) };
  for (;;) {
    const [country, form] = random.pick(countries);
    const name = `${random.pick(BRANDS)} ${random.pick(TRADES[division] ?? TRADES['EQP']!)} ${form}`;
    const full = used.has(name) ? name.replace(' ', ` ${random.pick(BRANDS)} `) : name;
    if (used.has(full)) continue;
    used.add(full);
    return { name: full, country, code: `${country}-${String(700_000 + number)}` };
  }
}

/** Where a team that has no company yet works or studies. */
export function institutionOf(random: Random, region: string): Affiliation {
  const abroad = FOREIGN_UNIVERSITIES[region];
  if (!abroad) return { name: random.pick(TEAM_UNIVERSITIES), country: 'CN', code: '' };
  const [country, name] = random.pick(abroad);
  return { name, country, code: '' };
}
