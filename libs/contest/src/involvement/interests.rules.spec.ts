import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interestIn, type Involved, type Tying } from './interest.rules.js';
import { interestsAmong } from './interests.rules.js';

const project = ({
  organisationName: name = '',
  creditCode = '',
  ...change
}: Partial<Tying> & { id?: string; organisationName?: string; creditCode?: string }): Tying & { id: string } => ({
  id: 'p',
  ownerId: 'owner',
  formerOwnerIds: [],
  teammateIds: [],
  organisations: [{ name, creditCode }],
  members: [],
  ...change,
});
const judge = (change: Partial<Involved>): Involved => ({ personId: 'j', mails: [], worksFor: [], ...change });

describe('interestsAmong', () => {
  it.each([
    ['who handed it in', judge({ personId: 'owner' }), project({}), 'owner'],
    [
      'who accepted to be its member under another address',
      judge({ personId: 'mate' }),
      project({ teammateIds: ['mate'] }),
      'member',
    ],
    ['who passed it on', judge({ personId: 'before' }), project({ formerOwnerIds: ['before'] }), 'owner'],
    [
      'whom its entrant names by their address',
      judge({ mails: ['z@b.cn', 'a@b.cn'] }),
      project({ members: [{ mail: 'A@b.cn' }] }),
      'named',
    ],
    [
      'an alias of the organisation',
      judge({ worksFor: [{ name: '某大学' }, { name: '某 研究院' }] }),
      project({ organisationName: '某研究院' }),
      'organisation',
    ],
    [
      'a university by its short form',
      judge({ worksFor: [{ name: '河北科大' }] }),
      project({ organisationName: '河北科技大学' }),
      'organisation',
    ],
    [
      'a code under two names',
      judge({ worksFor: [{ name: '甲', creditCode: '91130100MA00000012' }] }),
      project({ organisationName: '乙', creditCode: '91130100ma00000012' }),
      'organisation',
    ],
    [
      'what was handed in last beside the working copy',
      judge({ worksFor: [{ name: '某研究院' }] }),
      project({ organisations: [{ name: '另一家' }, { name: '某研究院', creditCode: '' }] }),
      'organisation',
    ],
  ])('finds %s', (_, one, other, interest) =>
    expect(interestsAmong([one])([other])).toEqual([
      { projectId: 'p', personId: one.personId, interest, declaredAt: null },
    ]),
  );

  it('tells when the judge declared the tie, and of no other that they did', () => {
    const at = new Date('2026-03-01T00:00:00Z');
    const worksFor = [{ name: '某大学' }, { name: '河北科大' }];
    const one = judge({ worksFor, ties: [{ at, to: [{ name: '河北科大' }] }] });
    const found = interestsAmong([one])([
      project({ id: '1', organisationName: '某大学' }),
      project({ id: '2', organisationName: '河北科技大学' }),
    ]);
    expect(found.map((tie) => tie.declaredAt)).toEqual([null, at]);
  });

  it('finds what looking at each pair finds', () => {
    const name = fc.constantFrom('', '甲', '乙', '丙 公司', '丙公司', '河北科大', '河北科技大学');
    const code = fc.constantFrom('', '91130100MA00000012', '91130100MA00000025');
    const person = fc.constantFrom('1', '2', '3', '4');
    const mail = fc.constantFrom('a@b.cn', 'c@d.cn', 'e@f.cn');
    const judges = fc.uniqueArray(
      fc.record({
        personId: person,
        mails: fc.array(mail, { maxLength: 2 }),
        worksFor: fc.array(fc.record({ name, creditCode: code }), { maxLength: 3 }),
      }),
      { selector: ({ personId }) => personId },
    );
    const projects = fc.array(
      fc
        .record({
          ownerId: person,
          formerOwnerIds: fc.array(person, { maxLength: 2 }),
          teammateIds: fc.array(person, { maxLength: 2 }),
          organisationName: name,
          creditCode: code,
          mails: fc.array(mail, { maxLength: 2 }),
        })
        .map(({ mails, ...rest }) => project({ ...rest, members: mails.map((one) => ({ mail: one })) })),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(judges, projects, (who, what) => {
        const numbered = what.map((one, at) => ({ ...one, id: String(at) }));
        const plain = numbered.flatMap((one) =>
          who.flatMap((other) => {
            const interest = interestIn(one, other);
            return interest ? [`${one.id} ${other.personId} ${interest}`] : [];
          }),
        );
        const found = interestsAmong(who)(numbered).map(
          ({ projectId, personId, interest }) => `${projectId} ${personId} ${interest}`,
        );
        expect(found.toSorted()).toEqual(plain.toSorted());
      }),
    );
  });
});
