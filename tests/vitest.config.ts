import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { LongFilesFirst } from './long-files-first.ts';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

export default defineConfig({
  root,
  test: {
    // As many as CI has cores: servers, browsers and databases of their own run beside each.
    maxWorkers: 2,
    minWorkers: 1,
    sequence: { sequencer: LongFilesFirst },
    projects: [
      {
        root,
        test: {
          name: 'unit',
          sequence: { groupOrder: 1 },
          environment: 'node',
          include: ['shared/**/*.test.ts', 'bot-server/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/contracts/**', 'tests/crash/**', '**/node_modules/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          // One after the other, before all others: each runs several servers, and Zalo's seconds must be seconds there.
          name: 'crash',
          environment: 'node',
          include: ['tests/crash/**/*.test.ts'],
          globalSetup: ['tests/fakes/postgres-server.ts'],
          hookTimeout: 60_000,
          poolOptions: { forks: { singleFork: true } },
          sequence: { groupOrder: 0 },
        },
      },
      {
        root,
        test: {
          name: 'contracts',
          sequence: { groupOrder: 1 },
          environment: 'node',
          include: ['tests/contracts/**/*.test.ts'],
          globalSetup: ['tests/fakes/postgres-server.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        plugins: [react()],
        test: {
          name: 'ui',
          sequence: { groupOrder: 1 },
          environment: 'jsdom',
          include: ['mini-app/**/*.test.{ts,tsx}'],
          css: false,
          server: { deps: { inline: ['zmp-ui'] } },
        },
      },
      {
        root,
        test: {
          name: 'e2e',
          sequence: { groupOrder: 1 },
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
