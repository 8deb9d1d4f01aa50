import type { Question } from '@thaiqm/core/form/form-definition.ts'
import { IconButton } from '@thaiqm/ui/button.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { useReadAloud } from '../platform/read-aloud.ts'

const words = defineWords({
  read: { th: (question: string) => `อ่านออกเสียง: ${question}`, en: question => `Read aloud: ${question}` },
  stop: { th: 'หยุดอ่านออกเสียง', en: 'Stop reading' },
  choices: { th: 'ตัวเลือก', en: 'Choices' },
})

/** Reads a question with its hint and choices to somebody who does not read; absent where the phone has no voice for it. */
export const ReadQuestion = ({ question }: { readonly question: Question }) => {
  const said = useWords(words)
  const { language } = useLanguage()
  const aloud = useReadAloud(language)
  if (aloud === undefined) return null
  const isThai = language === 'th'
  const label = isThai ? question.labelTh : question.labelEn
  const choices = (question.choices ?? []).map(choice => (isThai ? choice.labelTh : choice.labelEn))
  const text = [
    label,
    isThai ? question.hintTh : question.hintEn,
    choices.length === 0 ? undefined : `${said.choices} ${choices.join(', ')}`,
  ]
    .filter(Boolean)
    .join('. ')
  return (
    <div className="fd-read-aloud">
      <IconButton
        icon={aloud.isReading ? 'stop' : 'speaker'}
        label={aloud.isReading ? said.stop : said.read(label)}
        onPress={() => (aloud.isReading ? aloud.stop() : aloud.read(text))}
      />
    </div>
  )
}
