import { thaiReactAria } from '@thaiqm/ui/thai-react-aria-plugin.ts'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { precachePlugin } from './precache-plugin.ts'

/** Served by the ThaiQM server under `/field/`; while developing, `/api` is handed on to a server at FIELD_API. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/field/',
  plugins: [react(), thaiReactAria(), precachePlugin()],
  // One small style sheet for all screens: fewer requests on a weak signal.
  build: {
    outDir: 'dist',
    cssCodeSplit: false,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': process.env.FIELD_API ?? 'http://127.0.0.1:4913' } },
})
