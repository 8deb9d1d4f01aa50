import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { Icon, type IconName } from './icons.tsx'
import { defineWords, useWords } from './language.tsx'
import { keepChoice, readChoice } from './stored-choice.ts'
import './theme.css'

export type Theme = 'system' | 'light' | 'dark' | 'sunlight'
const themes: readonly Theme[] = ['system', 'light', 'dark', 'sunlight']
const STORAGE_KEY = 'thaiqm.theme'

interface ThemeChoice {
  readonly theme: Theme
  readonly setTheme: (theme: Theme) => void
}

const ThemeContext = createContext<ThemeChoice>({ theme: 'system', setTheme: () => {} })

/** Holds the theme of this device and puts it on `<html data-theme>`; `system` follows the device. */
export const ThemeProvider = ({ children }: { readonly children: ReactNode }) => {
  const [theme, setChosen] = useState<Theme>(() => readChoice(STORAGE_KEY, themes) ?? 'system')
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
  const choice = useMemo(
    () => ({
      theme,
      setTheme: (chosen: Theme) => {
        keepChoice(STORAGE_KEY, chosen)
        setChosen(chosen)
      },
    }),
    [theme],
  )
  return <ThemeContext value={choice}>{children}</ThemeContext>
}

export const useTheme = (): ThemeChoice => useContext(ThemeContext)

const themeWords = defineWords({
  theme: { th: 'รูปแบบการแสดงผล', en: 'Appearance' },
  system: { th: 'ตามอุปกรณ์', en: 'As device' },
  light: { th: 'สว่าง', en: 'Light' },
  dark: { th: 'มืด', en: 'Dark' },
  sunlight: { th: 'กลางแดด', en: 'Sunlight' },
})

const iconOf: Record<Theme, IconName> = { system: 'device', light: 'sun', dark: 'moon', sunlight: 'contrast' }

/** Four radio buttons in a row: as device, light, dark, sunlight. */
export const ThemeSwitch = () => {
  const { theme, setTheme } = useTheme()
  const words = useWords(themeWords)
  return (
    <fieldset className="tq-theme-switch">
      <legend className="tq-visually-hidden">{words.theme}</legend>
      {themes.map(choice => (
        <label key={choice} className="tq-theme-choice">
          <input type="radio" name="tq-theme" checked={theme === choice} onChange={() => setTheme(choice)} />
          <Icon name={iconOf[choice]} size={18} />
          <span>{words[choice]}</span>
        </label>
      ))}
    </fieldset>
  )
}
