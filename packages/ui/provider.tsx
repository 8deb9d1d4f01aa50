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

export interface LinksProps {
  readonly children: ReactNode
  /** The app's router: called for links inside the app. Without it links load pages. */
  readonly navigate?: ((path: string) => void) | undefined
  /** Turns a path into the address shown in the browser, where the app lives under a base path. */
  readonly useHref?: ((path: string) => string) | undefined
}

export interface UiProviderProps extends LinksProps {
  readonly initialLanguage?: Language | undefined
  /** Sizes for pages outside a shell, such as signing in; the shells set their own. */
  readonly density?: Density | undefined
}

/** How links navigate below here: for a part of the app whose router comes later than the app itself. */
export const LinksWithin = ({ children, navigate, useHref: hrefOf = path => path }: LinksProps) => (
  <RouterProvider navigate={navigate ?? (path => window.location.assign(hrefOf(path)))} useHref={hrefOf}>
    {children}
  </RouterProvider>
)

/** What every app wraps itself in, once: language, theme and the way links navigate. */
export const UiProvider = ({ children, navigate, useHref, initialLanguage, density }: UiProviderProps) => {
  useDensity(density)
  return (
    <LanguageProvider initialLanguage={initialLanguage}>
      <ThemeProvider>
        <LinksWithin navigate={navigate} useHref={useHref}>
          {children}
        </LinksWithin>
      </ThemeProvider>
    </LanguageProvider>
  )
}
