import { LanguageSwitch, useWords } from '@thaiqm/ui/language.tsx'
import { ThemeSwitch } from '@thaiqm/ui/theme.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import type { ReactNode } from 'react'
import { BrandMark } from './brand-mark.tsx'

const words = defineWords({
  purpose: {
    th: 'ระบบบริหารจัดการเพื่อแก้ไขปัญหาความเดือดร้อนรายครัวเรือน (Re-X-Ray)',
    en: 'Household by household, every hardship seen and solved (Re-X-Ray)',
  },
})

/** The frame of the pages before sign-in. */
export const EntryFrame = ({ banner, children }: { readonly banner?: ReactNode; readonly children: ReactNode }) => {
  const say = useWords(words)
  return (
    <div className="of-entry" data-density="office">
      {banner}
      <header className="of-entry-head">
        <BrandMark />
        <div className="of-entry-brand">
          <span className="of-entry-name">ThaiQM</span>
          <span className="of-entry-purpose">{say.purpose}</span>
        </div>
        <LanguageSwitch />
      </header>
      <main className="of-entry-main" tabIndex={-1}>
        {children}
      </main>
      <footer className="of-entry-foot">
        <ThemeSwitch />
      </footer>
    </div>
  )
}
