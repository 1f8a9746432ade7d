import { type Actor, LOCALES } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import type { Socket } from 'socket.io';
import { type ActorResolver, nobody, SESSION_COOKIE } from '../http/actor-context.js';

/** Who a socket belongs to, by the cookies with which it came; without a session it is nobody known. */
export async function actorOfHandshake(
  { headers, address }: Pick<Socket['handshake'], 'headers' | 'address'>,
  resolver: ActorResolver,
): Promise<Actor> {
  const cookies = new Map((headers.cookie ?? '').split(/;\s*/).map((pair) => pair.split('=', 2) as [string, string]));
  const token = cookies.get(SESSION_COOKIE);
  const session = token ? await resolver.resolve(token) : undefined;
  const chosen = LOCALES.find((locale) => locale === cookies.get('haishi_lang'));
  return { ...nobody({ locale: chosen ?? 'zh', ip: address, requestId: newId() }), ...session };
}
