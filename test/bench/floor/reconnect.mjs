import { Server } from 'socket.io';
import { config, serve } from './server.mjs';

/** Bare Socket.IO: who subscribes is answered what was known beforehand. */
const { answers } = config;

const sockets = new Server(
  serve(() => ({}), config.headers),
  {
    serveClient: false,
    transports: ['websocket'],
    pingInterval: 10_000,
    pingTimeout: 8_000,
  },
);
sockets.on('connection', (socket) => {
  socket.on('subscribe', ({ key }, answer) => {
    const { seq, snapshot } = answers[key];
    answer({ ok: true, seq, serverTime: Date.now(), snapshot });
  });
});
