import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { type Actor } from '@haishi/contracts';
import { assertAllowed, Database, SecretBox, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { FreshCache } from '../fresh-cache.js';
import { bytesToSign, type TicketClaim, type TicketText, writeTicketText } from '../ticket/ticket-text.rules.js';
import { type KeyState, SigningKey } from './signing-key.entity.js';

/** How long another server's rotation may go unnoticed here, in milliseconds. */
const FRESH_FOR = 5_000;
const ALL = 'all';

interface HeldKey {
  number: number;
  state: KeyState;
  publicKey: KeyObject;
  sealed: string;
}

const contextOf = (number: number) => `ticket-key:${number}`;

/** The keys that sign tickets; the first is made when it is needed. */
@Injectable()
export class SigningKeys {
  private readonly keys = new FreshCache(() => this.read(), FRESH_FOR);

  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly box: SecretBox,
  ) {}

  /** The text of a ticket's QR code. */
  async sign(actor: Actor, claim: Omit<TicketClaim, 'keyNumber'>): Promise<string> {
    const key = await this.active(actor);
    const full = { ...claim, keyNumber: key.number };
    const secret = createPrivateKey({
      key: this.box.open(key.sealed, contextOf(key.number)),
      format: 'der',
      type: 'pkcs8',
    });
    return writeTicketText(full, sign(null, bytesToSign(full), secret));
  }

  /** Whether a key of ours that is not revoked signed this code. */
  async isGenuine(text: TicketText): Promise<boolean> {
    const key = (await this.keys.get(ALL)).get(text.keyNumber);
    return key !== undefined && key.state !== 'revoked' && verify(null, text.signed, key.publicKey, text.signature);
  }

  /**
   * Puts a new key in the place of the active one. With `revoke` the old one's tickets are refused from now on and
   * must be opened anew; without it they stay good. Demands `gate.manage` system-wide.
   */
  async rotate(actor: Actor, revoke: boolean): Promise<{ number: number }> {
    assertAllowed(actor, 'gate.manage', {});
    return this.uow.run(actor, async (work) => {
      const state: KeyState = revoke ? 'revoked' : 'retired';
      await work.manager.update(SigningKey, { state: Equal('active') }, { state, endedAt: work.now });
      const number = await this.create(work);
      await work.event({
        type: 'ticket_key.rotated',
        subjectType: 'ticket_key',
        subjectId: String(number),
        payload: { previous: state },
      });
      return { number };
    });
  }

  private async active(actor: Actor): Promise<HeldKey> {
    const find = async () => [...(await this.keys.get(ALL)).values()].find((key) => key.state === 'active');
    const found = await find();
    if (found) return found;
    await this.uow.run(actor, async (work) => {
      if (await work.manager.existsBy(SigningKey, { state: Equal('active') })) return;
      const number = await this.create(work);
      await work.event({ type: 'ticket_key.created', subjectType: 'ticket_key', subjectId: String(number) });
    });
    this.keys.forget(ALL);
    return (await find())!;
  }

  private async create(work: Work): Promise<number> {
    const last = await work.manager.maximum(SigningKey, 'number');
    const number = Number(last ?? 0) + 1;
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    await work.manager.insert(SigningKey, {
      number,
      publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
      privateKey: this.box.seal(privateKey.export({ format: 'der', type: 'pkcs8' }), contextOf(number)),
      state: 'active',
      createdAt: work.now,
      endedAt: null,
    });
    work.afterCommit(() => this.keys.forget(ALL));
    return number;
  }

  private async read(): Promise<Map<number, HeldKey>> {
    const rows = await this.database.manager.find(SigningKey);
    return new Map(
      rows.map(({ number, state, publicKey, privateKey }) => [
        number,
        {
          number,
          state,
          publicKey: createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' }),
          sealed: privateKey,
        },
      ]),
    );
  }
}
