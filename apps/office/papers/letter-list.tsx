import { useQuery } from '@tanstack/react-query'
import { listReferralLetters } from '@thaiqm/contract/papers/papers-routes.ts'
import { formatDay } from '@thaiqm/core/thai/format-day.ts'
import { Button, ButtonRow } from '@thaiqm/ui/button.tsx'
import { DataTable } from '@thaiqm/ui/data-table.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { Section } from '@thaiqm/ui/page-header.tsx'
import { useState } from 'react'
import { ask } from '../platform/api.ts'
import { agencyName } from '../platform/names.ts'
import { FailedState } from '../platform/page.tsx'
import { useSession } from '../platform/session.tsx'
import { LetterDialog } from './letter-dialog.tsx'

const words = defineWords({
  title: { th: 'หนังสือส่งต่อหน่วยงาน', en: 'Referral letters' },
  hint: {
    th: 'เรื่องที่อยู่กับแต่ละหน่วยงานขณะนี้ หนึ่งไฟล์มีหนังสือแยกตามผู้รับ พร้อมบัญชีแนบของผู้รับนั้น เรื่องที่จำกัดการเข้าถึงแยกเป็นหนังสือลับ',
    en: 'What lies with each agency now. One file holds a letter for each receiver with its own list; restricted cases go in a secret letter.',
  },
  agency: { th: 'หน่วยงาน', en: 'Agency' },
  cases: { th: 'เรื่อง', en: 'Cases' },
  secret: { th: 'เรื่องลับ', en: 'Secret' },
  due: { th: 'ครบกำหนดแรก', en: 'First due' },
  paper: { th: 'เอกสาร', en: 'Paper' },
  letter: { th: 'หนังสือ', en: 'Letter' },
  letterTo: { th: (agency: string) => `จัดทำหนังสือถึง ${agency}`, en: agency => `Letter to ${agency}` },
  secretLetterTo: { th: (agency: string) => `จัดทำหนังสือลับถึง ${agency}`, en: agency => `Secret letter to ${agency}` },
  secretLetter: { th: 'หนังสือลับ', en: 'Secret letter' },
  none: { th: 'ไม่มีเรื่องที่ส่งต่อหน่วยงานในพื้นที่นี้', en: 'Nothing is with an agency in this area' },
})

/** Which agencies have cases of the area, and the letter to each. */
export const LetterList = ({ area }: { readonly area: string }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { actor } = useSession()
  const [open, setOpen] = useState<{ readonly agencyCode: string; readonly isSecret: boolean } | null>(null)
  const query = useQuery({
    queryKey: ['referral-letters', actor.postId, area],
    queryFn: () => ask(listReferralLetters, { query: { area } }),
  })
  return (
    <Section title={say.title} description={say.hint}>
      <DataTable
        caption={say.title}
        rows={query.data?.letters ?? []}
        rowKey={row => row.agencyCode}
        isLoading={query.isFetching}
        error={query.isError ? <FailedState error={query.error} onRetry={() => void query.refetch()} /> : undefined}
        empty={<EmptyState icon="document" title={say.none} />}
        columns={[
          { key: 'agency', heading: say.agency, cell: row => agencyName(row.agencyCode, language) },
          { key: 'cases', heading: say.cases, align: 'end', cell: row => formatNumber(row.cases, language) },
          { key: 'secret', heading: say.secret, align: 'end', cell: row => formatNumber(row.secretCases, language) },
          {
            key: 'due',
            heading: say.due,
            cell: row => (row.firstDueOn === null ? '–' : formatDay(row.firstDueOn, { language })),
          },
          {
            key: 'paper',
            heading: say.paper,
            isHeadingHidden: true,
            cell: row => (
              <ButtonRow>
                {row.cases > 0 && (
                  <Button
                    size="small"
                    icon="download"
                    aria-label={say.letterTo(agencyName(row.agencyCode, language))}
                    onPress={() => setOpen({ agencyCode: row.agencyCode, isSecret: false })}
                  >
                    {say.letter}
                  </Button>
                )}
                {row.secretCases > 0 && (
                  <Button
                    size="small"
                    icon="lock"
                    aria-label={say.secretLetterTo(agencyName(row.agencyCode, language))}
                    onPress={() => setOpen({ agencyCode: row.agencyCode, isSecret: true })}
                  >
                    {say.secretLetter}
                  </Button>
                )}
              </ButtonRow>
            ),
          },
        ]}
      />
      {open !== null && <LetterDialog {...open} area={area} onClose={() => setOpen(null)} />}
    </Section>
  )
}
