import { createAdapter } from '@socket.io/redis-streams-adapter';
import { createClient } from 'redis';
import { Server } from 'socket.io';
import { config, serve } from './server.mjs';

/** Bare Socket.IO: a request is acknowledged, then its message emitted to everybody connected, here or at the other server. */
const { channel, key, data, redisUrl } = config;
let { seq } = config;

const server = serve((_request, { sheetKey, revision, scores, comment }) => {
  seq += 1;
  const message = { channel, key, seq, data };
  setImmediate(() => sockets.emit('delta', message));
  const total = Object.values(scores).reduce((sum, score) => sum + score, 0);
  const receipt = { entryId: data.scored.entryId, sheetKey, revision: revision + 1, scores, comment, total };
  return { body: { ...receipt, submittedAt: new Date() } };
}, config.headers);
const sockets = new Server(server, {
  serveClient: false,
  transports: ['websocket'],
  pingInterval: 10_000,
  pingTimeout: 8_000,
});
if (redisUrl) {
  const redis = createClient({ url: redisUrl });
  await redis.connect();
  // Names of its own, so that the product's servers on the same Redis stay apart.
  sockets.adapter(createAdapter(redis, { streamName: `bench:${key}`, channelPrefix: `bench:${key}` }));
}
