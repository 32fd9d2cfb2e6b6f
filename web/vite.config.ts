import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressFiles } from './compress-files.ts';

/** Chromium 86 is the oldest kernel on the 信创 desktops that the console is held to; script and CSS alike. */
const oldestBrowser = 'chrome86';

export default defineConfig({
  plugins: [react(), compressFiles()],
  build: {
    target: oldestBrowser,
    cssTarget: oldestBrowser,
    outDir: 'dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 900,
  },
});
