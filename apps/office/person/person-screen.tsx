import { useQuery } from '@tanstack/react-query'
import { listPeople, type PersonRow } from '@thaiqm/contract/person/person-routes.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { type Role, role } from '@thaiqm/core/access/role.ts'
import { instant } from '@thaiqm/core/ledger/day.ts'
import type { Post } from '@thaiqm/core/person/person.ts'
import { formatInstant } from '@thaiqm/core/thai/format-day.ts'
import { Badge, StatusDot } from '@thaiqm/ui/badge.tsx'
import { Button } from '@thaiqm/ui/button.tsx'
import { DataTable } from '@thaiqm/ui/data-table.tsx'
import { formatNumber } from '@thaiqm/ui/format.ts'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { Menu } from '@thaiqm/ui/menu.tsx'
import { EmptyState } from '@thaiqm/ui/notice.tsx'
import { PageHeader } from '@thaiqm/ui/page-header.tsx'
import { Pagination } from '@thaiqm/ui/pagination.tsx'
import { Select } from '@thaiqm/ui/select.tsx'
import { useState } from 'react'
import { nameOfOrganisation, useOrganisations } from '../organisation/use-organisations.ts'
import { useAddress } from '../platform/address.ts'
import { ask } from '../platform/api.ts'
import { useAreas } from '../platform/areas.ts'
import { agencyShortName, roleName } from '../platform/names.ts'
import { NotFoundState, QueryView, usePageTitle } from '../platform/page.tsx'
import { SearchBox } from '../platform/search-box.tsx'
import { useSession } from '../platform/session.tsx'
import { OneTimePassword } from './one-time-password.tsx'
import { PersonDialog, PersonStatusDialog } from './person-dialog.tsx'
import { searchPeople } from './person-draft.ts'
import './person.css'

const words = defineWords({
  title: { th: 'ผู้ใช้งาน', en: 'People' },
  description: {
    th: (count: string) => `บัญชีเฉพาะบุคคล ${count} บัญชี แต่ละตำแหน่งเห็นเฉพาะพื้นที่ของตน`,
    en: count => `${count} personal accounts; each post sees only its own area`,
  },
  add: { th: 'เพิ่มผู้ใช้งาน', en: 'Add a person' },
  search: { th: 'ค้นหาชื่อ ตำแหน่ง หรือชื่อผู้ใช้', en: 'Search name, position or username' },
  role: { th: 'บทบาท', en: 'Role' },
  everyRole: { th: 'ทุกบทบาท', en: 'Every role' },
  name: { th: 'ชื่อ', en: 'Name' },
  posts: { th: 'บทบาทและพื้นที่', en: 'Roles and areas' },
  status: { th: 'สถานะ', en: 'Status' },
  ACTIVE: { th: 'ใช้งาน', en: 'Active' },
  DISABLED: { th: 'ระงับ', en: 'Disabled' },
  seen: { th: 'เข้าสู่ระบบล่าสุด', en: 'Last sign-in' },
  never: { th: 'ยังไม่เคย', en: 'Never' },
  designated: { th: 'เรื่องอ่อนไหว', en: 'Restricted' },
  late: { th: 'บันทึกหลังกำหนดได้', en: 'May record late' },
  actions: { th: 'ดำเนินการ', en: 'Actions' },
  actionsFor: { th: (name: string) => `ดำเนินการกับ ${name}`, en: name => `Actions for ${name}` },
  change: { th: 'แก้ไข', en: 'Change' },
  password: { th: 'ออกรหัสผ่านชั่วคราว', en: 'One-time password' },
  disable: { th: 'ระงับบัญชี', en: 'Disable' },
  enable: { th: 'เปิดใช้บัญชี', en: 'Enable' },
  none: { th: 'ไม่พบผู้ใช้งานที่ค้นหา', en: 'Nobody found' },
  noneHint: { th: 'ลองค้นหาด้วยคำอื่น หรือเลือกทุกบทบาท', en: 'Try other words, or every role.' },
})

const PAGE = 50
const everyRole = 'every'

type Open = { readonly what: 'edit' | 'status' | 'password'; readonly person: PersonRow } | { readonly what: 'add' }

const PostLine = ({ post }: { readonly post: Post }) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { titleOf } = useAreas()
  const organisations = useOrganisations()
  const where = [
    post.agencyCode === null ? '' : agencyShortName(post.agencyCode, language),
    nameOfOrganisation(organisations.data?.organisations, post.organisationId) ?? '',
    post.areaCode === '' ? '' : titleOf(post.areaCode),
  ].filter(part => part !== '')
  return (
    <div>
      {roleName(post.role, language)}
      {where.length > 0 && <span className="of-muted"> · {where.join(' · ')}</span>}{' '}
      {post.designated && <Badge tone="info">{say.designated}</Badge>}{' '}
      {post.mayRecordLate && <Badge tone="warning">{say.late}</Badge>}
    </div>
  )
}

const PeopleTable = ({
  people,
  onOpen,
}: {
  readonly people: readonly PersonRow[]
  readonly onOpen: (open: Open) => void
}) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { search, kept, change } = useAddress()
  const chosen = role.safeParse(search.role)
  const found = searchPeople(people, kept.search ?? '', chosen.success ? chosen.data : null)
  const page = Math.max(1, Number(search.page ?? 1) || 1)
  const seenAt = (person: PersonRow): string => {
    const at = instant.safeParse(person.lastSignInAt)
    return at.success ? formatInstant(at.data, { language }) : say.never
  }
  return (
    <>
      <div className="person-filter">
        <SearchBox
          label={say.search}
          value={kept.search ?? ''}
          onSearch={text => change({ page: null }, { search: text })}
        />
        <Select
          label={say.role}
          options={[
            { value: everyRole, label: say.everyRole },
            ...role.options.map((one: Role) => ({ value: one as string, label: roleName(one, language) })),
          ]}
          value={chosen.success ? chosen.data : everyRole}
          onChange={value => change({ role: value === everyRole ? null : value, page: null })}
        />
      </div>
      <DataTable
        caption={say.title}
        columns={[
          {
            key: 'name',
            heading: say.name,
            cell: person => (
              <div>
                <b>{person.name}</b>
                <div className="of-muted of-small">{person.position}</div>
                <div className="of-muted of-small">{person.username}</div>
              </div>
            ),
          },
          {
            key: 'posts',
            heading: say.posts,
            cell: person => person.posts.map(post => <PostLine key={post.id} post={post} />),
          },
          {
            key: 'status',
            heading: say.status,
            cell: person => (
              <span className="person-keep">
                <StatusDot tone={person.status === 'ACTIVE' ? 'good' : 'neutral'}>{say[person.status]}</StatusDot>
              </span>
            ),
          },
          {
            key: 'seen',
            heading: say.seen,
            cell: person => <span className="of-nowrap">{seenAt(person)}</span>,
            priority: 2,
          },
          {
            key: 'actions',
            heading: say.actions,
            isHeadingHidden: true,
            align: 'end',
            cell: person => (
              <Menu
                label={say.actionsFor(person.name)}
                actions={[
                  { id: 'edit', label: say.change, icon: 'edit', onPress: () => onOpen({ what: 'edit', person }) },
                  {
                    id: 'password',
                    label: say.password,
                    icon: 'key',
                    onPress: () => onOpen({ what: 'password', person }),
                  },
                  {
                    id: 'status',
                    label: person.status === 'ACTIVE' ? say.disable : say.enable,
                    icon: person.status === 'ACTIVE' ? 'lock' : 'unlock',
                    isDangerous: person.status === 'ACTIVE',
                    onPress: () => onOpen({ what: 'status', person }),
                  },
                ]}
              />
            ),
          },
        ]}
        rows={found.slice((page - 1) * PAGE, page * PAGE)}
        rowKey={person => person.personId}
        empty={
          <EmptyState icon="users" title={say.none}>
            {say.noneHint}
          </EmptyState>
        }
      />
      {found.length > PAGE && (
        <Pagination page={page} pageSize={PAGE} total={found.length} onPage={next => change({ page: String(next) })} />
      )}
    </>
  )
}

/** `/people`: accounts and their posts, for whoever keeps them. */
export const PersonScreen = () => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { actor } = useSession()
  const [open, setOpen] = useState<Open | null>(null)
  usePageTitle(say.title)
  const mayManage = hasAbility(actor, 'manage-people')
  const query = useQuery({ queryKey: ['people'], queryFn: () => ask(listPeople, {}), enabled: mayManage })
  if (!mayManage) return <NotFoundState />
  const close = () => setOpen(null)
  return (
    <>
      <PageHeader
        title={say.title}
        description={
          query.data === undefined ? undefined : say.description(formatNumber(query.data.people.length, language))
        }
        actions={
          <Button kind="primary" icon="plus" onPress={() => setOpen({ what: 'add' })}>
            {say.add}
          </Button>
        }
      />
      <QueryView query={query}>{({ people }) => <PeopleTable people={people} onOpen={setOpen} />}</QueryView>
      {open?.what === 'add' && <PersonDialog person={null} onClose={close} />}
      {open?.what === 'edit' && <PersonDialog person={open.person} onClose={close} />}
      {open?.what === 'status' && <PersonStatusDialog person={open.person} onClose={close} />}
      {open?.what === 'password' && <OneTimePassword person={open.person} onClose={close} />}
    </>
  )
}
