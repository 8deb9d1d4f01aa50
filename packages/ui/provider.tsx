import type { ReactNode } from 'react'
import { RouterProvider } from 'react-aria-components'
import { type Density, useDensity } from './density.ts'
import { LanguageProvider } from './language.tsx'
import { ThemeProvider } from './theme.tsx'
import type { Language } from './words.ts'

// react-aria adds a <style> unless an element with this id stands already; a strict CSP would refuse it.
// The rule itself is in base.css.
const PRESSABLE_STYLE_ID = 'react-aria-pressable-style'

if (typeof document !== 'undefined' && document.getElementById(PRESSABLE_STYLE_ID) === null) {
  const standIn = document.createElement('meta')
  standIn.id = PRESSABLE_STYLE_ID
  document.head.append(standIn)
}

export interface UiProviderProps {
  readonly children: ReactNode
  /** The app's router: called for links inside the app. Without it links load pages. */
  readonly navigate?: ((path: string) => void) | undefined
  /** Turns a path into the address shown in the browser, where the app lives under a base path. */
  readonly useHref?: ((path: string) => string) | undefined
  readonly initialLanguage?: Language | undefined
  /** Sizes for pages outside a shell, such as signing in; the shells set their own. */
  readonly density?: Density | undefined
}

const NO_ROUTER = (path: string) => window.location.assign(path)

/** What every app wraps itself in, once: language, theme and the way links navigate. */
export const UiProvider = ({ children, navigate, useHref, initialLanguage, density }: UiProviderProps) => {
  useDensity(density)
  return (
    <LanguageProvider initialLanguage={initialLanguage}>
      <ThemeProvider>
        <RouterProvider navigate={navigate ?? NO_ROUTER} {...(useHref === undefined ? {} : { useHref })}>
          {children}
        </RouterProvider>
      </ThemeProvider>
    </LanguageProvider>
  )
}
