import { sectors } from '@thaiqm/catalogue/catalogue.ts'
import type { OrganisationRow } from '@thaiqm/contract/organisation/organisation-routes.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { keepsOrganisations } from '@thaiqm/core/organisation/organisation-command.ts'
import { type Sector, sector as sectorCode } from '@thaiqm/core/plan/plan.ts'
import { Badge, Chip, ChipRow } from '@thaiqm/ui/badge.tsx'
import { Button } from '@thaiqm/ui/button.tsx'
import { DataTable } from '@thaiqm/ui/data-table.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { PageHeader, Section } from '@thaiqm/ui/page-header.tsx'
import { useState } from 'react'
import { useAddress } from '../platform/address.ts'
import { useAreas } from '../platform/areas.ts'
import { agencyShortName, sectorName } from '../platform/names.ts'
import { NotFoundState, QueryView, usePageTitle } from '../platform/page.tsx'
import { SearchBox } from '../platform/search-box.tsx'
import { useSession } from '../platform/session.tsx'
import { OrganisationDialog } from './organisation-dialog.tsx'
import { bySector, organisationsNear, searchOrganisations } from './organisations-near.ts'
import { useOrganisations } from './use-organisations.ts'

const words = defineWords({
  title: { th: '7 ภาคีเครือข่าย', en: 'The seven partners' },
  description: {
    th: 'หน่วยงาน วัด ธุรกิจ มูลนิธิ และกลุ่มในพื้นที่ที่ร่วมแก้ไขปัญหาครัวเรือน ใช้เลือกในแผน การส่งต่อ และการช่วยเหลือ',
    en: 'Offices, temples, firms, foundations and groups at hand, to choose from in plans, referrals and help.',
  },
  add: { th: 'เพิ่มภาคี', en: 'Add a partner' },
  search: { th: 'ค้นหาชื่อหรือสิ่งที่ช่วยเหลือได้', en: 'Search a name or what is offered' },
  name: { th: 'ชื่อ', en: 'Name' },
  area: { th: 'พื้นที่', en: 'Area' },
  offers: { th: 'สิ่งที่ช่วยเหลือได้', en: 'Offers' },
  contact: { th: 'ผู้ประสานงาน', en: 'Contact' },
  change: { th: 'แก้ไข', en: 'Change' },
  changeNamed: { th: (name: string) => `แก้ไข ${name}`, en: name => `Change ${name}` },
  actions: { th: 'ดำเนินการ', en: 'Actions' },
  count: { th: (count: string) => `${count} แห่ง`, en: count => `${count}` },
  empty: { th: 'ยังไม่มีภาคี', en: 'No partner yet' },
  emptyHint: {
    th: 'เพิ่มหน่วยงานและองค์กรที่ร่วมงานกับ ศจพ. ในพื้นที่',
    en: 'Add the offices and organisations that work with you.',
  },
  none: { th: 'ไม่พบภาคีที่ค้นหา', en: 'No partner found' },
})

const contactText = ({ contacts = [], contact }: OrganisationRow): string =>
  [...contacts.map(one => [one.name, one.position, one.phone ?? ''].filter(Boolean).join(' ')), contact]
    .filter(Boolean)
    .join(' · ')

/** `/partners`: the seven partners at hand, by sector. */
export const OrganisationScreen = () => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { actor } = useSession()
  const { titleOf } = useAreas()
  const { search, kept, change } = useAddress()
  const read = sectorCode.safeParse(search.sector)
  const chosen: Sector | null = read.success ? read.data : null
  const query = useOrganisations()
  const [open, setOpen] = useState<OrganisationRow | 'new' | null>(null)
  usePageTitle(say.title)
  if (!hasAbility(actor, 'read-figures')) return <NotFoundState />
  const mayKeep = keepsOrganisations(actor)
  const add = mayKeep ? (
    <Button kind="primary" icon="plus" onPress={() => setOpen('new')}>
      {say.add}
    </Button>
  ) : undefined
  return (
    <>
      <PageHeader title={say.title} description={say.description} actions={add} />
      <SearchBox label={say.search} value={kept.search ?? ''} onSearch={text => change({}, { search: text })} />
      <ChipRow>
        {sectors.map(one => (
          <Chip
            key={one.code}
            isSelected={chosen === one.code}
            onChange={isOn => change({ sector: isOn ? one.code : null })}
          >
            {one[language]}
          </Chip>
        ))}
      </ChipRow>
      <QueryView query={query}>
        {({ organisations }) => {
          const found = searchOrganisations(organisationsNear(organisations, actor.areaCode), kept.search ?? '').filter(
            one => chosen === null || one.sector === chosen,
          )
          if (found.length === 0) {
            return organisations.length === 0 ? (
              <EmptyState icon="building" title={say.empty} actions={add}>
                {say.emptyHint}
              </EmptyState>
            ) : (
              <EmptyState icon="search" title={say.none} />
            )
          }
          return bySector(
            found,
            sectors.map(one => one.code),
          )
            .filter(group => group.organisations.length > 0)
            .map(group => (
              <Section
                key={group.sector}
                title={sectorName(group.sector, language)}
                description={say.count(formatNumber(group.organisations.length, language))}
              >
                <DataTable
                  caption={sectorName(group.sector, language)}
                  columns={[
                    {
                      key: 'name',
                      heading: say.name,
                      cell: one => (
                        <div>
                          <b>{one.nameTh}</b>{' '}
                          {one.agencyCode !== null && <Badge>{agencyShortName(one.agencyCode, language)}</Badge>}
                        </div>
                      ),
                    },
                    { key: 'area', heading: say.area, cell: one => titleOf(one.areaCode) },
                    { key: 'offers', heading: say.offers, cell: one => one.offers || '–', priority: 2 },
                    { key: 'contact', heading: say.contact, cell: one => contactText(one) || '–', priority: 2 },
                    ...(mayKeep
                      ? [
                          {
                            key: 'actions',
                            heading: say.actions,
                            isHeadingHidden: true,
                            align: 'end' as const,
                            cell: (one: OrganisationRow) => (
                              <Button
                                size="small"
                                kind="quiet"
                                icon="edit"
                                aria-label={say.changeNamed(one.nameTh)}
                                onPress={() => setOpen(one)}
                              >
                                {say.change}
                              </Button>
                            ),
                          },
                        ]
                      : []),
                  ]}
                  rows={group.organisations}
                  rowKey={one => one.organisationId}
                />
              </Section>
            ))
        }}
      </QueryView>
      {open !== null && (
        <OrganisationDialog organisation={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </>
  )
}
