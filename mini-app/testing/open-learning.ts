import type { CourseProgress } from '@phuong-so/shared/contracts/learning';
import type { Platform } from '../src/zalo/platform.ts';
import { FakeServer, json, NAMED_WARD, signedIn } from './fake-server.ts';
import { openApp } from './open-app.tsx';
import { learning } from './sample-learning.ts';

export const SIGNED_IN_PHONE = { kind: 'zalo', accessToken: async () => 'zalo-token' } as const;

/** A phone on which the ward is the only one. */
export function openAt(
  address: string,
  change: (server: FakeServer) => void = () => undefined,
  phone: Partial<Platform> = {},
) {
  const server = new FakeServer();
  server.wards = () => json({ wards: [NAMED_WARD] });
  change(server);
  return openApp(server, address, phone);
}

/** The phone of somebody whom the server knows, with this progress. */
export function openKnown(
  address: string,
  stored: CourseProgress,
  change: (server: FakeServer) => void = () => undefined,
) {
  const known = (server: FakeServer) => {
    signedIn(server);
    server.replies.learning = () => json(learning([stored]));
    server.replies.learn = () => json(stored);
    change(server);
  };
  return openAt(address, known, SIGNED_IN_PHONE);
}

/** Bodies of the calls of this name, in their order. */
export function sent(server: FakeServer, call: string): readonly unknown[] {
  return server.bodies.filter((_, at) => server.called[at] === call);
}
