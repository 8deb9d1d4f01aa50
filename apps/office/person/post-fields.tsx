import { agencies } from '@thaiqm/catalogue/catalogue.ts'
import { hasAbility } from '@thaiqm/core/access/permission.ts'
import { type Role, role } from '@thaiqm/core/access/role.ts'
import type { OrganisationId } from '@thaiqm/core/ledger/identifiers.ts'
import { IconButton } from '@thaiqm/ui/button.tsx'
import { Switch } from '@thaiqm/ui/choice-group.tsx'
import { FieldStack } from '@thaiqm/ui/field.tsx'
import { defineWords, useLanguage, useWords } from '@thaiqm/ui/language.tsx'
import { ComboBox, Select } from '@thaiqm/ui/select.tsx'
import { useOrganisations } from '../organisation/use-organisations.ts'
import { roleName } from '../platform/names.ts'
import { useSession } from '../platform/session.tsx'
import { AreaField } from './area-field.tsx'
import {
  gapsOfPost,
  levelsOfRole,
  mayBeAllowedLate,
  mayBeDesignated,
  needsAgency,
  needsArea,
  needsOrganisation,
  type PostDraft,
} from './person-draft.ts'

const words = defineWords({
  heading: { th: (n: number) => `ตำแหน่งที่ ${n}`, en: n => `Post ${n}` },
  remove: { th: (n: number) => `นำตำแหน่งที่ ${n} ออก`, en: n => `Remove post ${n}` },
  role: { th: 'บทบาท', en: 'Role' },
  area: { th: 'พื้นที่รับผิดชอบ', en: 'Area' },
  agency: { th: 'หน่วยงาน', en: 'Agency' },
  organisation: { th: 'ภาคีหรือหน่วยงานในพื้นที่', en: 'Partner' },
  designated: {
    th: 'ได้รับมอบหมายให้ดูแลเรื่องอ่อนไหว (ยาเสพติด ความรุนแรง สุขภาพจิต)',
    en: 'Named to handle restricted matters (drugs, violence, mental health)',
  },
  late: { th: 'บันทึกหลังกำหนดได้', en: 'May record after the deadline' },
  missing: { th: 'โปรดเลือก', en: 'Please choose' },
})

export interface PostFieldsProps {
  readonly post: PostDraft
  readonly number: number
  readonly onChange: (patch: Partial<PostDraft>) => void
  readonly onRemove: (() => void) | null
  readonly isTried: boolean
}

/** One post: a role, and what that role needs. */
export const PostFields = ({ post, number, onChange, onRemove, isTried }: PostFieldsProps) => {
  const say = useWords(words)
  const { language } = useLanguage()
  const { actor } = useSession()
  const organisations = useOrganisations()
  const gaps = isTried ? gapsOfPost(post) : []
  const missing = (gap: (typeof gaps)[number]) => (gaps.includes(gap) ? say.missing : undefined)
  // Only the system's administrator makes another of the kind.
  const roles = role.options.filter(
    one => one !== 'SYS' || (actor.role === 'SYS' && hasAbility(actor, 'manage-people')),
  )
  return (
    <section className="person-post" aria-label={say.heading(number)}>
      <div className="person-post-head">
        <h3>{say.heading(number)}</h3>
        {onRemove !== null && <IconButton icon="trash" label={say.remove(number)} onPress={onRemove} />}
      </div>
      <FieldStack columns={2}>
        <Select
          label={say.role}
          options={roles.map(one => ({ value: one as Role, label: roleName(one, language) }))}
          value={post.role}
          onChange={chosen => onChange({ role: chosen, areaCode: null })}
          error={missing('role')}
          isRequired
        />
        {post.role !== null && levelsOfRole(post.role).length > 0 && (
          <AreaField
            label={say.area}
            value={post.areaCode}
            onChange={areaCode => onChange({ areaCode })}
            levels={levelsOfRole(post.role)}
            error={missing('area')}
            isRequired={needsArea(post.role)}
          />
        )}
        {post.role !== null && needsAgency(post.role) && (
          <ComboBox
            label={say.agency}
            options={agencies.map(one => ({ value: one.code, label: one[language] }))}
            value={post.agencyCode}
            onChange={agencyCode => onChange({ agencyCode })}
            error={missing('agency')}
            isRequired
          />
        )}
        {post.role !== null && (needsOrganisation(post.role) || needsAgency(post.role)) && (
          <ComboBox
            label={say.organisation}
            options={(organisations.data?.organisations ?? [])
              .filter(one => post.role === 'PARTNER' || one.agencyCode === post.agencyCode)
              .map(one => ({ value: one.organisationId as string, label: one.nameTh }))}
            value={post.organisationId}
            onChange={chosen => onChange({ organisationId: chosen as OrganisationId | null })}
            error={missing('organisation')}
            isRequired={needsOrganisation(post.role)}
          />
        )}
      </FieldStack>
      {post.role !== null && mayBeDesignated(post.role) && (
        <Switch isSelected={post.designated} onChange={designated => onChange({ designated })}>
          {say.designated}
        </Switch>
      )}
      {post.role !== null && mayBeAllowedLate(post.role) && (
        <Switch isSelected={post.mayRecordLate} onChange={mayRecordLate => onChange({ mayRecordLate })}>
          {say.late}
        </Switch>
      )}
    </section>
  )
}
