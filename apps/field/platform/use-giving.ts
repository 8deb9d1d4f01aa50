import { useLanguage } from '@thaiqm/ui/language.tsx'
import { useState } from 'react'
import { PHONE_FULL, phoneFullText } from './phone-full.ts'
import type { Refused } from './refusal-text.ts'

/** For a screen that gives commands: whether it runs, and the sentence of its refusal. */
export const useGiving = () => {
  const { language } = useLanguage()
  const [isPending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<{ readonly code: string; readonly text: string }>()
  const give = async <Done extends { readonly ok: true } | Refused>(deed: () => Promise<Done>): Promise<Done> => {
    setPending(true)
    setRefusal(undefined)
    try {
      const done = await deed()
      if (!done.ok) {
        const { refusalText } = await import('./refusal-text.ts')
        const { code } = done.refusal
        setRefusal({ code, text: code === PHONE_FULL ? phoneFullText(language) : refusalText(done.refusal, language) })
      }
      return done
    } finally {
      setPending(false)
    }
  }
  return { give, isPending, refusal }
}
