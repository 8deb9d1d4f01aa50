import { useQuery } from '@tanstack/react-query'
import { type BatchView, listBatches } from '@thaiqm/contract/baseline/baseline-routes.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { Badge, type Tone } from '@thaiqm/ui/badge.tsx'
import { LinkButton } from '@thaiqm/ui/button.tsx'
import { DataTable } from '@thaiqm/ui/data-table.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { PageHeader } from '@thaiqm/ui/page-header.tsx'
import { ask } from '../platform/api.ts'
import { NotFoundState, QueryView, usePageTitle } from '../platform/page.tsx'
import { useSession } from '../platform/session.tsx'
import { isMoving } from './batch-progress.ts'

const words = defineWords({
  title: { th: 'การนำเข้าข้อมูลรอบก่อน', en: 'Imports of the last round' },
  description: {
    th: 'ทุกครั้งที่นำเข้าเป็นหนึ่งชุด ดูรายงานย้อนหลังและยกเลิกได้ทั้งชุด',
    en: 'Each import is one batch: its report stays, and it can be undone as a whole.',
  },
  add: { th: 'นำเข้าไฟล์', en: 'Import a file' },
  empty: { th: 'ยังไม่มีการนำเข้า', en: 'Nothing imported yet' },
  emptyHint: {
    th: 'นำเข้าบัญชีครัวเรือนและปัญหาของรอบก่อน เพื่อให้ทีมปฏิบัติการตรวจสอบซ้ำ (Re-X-Ray) ได้ทุกปัญหา',
    en: 'Load the last round’s households and problems so that every old problem can be checked again.',
  },
  file: { th: 'ไฟล์', en: 'File' },
  by: { th: 'ผู้นำเข้า', en: 'By' },
  at: { th: 'เมื่อ', en: 'When' },
  state: { th: 'สถานะ', en: 'State' },
  households: { th: 'ครัวเรือนใหม่', en: 'New households' },
  problems: { th: 'ปัญหา', en: 'Problems' },
  notTaken: { th: 'แถวไม่นำเข้า', en: 'Rows left out' },
})

export const batchStateWords = defineWords({
  RUNNING: { th: 'กำลังนำเข้า', en: 'Running' },
  DONE: { th: 'นำเข้าแล้ว', en: 'Imported' },
  UNDOING: { th: 'กำลังยกเลิก', en: 'Being undone' },
  UNDONE: { th: 'ยกเลิกแล้ว', en: 'Undone' },
  FAILED: { th: 'ไม่สำเร็จ', en: 'Failed' },
})

export const batchTones: Readonly<Record<BatchView['state'], Tone>> = {
  RUNNING: 'info',
  DONE: 'good',
  UNDOING: 'info',
  UNDONE: 'neutral',
  FAILED: 'danger',
}

/** `/imports`: every import so far. */
export const BatchList = () => {
  const say = useWords(words)
  const states = useWords(batchStateWords)
  const { language } = useLanguage()
  const { actor } = useSession()
  usePageTitle(say.title)
  const query = useQuery({
    queryKey: ['batches'],
    queryFn: () => ask(listBatches, {}),
    refetchInterval: found => (found.state.data?.batches.some(isMoving) === true ? 2000 : false),
  })
  if (!hasAbility(actor, 'import-baseline')) return <NotFoundState />
  const add = (
    <LinkButton kind="primary" icon="upload" href="/imports/new">
      {say.add}
    </LinkButton>
  )
  return (
    <>
      <PageHeader title={say.title} description={say.description} actions={add} />
      <QueryView query={query}>
        {({ batches }) => (
          <DataTable
            caption={say.title}
            columns={[
              { key: 'file', heading: say.file, cell: batch => batch.fileName },
              {
                key: 'state',
                heading: say.state,
                cell: batch => <Badge tone={batchTones[batch.state]}>{states[batch.state]}</Badge>,
              },
              {
                key: 'households',
                heading: say.households,
                cell: batch => formatNumber(batch.newHouseholds, language),
                align: 'end',
              },
              {
                key: 'problems',
                heading: say.problems,
                cell: batch => formatNumber(batch.newProblems, language),
                align: 'end',
              },
              {
                key: 'notTaken',
                heading: say.notTaken,
                cell: batch => formatNumber(batch.totals.reject + batch.totals.review, language),
                align: 'end',
                priority: 2,
              },
              { key: 'by', heading: say.by, cell: batch => batch.byName, priority: 2 },
              { key: 'at', heading: say.at, cell: batch => formatInstant(batch.startedAt, { language }) },
            ]}
            rows={batches}
            rowKey={batch => batch.batchId}
            rowHref={batch => `/imports/${batch.batchId}`}
            empty={
              <EmptyState icon="upload" title={say.empty} actions={add}>
                {say.emptyHint}
              </EmptyState>
            }
          />
        )}
      </QueryView>
    </>
  )
}
