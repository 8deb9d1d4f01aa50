import { Badge } from '@thaiqm/ui/badge.tsx'
import { DataTable } from '@thaiqm/ui/data-table.tsx'
import { useWords } from '@thaiqm/ui/language.tsx'
import { Section } from '@thaiqm/ui/page-header.tsx'
import { defineWords } from '@thaiqm/ui/words.ts'
import type { ShownAnswer, ShownSection } from './shown-answers.ts'

const words = defineWords({
  same: { th: 'เหมือนรอบก่อน', en: 'Same as last round' },
  question: { th: 'ข้อคำถาม', en: 'Question' },
  answer: { th: 'คำตอบรอบนี้', en: 'This round' },
  before: { th: 'รอบก่อน', en: 'Last round' },
  changed: { th: 'เปลี่ยนแปลง', en: 'Changed' },
})

/** A form's answers for reading, section by section. */
export const AnswerSections = ({
  sections,
  hasBefore,
}: {
  readonly sections: readonly ShownSection[]
  readonly hasBefore: boolean
}) => {
  const say = useWords(words)
  const before = { key: 'before', heading: say.before, cell: (row: ShownAnswer) => row.before ?? '–' }
  return (
    <>
      {sections.map(section => (
        <Section
          key={section.id}
          title={section.title}
          actions={section.isSame ? <Badge tone="info">{say.same}</Badge> : undefined}
        >
          {section.answers.length === 0 ? (
            <p className="of-muted">{say.same}</p>
          ) : (
            <DataTable
              caption={section.title}
              rows={section.answers}
              rowKey={row => row.key}
              isRowMarked={row => row.isChanged}
              columns={[
                {
                  key: 'question',
                  heading: say.question,
                  cell: row => (
                    <>
                      {row.question}
                      {row.whose !== '' && <span className="of-whose"> {row.whose}</span>}
                    </>
                  ),
                },
                {
                  key: 'now',
                  heading: say.answer,
                  cell: row => (
                    <span className="of-inline">
                      <b>{row.now}</b>
                      {row.isChanged && <Badge tone="warning">{say.changed}</Badge>}
                    </span>
                  ),
                },
                ...(hasBefore ? [before] : []),
              ]}
            />
          )}
        </Section>
      ))}
    </>
  )
}
