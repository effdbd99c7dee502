import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { mergeConfig } from 'vite';
import app from '../../../../mini-app/vite.config.ts';

const root = path.dirname(fileURLToPath(import.meta.url));

/** The Mini App's own tools and settings, over another root. The plugin comes last, so that its root is the one taken. */
export default mergeConfig(app, { plugins: [{ name: 'shell-root', config: () => ({ root }) }] });
