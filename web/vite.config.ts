import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Chromium 86 is the oldest kernel on the 信创 desktops that the console is held to; script and CSS alike. */
const oldestBrowser = 'chrome86';

export default defineConfig({
  plugins: [react()],
  build: {
    target: oldestBrowser,
    cssTarget: oldestBrowser,
    outDir: 'dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 900,
  },
});
