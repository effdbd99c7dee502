import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import zaloMiniApp from 'zmp-vite-plugin';
import appConfig from '../app-config.json' with { type: 'json' };
import miniApp from './package.json' with { type: 'json' };

const root = path.dirname(fileURLToPath(import.meta.url));
const repository = path.dirname(root);

/** The Zalo command line passes its own root (the repository), which beats `root` below; a plugin's answer beats both. */
const pinRoot: Plugin = { name: 'pin-mini-app-root', config: () => ({ root }) };

const ZAUI_ICON = /zmp-ui[\\/]esm[\\/]components[\\/]icon[\\/]index\.js$/;
const localIcon = `export { default } from ${JSON.stringify(path.join(root, 'src/ui/zaui-icon.tsx'))};`;

/** zmp-ui draws its icons with a font from a foreign host; this puts local drawings in their place. */
const localIcons: Plugin = {
  name: 'zaui-local-icons',
  enforce: 'pre',
  load: (id) => (ZAUI_ICON.test(id.split('?')[0] ?? '') ? localIcon : undefined),
};

/** Changes with the agreed shapes of replies: what a phone kept of an earlier version is then read anew. */
function contractsId(): string {
  const folder = path.join(repository, 'shared/src/contracts');
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).sort()) hash.update(readFileSync(path.join(folder, file)));
  return hash.digest('base64url').slice(0, 12);
}

const CONTRACT = /shared[\\/]src[\\/]contracts[\\/][\w-]+\.ts$/;

/**
 * Contracts describe what is asked as well as what is replied; the app reads replies alone. Without this the build cannot know
 * that a schema nobody uses may be left out, with the parts of zod that only it needs.
 */
const unusedSchemas: Plugin = {
  name: 'leave-out-unused-schemas',
  enforce: 'pre',
  transform: (code, id) =>
    CONTRACT.test(id.split('?')[0] ?? '') ? code.replace(/(?<![\w.$])z\.(?=\w+\()/g, '/*@__PURE__*/ z.') : undefined,
};

const apiServer = process.env.DEV_API ?? 'http://127.0.0.1:8787';

export default defineConfig({
  root,
  // Relative: inside Zalo the files lie beside the app's own address, and lazy chunks are found from their importer.
  base: '',
  define: {
    'import.meta.env.VITE_CONTRACTS': JSON.stringify(contractsId()),
    'import.meta.env.VITE_VERSION': JSON.stringify(miniApp.version),
  },
  plugins: [pinRoot, localIcons, unusedSchemas, react(), zaloMiniApp(appConfig as Parameters<typeof zaloMiniApp>[0])],
  resolve: { dedupe: ['react', 'react-dom', 'react-router-dom'] },
  optimizeDeps: {
    esbuildOptions: {
      plugins: [
        {
          name: 'zaui-local-icons',
          setup(build) {
            build.onLoad({ filter: ZAUI_ICON }, () => ({ contents: localIcon, loader: 'js', resolveDir: root }));
          },
        },
      ],
    },
  },
  server: { proxy: { '/api': apiServer } },
  build: {
    outDir: path.join(repository, 'www'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // One style sheet: Zalo loads every listed one before the app starts.
    cssCodeSplit: false,
    // 2.7 % smaller than esbuild's when it was measured: 2.7 kB of a budget of 95.
    minify: 'terser',
    terserOptions: { ecma: 2015, module: true, compress: { passes: 3 }, format: { comments: false } },
    modulePreload: { polyfill: false },
    // Modules with import() need Chrome 63 and Safari 11.1 anyway; the plugin's es2015 only adds weight.
    target: ['chrome80', 'safari13.1'],
    rollupOptions: {
      // A schema that is made of another's `shape` can be left out, too; nothing in the app reads a property for its effect.
      treeshake: { propertyReadSideEffects: false },
      onwarn(warning, warn) {
        // zod explains its own bundling in comments that only look like annotations.
        if (warning.code !== 'INVALID_ANNOTATION') warn(warning);
      },
    },
  },
});
