import { defineConfig } from 'vite';

/** The app in the EHR's frame: built into launch/dist, which RevRx serves at /app. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/app/',
  logLevel: 'warn',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_000,
    // Mantine's "use client" directives mean nothing here.
    rolldownOptions: { onLog: (level, log, show) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && show(level, log) },
  },
  oxc: { jsx: { runtime: 'automatic' } },
});
