import { randomBytes, randomUUID } from 'node:crypto';
import { newId } from '@haishi/kernel';
import { SecretBox } from '@haishi/platform';
import { instant } from './database.mjs';

const ACTORS = 200;

/** An audit trail of `count` events, each with the name of who acted under that person's key. `key` is the program's. */
export function makeTrail(count, key) {
  const master = new SecretBox(Buffer.from(key, 'hex'));
  const now = instant();
  const actors = Array.from({ length: ACTORS }, (_, index) => ({
    id: randomUUID(),
    name: `评审 ${index + 1}`,
    key: randomBytes(32),
  }));
  return {
    subject_keys: actors.map((actor) => ({
      personId: actor.id,
      wrapped: master.seal(actor.key, `subject-key:${actor.id}`),
      createdAt: now,
      erasedAt: null,
    })),
    events: Array.from({ length: count }, (_, index) => {
      const id = newId();
      const actor = actors[index % actors.length];
      const name = Buffer.from(JSON.stringify({ name: actor.name }));
      const box = new SecretBox(actor.key).seal(name, `${id}:actor`);
      return {
        id,
        type: 'score.submitted',
        at: now,
        actorKind: 'person',
        actorId: actor.id,
        actorName: '',
        subjectType: 'session',
        subjectId: randomUUID(),
        scopes: JSON.stringify({ session: randomUUID(), edition: randomUUID() }),
        payload: JSON.stringify({ entryId: randomUUID(), seatNo: (index % 7) + 1, revision: 1 }),
        personId: null,
        sealed: JSON.stringify([{ part: 'actor', personId: actor.id, box }]),
        ip: '127.0.0.1',
        requestId: newId(),
      };
    }),
  };
}
