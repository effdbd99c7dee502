import { screen } from '@testing-library/react';
import { FakeServer, json } from './fake-server.ts';
import { openApp } from './open-app.tsx';
import { SIGNED_IN_PHONE } from './open-learning.ts';
import { broadcast, sendingServer } from './sample-sending.ts';

/** A server that knows one person by an office, and what they do. */
export function desk(role: 'leader' | 'official' | 'resident' = 'leader', first = broadcast()) {
  const server = new FakeServer();
  return { server, ...sendingServer(server, role, first) };
}

/** That person's phone. */
export const openDesk = (server: FakeServer, address: string, phone = {}) =>
  openApp(server, address, { ...SIGNED_IN_PHONE, ...phone });

/** Somebody else was faster. */
export const taken = () =>
  json({ error: { code: 'announcement_changed', message: 'Thông báo vừa được thay đổi ở nơi khác.' } }, 409);

export const button = (name: string | RegExp) => screen.findByRole('button', { name });
