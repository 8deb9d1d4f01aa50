import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { keepChoice, readChoice } from './stored-choice.ts'
import { defineWords, type Language, languages, type Phrase, type Spoken, speak, type Words } from './words.ts'
import './theme.css'

export { defineWords, type Language } from './words.ts'

const STORAGE_KEY = 'thaiqm.language'

interface LanguageChoice {
  readonly language: Language
  readonly setLanguage: (language: Language) => void
}

const LanguageContext = createContext<LanguageChoice>({ language: 'th', setLanguage: () => {} })

// Both languages show the Buddhist era with Western digits; a district office reads 2567 in English papers too.
const localeOf: Record<Language, string> = {
  th: 'th-TH-u-ca-buddhist-nu-latn',
  en: 'en-GB-u-ca-buddhist',
}

export interface LanguageProviderProps {
  readonly children: ReactNode
  /** Used when this device has no choice stored yet. Thai if left out. */
  readonly initialLanguage?: Language | undefined
}

/** Holds the language of this device, keeps it, and sets `<html lang>` and the B.E. calendar of date fields. */
export const LanguageProvider = ({ children, initialLanguage = 'th' }: LanguageProviderProps) => {
  const [language, setChosen] = useState<Language>(() => readChoice(STORAGE_KEY, languages) ?? initialLanguage)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const choice = useMemo(
    () => ({
      language,
      setLanguage: (chosen: Language) => {
        keepChoice(STORAGE_KEY, chosen)
        setChosen(chosen)
      },
    }),
    [language],
  )
  return (
    <LanguageContext value={choice}>
      <I18nProvider locale={localeOf[language]}>{children}</I18nProvider>
    </LanguageContext>
  )
}

export const useLanguage = (): LanguageChoice => useContext(LanguageContext)

/** The words of a screen in the chosen language: `const words = useWords(pageWords)` then `words.save`. */
export const useWords = <P extends Record<string, Phrase>>(words: Words<P>): Spoken<P> => {
  const { language } = useLanguage()
  return useMemo(() => speak(words, language), [words, language])
}

const switchWords = defineWords({
  toOther: { th: 'Switch to English', en: 'เปลี่ยนเป็นภาษาไทย' },
  other: { th: 'English', en: 'ไทย' },
})

/** One button that names the other language in that language. */
export const LanguageSwitch = () => {
  const { language, setLanguage } = useLanguage()
  const words = useWords(switchWords)
  const other: Language = language === 'th' ? 'en' : 'th'
  return (
    <button
      type="button"
      className="tq-language-switch"
      lang={other}
      aria-label={words.toOther}
      onClick={() => setLanguage(other)}
    >
      {words.other}
    </button>
  )
}
