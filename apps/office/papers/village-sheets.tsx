import { useQuery } from '@tanstack/react-query'
import { routeAddress } from '@thaiqm/contract/client/call-route.ts'
import { readVillageNeeds, villageSheetPath } from '@thaiqm/contract/papers/papers-routes.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { ButtonRow, LinkButton } from '@thaiqm/ui/button.tsx'
import { DataTable } from '@thaiqm/ui/data-table.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState, Notice } from '@thaiqm/ui/notice.tsx'
import { Section, Stack } from '@thaiqm/ui/page-header.tsx'
import { ask } from '../platform/api.ts'
import { kindName } from '../platform/names.ts'
import { FailedState } from '../platform/page.tsx'
import { useSession } from '../platform/session.tsx'

const words = defineWords({
  title: { th: 'ข้อมูลความต้องการของหมู่บ้าน ประกอบแผนพัฒนาท้องถิ่น', en: 'Village needs for the local plan' },
  hint: {
    th: 'ปัญหาด้านความเป็นอยู่และรายได้ที่ยังต้องแก้ไข นับตามรหัส ไม่รวมเรื่องที่จำกัดการเข้าถึง',
    en: 'Live hardships of living conditions and income by code; restricted ones are never counted here.',
  },
  choose: {
    th: 'โปรดเลือกตำบลหรือหมู่บ้านด้านบน เอกสารนี้จัดทำเป็นรายตำบลหรือรายหมู่บ้าน',
    en: 'Please choose a tambon or a village above: the sheet is made for one.',
  },
  open: { th: 'เอกสารเปิดเผย (ไม่มีชื่อ)', en: 'Open sheet (no names)' },
  named: { th: 'บัญชีรายชื่อสำหรับคณะกรรมการ (ลับ)', en: 'Named list for the committee (secret)' },
  village: { th: 'หมู่บ้าน', en: 'Village' },
  kind: { th: 'ปัญหา/ความต้องการ', en: 'Need' },
  households: { th: 'ครัวเรือน', en: 'Households' },
  problems: { th: 'เรื่อง', en: 'Problems' },
  urgent: { th: 'เร่งด่วน', en: 'Urgent' },
  none: { th: 'ไม่มีปัญหาที่ต้องนำเข้าแผนในพื้นที่นี้', en: 'Nothing for the plan in this area' },
})

/** What each village needs, and the two sheets of it: open, and named for the closed committee. */
export const VillageSheets = ({ area }: { readonly area: string }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { actor } = useSession()
  const isSmall = area.length >= 6
  const query = useQuery({
    queryKey: ['village-needs', actor.postId, area],
    queryFn: () => ask(readVillageNeeds, { params: { area }, query: {} }),
    enabled: isSmall,
  })
  const rows = (query.data?.villages ?? []).flatMap(({ villageName, villageCode, kinds }) =>
    kinds.map(kind => ({ ...kind, villageName, villageCode })),
  )
  const write = (n: number) => formatNumber(n, language)
  return (
    <Section title={say.title} description={say.hint}>
      {isSmall ? (
        <Stack>
          {rows.length > 0 && (
            <ButtonRow>
              <LinkButton icon="download" href={routeAddress(villageSheetPath, { area }, { part: 'open' })} download>
                {say.open}
              </LinkButton>
              {hasAbility(actor, 'export-lists') && (
                <LinkButton icon="lock" href={routeAddress(villageSheetPath, { area }, { part: 'named' })} download>
                  {say.named}
                </LinkButton>
              )}
            </ButtonRow>
          )}
          <DataTable
            caption={say.title}
            rows={rows}
            rowKey={row => `${row.villageCode}-${row.kindCode}`}
            isLoading={query.isFetching}
            error={query.isError ? <FailedState error={query.error} onRetry={() => void query.refetch()} /> : undefined}
            empty={<EmptyState icon="house" title={say.none} />}
            columns={[
              { key: 'village', heading: say.village, cell: row => row.villageName },
              { key: 'kind', heading: say.kind, cell: row => `${row.kindCode} ${kindName(row.kindCode, language)}` },
              { key: 'households', heading: say.households, align: 'end', cell: row => write(row.households) },
              { key: 'problems', heading: say.problems, align: 'end', cell: row => write(row.problems) },
              { key: 'urgent', heading: say.urgent, align: 'end', cell: row => write(row.urgent) },
            ]}
          />
        </Stack>
      ) : (
        <Notice>{say.choose}</Notice>
      )}
    </Section>
  )
}
