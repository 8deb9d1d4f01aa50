import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { thaiReactAria } from '../thai-react-aria-plugin.ts'

/** `vite packages/ui/showcase` shows every component; it is never part of an app. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), thaiReactAria()],
  build: { outDir: 'dist' },
})
