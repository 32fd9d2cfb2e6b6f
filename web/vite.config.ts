import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressFiles } from './compress-files.ts';
import { firstScreen } from './first-screen.ts';

/** Chromium 86 is the oldest kernel on the 信创 desktops that the console is held to; script and CSS alike. */
const oldestBrowser = 'chrome86';
const { plugin, groups } = firstScreen();

export default defineConfig({
  plugins: [react(), plugin, compressFiles()],
  build: {
    target: oldestBrowser,
    cssTarget: oldestBrowser,
    outDir: 'dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 900,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
});
