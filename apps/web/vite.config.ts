import fs from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

const here = import.meta.dirname;
const repository = path.resolve(here, '../..');
const stylesFolder = path.join(repository, 'libs/ui/styles');

/** The stylesheet of the public pages: one file, its `@import`s put in place, beside the app. */
function publicStyles(): Plugin {
  const read = (name: string): string =>
    fs
      .readFileSync(path.join(stylesFolder, name), 'utf8')
      .replaceAll(/@import '\.\/([\w-]+\.css)';/gu, (_whole, other: string) => read(other));
  return {
    name: 'outturn-public-styles',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'public.css', source: read('public.css') });
    },
  };
}

export default defineConfig({
  root: here,
  base: '/app/',
  plugins: [react(), publicStyles()],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    outDir: path.join(repository, 'dist/web'),
    emptyOutDir: true,
    // light-dark() stays as it is: rewritten, it would follow the system and not the reader's choice.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    reportCompressedSize: false,
  },
  server: {
    // `npm run dev`: the API serves everything that is not the app.
    proxy: { '^/(?!app/)': 'http://127.0.0.1:3000' },
  },
});
