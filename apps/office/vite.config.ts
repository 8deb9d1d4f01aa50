import { join } from 'node:path'
import { thaiReactAria } from '@thaiqm/ui/thai-react-aria-plugin.ts'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Served by the server at `/`. In development `vite apps/office` sends `/api` on to a server on port 4911. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react(), thaiReactAria()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The page behind a one-time link stands alone: a cheap phone loads nothing of the office.
    rollupOptions: { input: [join(import.meta.dirname, 'index.html'), join(import.meta.dirname, 'task.html')] },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4911' } },
})
