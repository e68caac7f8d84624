import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { systemClock } from '../clock.ts';

type Guest = {
  /** Monotonic milliseconds: when it was opened or, after a request, became idle. */
  since: number;
  /** Whether a request on it is being answered. */
  busy: boolean;
  /** What the connection has sent: nothing whole, a request, or a request with the secret. */
  sent: 'nothing' | 'request' | 'secret';
};

/** A connection this young has had no time to send anything. */
const JUST_COME_MS = 1_000;

/**
 * Keeps room for a new connection: beyond `most` connections it closes one. It closes first one that has sent
 * no request, then one without the secret, last Telegram's own; among equals the one idle for longest. So
 * nobody can silence `/healthz` by holding connections open. A connection with a request under way is never
 * closed; when all are, the new one is closed.
 */
export function keepRoom(server: Server, most: number): { readonly trust: (socket: Socket) => void } {
  const guests = new Map<Socket, Guest>();
  server.on('connection', (socket) => {
    if (guests.size >= most) (leaving(guests) ?? socket).destroy();
    guests.set(socket, { since: systemClock.monotonic(), busy: false, sent: 'nothing' });
    socket.on('close', () => guests.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    const guest = guests.get(socket);
    if (!guest) return;
    guest.busy = true;
    if (guest.sent === 'nothing') guest.sent = 'request';
    response.on('close', () => {
      guest.busy = false;
      guest.since = systemClock.monotonic();
    });
  });
  return {
    trust: (socket) => {
      const guest = guests.get(socket);
      if (guest) guest.sent = 'secret';
    },
  };
}

function leaving(guests: ReadonlyMap<Socket, Guest>): Socket | undefined {
  const now = systemClock.monotonic();
  const [first] = [...guests]
    .filter(([socket, guest]) => !guest.busy && !socket.destroyed)
    .toSorted(([, a], [, b]) => worth(a, now) - worth(b, now) || a.since - b.since);
  return first?.[0];
}

function worth({ sent, since }: Guest, now: number): number {
  switch (sent) {
    case 'nothing':
      return now - since < JUST_COME_MS ? 1 : 0;
    case 'request':
      return 1;
    case 'secret':
      return 2;
  }
}
