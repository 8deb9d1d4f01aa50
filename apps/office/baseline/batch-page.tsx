import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type BatchView, readBatch, undoBatch } from '@thaiqm/contract/baseline/baseline-routes.ts'
import type { CallFailure } from '@thaiqm/contract/client/call-route.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { type BatchId, batchId } from '@thaiqm/core/ledger/identifiers.ts'
import { formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { Badge } from '@thaiqm/ui/badge.tsx'
import { Button, LinkButton } from '@thaiqm/ui/button.tsx'
import { ConfirmDialog } from '@thaiqm/ui/dialog.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Notice } from '@thaiqm/ui/notice.tsx'
import { Card, PageHeader } from '@thaiqm/ui/page-header.tsx'
import { ProgressBar } from '@thaiqm/ui/progress.tsx'
import { useState } from 'react'
import { useParam } from '../platform/address.ts'
import { ask, call } from '../platform/api.ts'
import { NotFoundState, QueryView, usePageTitle } from '../platform/page.tsx'
import { failureText } from '../platform/refusal-text.ts'
import { useSession } from '../platform/session.tsx'
import { batchStateWords, batchTones } from './batch-list.tsx'
import { isMoving } from './batch-progress.ts'
import { ImportTotals } from './import-totals.tsx'
import { RowReport } from './row-report.tsx'
import './baseline.css'

const words = defineWords({
  title: { th: 'ผลการนำเข้า', en: 'Result of the import' },
  imports: { th: 'การนำเข้า', en: 'Imports' },
  by: { th: (name: string, at: string) => `โดย ${name} เมื่อ ${at}`, en: (name, at) => `By ${name}, ${at}` },
  running: { th: 'กำลังนำเข้าครัวเรือน', en: 'Importing households' },
  undoing: { th: 'กำลังยกเลิกการนำเข้า', en: 'Undoing the import' },
  wait: { th: 'ออกจากหน้านี้ได้ การนำเข้าดำเนินต่อไป', en: 'You may leave this page; the import goes on.' },
  doneTitle: { th: 'นำเข้าแล้ว', en: 'Imported' },
  done: {
    th: (households: string, problems: string, same: string) =>
      `ครัวเรือนใหม่ ${households} ปัญหา ${problems} ครัวเรือนที่มีอยู่แล้วและไม่เปลี่ยนแปลง ${same}`,
    en: (households, problems, same) =>
      `${households} new households, ${problems} problems; ${same} were known already and stay as they were.`,
  },
  undoneTitle: { th: 'ยกเลิกการนำเข้าชุดนี้แล้ว', en: 'This import was undone' },
  undone: {
    th: 'ครัวเรือนและปัญหาของชุดนี้ไม่อยู่ในทุกรายการและทุกยอดแล้ว',
    en: 'Its households and problems are gone from every list and every count.',
  },
  failedTitle: { th: 'นำเข้าไม่สำเร็จ', en: 'The import failed' },
  failed: {
    th: 'นำเข้าไฟล์เดิมใหม่ได้โดยไม่ซ้ำ หากยังไม่สำเร็จโปรดแจ้งผู้ดูแลระบบ',
    en: 'The same file can be loaded again without doubling. If it fails again, tell the administrator.',
  },
  toHouseholds: { th: 'ดูครัวเรือน', en: 'To the households' },
  undo: { th: 'ยกเลิกการนำเข้าชุดนี้', en: 'Undo this import' },
  undoTitle: { th: 'ยกเลิกการนำเข้าทั้งชุดหรือไม่', en: 'Undo the whole import?' },
  undoBody: {
    th: (households: string) =>
      `ครัวเรือน ${households} ครัวเรือนและปัญหาที่มากับชุดนี้จะถูกนำออก ทำได้เฉพาะเมื่อยังไม่มีการสำรวจหรือดำเนินการต่อ`,
    en: households => `${households} households and their problems are taken back. Only while nothing builds on them.`,
  },
})

const BatchNotice = ({ batch }: { readonly batch: BatchView }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const write = (value: number) => formatNumber(value, language)
  if (isMoving(batch)) {
    return (
      <Card>
        <ProgressBar label={batch.state === 'RUNNING' ? say.running : say.undoing} n={batch.done} of={batch.of} />
        <p className="of-muted">{say.wait}</p>
      </Card>
    )
  }
  if (batch.state === 'UNDONE')
    return (
      <Notice tone="info" title={say.undoneTitle}>
        {say.undone}
      </Notice>
    )
  if (batch.state === 'FAILED')
    return (
      <Notice tone="danger" title={say.failedTitle}>
        {say.failed}
      </Notice>
    )
  return (
    <Notice tone="good" title={say.doneTitle} actions={<LinkButton href="/households">{say.toHouseholds}</LinkButton>}>
      {say.done(write(batch.newHouseholds), write(batch.newProblems), write(batch.unchangedHouseholds))}
    </Notice>
  )
}

const UndoBatch = ({ batch }: { readonly batch: BatchView }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const [isUndoing, setUndoing] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const undo = async () => {
    setUndoing(true)
    const undone = await call(undoBatch, { params: { batchId: batch.batchId } })
    setUndoing(false)
    setAsking(false)
    setFailure(undone.ok ? null : undone)
    if (undone.ok) await client.invalidateQueries()
  }
  return (
    <>
      {failure !== null && (
        <Notice tone="danger" isLive>
          {failureText(failure, language)}
        </Notice>
      )}
      <div>
        <Button kind="danger" icon="undo" onPress={() => setAsking(true)}>
          {say.undo}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => void undo()}
        title={say.undoTitle}
        confirmLabel={say.undo}
        isDangerous
        isPending={isUndoing}
      >
        {say.undoBody(formatNumber(batch.newHouseholds, language))}
      </ConfirmDialog>
    </>
  )
}

/** `/imports/…`: how far an import has come, and its report for good. */
export const BatchPage = () => {
  const { actor } = useSession()
  const say = useWords(words)
  usePageTitle(say.title)
  const id = batchId.safeParse(useParam('batchId'))
  return id.success && hasAbility(actor, 'import-baseline') ? <BatchOf id={id.data} /> : <NotFoundState />
}

const BatchOf = ({ id }: { readonly id: BatchId }) => {
  const say = useWords(words)
  const states = useWords(batchStateWords)
  const { language } = useLanguage()
  const query = useQuery({
    queryKey: ['batch', id],
    queryFn: () => ask(readBatch, { params: { batchId: id } }),
    refetchInterval: found => (found.state.data !== undefined && isMoving(found.state.data.batch) ? 1000 : false),
  })
  return (
    <QueryView query={query}>
      {({ batch, rows }) => (
        <>
          <PageHeader
            title={say.title}
            description={`${batch.fileName} · ${say.by(batch.byName, formatInstant(batch.startedAt, { language }))}`}
            crumbs={[{ label: say.imports, href: '/imports' }, { label: say.title }]}
            badges={<Badge tone={batchTones[batch.state]}>{states[batch.state]}</Badge>}
          />
          <BatchNotice batch={batch} />
          <ImportTotals totals={batch.totals} />
          <RowReport rows={rows} />
          {batch.state === 'DONE' && <UndoBatch batch={batch} />}
        </>
      )}
    </QueryView>
  )
}
