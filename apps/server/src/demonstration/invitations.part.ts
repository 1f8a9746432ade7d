import type { GraduateDegree, InvitationState } from '@haishi/contracts';
import { type Fair, FairInvitation, InvitationQuota } from '@haishi/fair';
import { UNIVERSITIES, type University } from '@haishi/reference';
import { Injectable } from '@nestjs/common';
import type { Load } from './load.js';
import { chineseName, demoPhone } from './people.js';
import type { Cast } from './people.part.js';
import { newPerson, storePersons } from './persons.js';
import { graduateMajor } from './position-texts.js';
import type { Holder } from './tickets.part.js';

/** As published. */
const INVITED = 3_000;
const NEAR_PROVINCES = ['河北省', '北京市', '天津市'];
const DEGREES: readonly (readonly [GraduateDegree, number])[] = [
  ['master', 62],
  ['doctor', 27],
  ['bachelor', 11],
];
const STATES: readonly (readonly [InvitationState, number])[] = [
  ['accepted', 57],
  ['invited', 32],
  ['declined', 9],
  ['revoked', 2],
];

/** Invited graduates of real universities, their answers, and the universities' quotas. */
@Injectable()
export class InvitationsPart {
  /** Answers who accepted, for their tickets. */
  async load(load: Load, fair: Fair, cast: Cast): Promise<Holder[]> {
    load.begin('邀请 invitations');
    const guests = Array.from({ length: INVITED }, (_, index) =>
      index === 0
        ? { person: cast.account('graduate'), state: 'accepted' as const }
        : {
            person: newPerson(load, chineseName(load.random), `graduate${index + 1}`, load.random.int(3, 9)),
            state: load.random.weighted(STATES),
          },
    );
    await storePersons(
      load,
      guests.slice(1).flatMap(({ person, state }) => (state === 'accepted' ? [person] : [])),
    );
    const universities = UNIVERSITIES.map((one) => [one, NEAR_PROVINCES.includes(one.province) ? 5 : 2] as const);
    const rows = guests.map(({ person, state }): FairInvitation => {
      const sentAt = load.ago(load.random.int(95, 200) / 10);
      const answered = state === 'accepted' || state === 'declined';
      return {
        id: load.id(sentAt),
        fairId: fair.id,
        name: person.name,
        mail: person.mail!,
        phone: load.random.chance(70) ? demoPhone(load.number()) : null,
        university: load.random.weighted<University>(universities).zh,
        degree: load.random.weighted(DEGREES),
        major: graduateMajor(load.random),
        state,
        tokenHash: null,
        timesSent: state === 'invited' ? load.random.int(1, 2) : 1,
        sentAt,
        answeredAt: answered ? person.createdAt : null,
        personId: state === 'accepted' ? person.id : null,
        createdAt: sentAt,
      };
    });
    await load.insert(FairInvitation, rows);
    await load.insert(InvitationQuota, quotasOf(fair.id, rows));
    return rows.flatMap(({ id, name, state }) =>
      state === 'accepted' ? [{ holderType: 'invitation', holderId: id, holderName: name, kind: 'graduate' }] : [],
    );
  }
}

/** A quota for each university, in fives, that holds whoever is invited. */
function quotasOf(fairId: string, rows: readonly FairInvitation[]): InvitationQuota[] {
  const invited = new Map<string, number>();
  for (const { university } of rows) invited.set(university, (invited.get(university) ?? 0) + 1);
  return [...invited].map(([university, count]) => ({ fairId, university, places: Math.ceil(count / 5) * 5 }));
}
